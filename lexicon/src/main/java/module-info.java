/** The words that the stages know, as data. */
module org.demarche.lexicon {
    requires static org.jspecify;
    requires org.snakeyaml.engine.v2;

    exports org.demarche.lexicon;
}
