package org.demarche.model;

/** A word before it is read: where it stands and how it is written. "don't" is two words that share no character. */
public record Word(Span span, String form) {}
