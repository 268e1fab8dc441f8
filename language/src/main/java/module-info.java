/** The sentence model, and the engine that runs it. */
module org.demarche.language {
    requires static org.jspecify;
    requires transitive org.demarche.core;
    requires com.microsoft.onnxruntime;

    exports org.demarche.language;
}
