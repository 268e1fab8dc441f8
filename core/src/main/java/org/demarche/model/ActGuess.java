package org.demarche.model;

import org.jspecify.annotations.Nullable;

/**
 * The act that a trained model takes a word of a sentence to tell.
 *
 * @param word index of the word in its sentence
 * @param type PLOVER 2.0 type
 * @param mode PLOVER 2.0 mode, or null where the model is sure of none
 * @param score how sure it is of the type, from 0 to 1
 */
public record ActGuess(int word, String type, @Nullable String mode, double score) {}
