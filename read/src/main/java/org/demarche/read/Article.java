package org.demarche.read;

import org.demarche.model.Citation;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What a format found in a source, before it becomes a {@link Document}.
 *
 * @param id the row's own id, or null where the format has none
 */
record Article(
        @Nullable String id,
        String text,
        @Nullable String title,
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String language,
        @Nullable Dateline published) {

    static Article ofText(String text) {
        return new Article(null, text, null, null, null, null, null, null);
    }

    /** A date that the file's own format states. */
    static Dateline metadata(PartialDate date) {
        return dateline(date, date, Dateline.Basis.METADATA);
    }

    static Dateline dateline(@Nullable PartialDate start, @Nullable PartialDate end, Dateline.Basis basis) {
        PartialDate finest = start != null ? start : end;
        When.Precision precision = finest == null
                ? When.Precision.NONE
                : finest.day() > 0
                        ? When.Precision.DAY
                        : finest.month() > 0 ? When.Precision.MONTH : When.Precision.YEAR;
        @Nullable Citation none = null;
        return new Dateline(start, end, precision, basis, none);
    }

    /**
     * The document of this article. Its id hangs on the text, and on the row's own id where there is one, so that the same report
     * is the same document wherever it lies.
     */
    Document document(Source source, ReadOptions options) {
        String file = id != null ? id : source.file();
        ReadOptions.Metadata known = options.meta().get(file);
        String sha = Ids.sha256(text);
        Dateline date = published != null ? published : Dateline.UNKNOWN;
        if (known != null && known.published() != null) {
            date = dateline(known.published(), known.published(), Dateline.Basis.SUPPLIED);
        } else if (published == null && options.published() != null) {
            date = dateline(options.published(), options.published(), Dateline.Basis.SUPPLIED);
        }
        String by = first(known == null ? null : known.outlet(), outlet, options.outlet());
        return new Document(
                id != null ? Ids.of("doc", id, sha) : Ids.of("doc", sha),
                file,
                id != null ? source.path() + "#" + id : source.path(),
                sha,
                first(known == null ? null : known.url(), url, null),
                by,
                first(known == null ? null : known.author(), author, null),
                first(known == null ? null : known.title(), title, null),
                language != null ? language : Languages.of(text),
                date,
                text);
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b, @Nullable String c) {
        return a != null ? a : b != null ? b : c;
    }
}
