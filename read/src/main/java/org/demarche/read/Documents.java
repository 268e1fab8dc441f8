package org.demarche.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.model.Document;

/** The last step of every format: an article becomes a document, with what there is to say about it. */
final class Documents {
    private Documents() {}

    static Stream<Read> of(Source source, ReadOptions options, Article article) {
        if (article.text().isBlank()) {
            return Stream.of(Notices.empty(article.id() != null ? article.id() : source.file()));
        }
        if (article.text().length() > options.limits().textChars()) {
            return Stream.of(Notices.tooLarge(
                    article.id() != null ? article.id() : source.file(),
                    "has " + article.text().length() + " characters, more than an article has"));
        }
        Document document = article.document(source, options);
        List<Read> out = new ArrayList<>();
        if (!document.language().equals("en") && !document.language().equals("und")) {
            out.add(Notices.foreign(document.file(), document.language()));
        }
        out.add(new Read.Of(document));
        return out.stream();
    }

    static Stream<Read> of(
            Source source, ReadOptions options, Charsets.Decoded decoded, Function<String, Article> extract) {
        Stream<Read> documents = of(source, options, extract.apply(decoded.text()));
        return decoded.charset() == null
                ? documents
                : Stream.concat(Stream.of(Notices.guessed(source.file(), decoded.charset())), documents);
    }
}
