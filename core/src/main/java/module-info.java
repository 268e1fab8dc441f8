/** From text to ledger: every stage of the line, and the pipeline that joins them. */
module org.demarche.core {
    requires static org.jspecify;
    requires org.demarche.lexicon;
    requires tools.jackson.core;
    requires transitive tools.jackson.databind;

    exports org.demarche;
    exports org.demarche.coding;
    exports org.demarche.export;
    exports org.demarche.ledger;
    exports org.demarche.mention.actor;
    exports org.demarche.mention.quantity;
    exports org.demarche.mention.quote;
    exports org.demarche.mention.subject;
    exports org.demarche.mention.time;
    exports org.demarche.merge;
    exports org.demarche.model;
    exports org.demarche.reciprocity;
    exports org.demarche.relate;
    exports org.demarche.text;
    exports org.demarche.view;
}
