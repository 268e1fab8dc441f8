package org.demarche.model;

/** What a ledger says of a subject. */
public enum Attribute {
    STATUS,
    CEILING,
    HEADCOUNT,
    HEAD,
    LEVEL,
    MEMBERS
}
