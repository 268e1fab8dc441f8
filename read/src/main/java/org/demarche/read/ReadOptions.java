package org.demarche.read;

import java.util.Map;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What the user tells about the input, and how much is read.
 *
 * @param published date of publication of documents that bring none, or null
 * @param outlet who published documents that name nobody, or null
 * @param meta metadata by file name (from {@code --meta FILE.csv}); it wins over what the file says
 */
public record ReadOptions(
        @Nullable PartialDate published, @Nullable String outlet, Map<String, Metadata> meta, Limits limits) {

    /** What a row of the metadata file says of a document; null where the cell is empty. */
    public record Metadata(
            @Nullable String outlet,
            @Nullable PartialDate published,
            @Nullable String url,
            @Nullable String author,
            @Nullable String title) {}

    /**
     * Bounds against hostile input.
     *
     * @param fileBytes largest file that is opened at once; line formats are streamed and not bound by it
     * @param textChars longest text of one document, in UTF-16 units
     * @param unpackedBytes most bytes that one archive may unpack to
     * @param entries most entries of one archive
     * @param depth how deep archives may lie in archives
     */
    public record Limits(long fileBytes, int textChars, long unpackedBytes, int entries, int depth) {
        public static final Limits DEFAULT = new Limits(64L << 20, 8 << 20, 512L << 20, 100_000, 3);
    }

    public static final ReadOptions DEFAULT = new ReadOptions(null, null, Map.of(), Limits.DEFAULT);

    public ReadOptions {
        meta = Map.copyOf(meta);
    }

    /**
     * The content of a metadata file: a table with the columns file, outlet, published, url, author, title, of which all but the first
     * may be missing.
     */
    public static Map<String, Metadata> metadata(String csv) {
        return CsvFormat.metadata(csv);
    }
}
