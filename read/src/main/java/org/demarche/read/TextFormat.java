package org.demarche.read;

import java.io.IOException;
import java.util.stream.Stream;

/** Plain text: the file as it stands is the article. */
final class TextFormat implements Format {

    @Override
    public boolean fits(Source source, byte[] head) {
        return !isBinary(head);
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes()) {
            return Stream.of(Notices.tooLarge(
                    source.file(), "is larger than " + (options.limits().fileBytes() >> 20) + " MB"));
        }
        return Documents.of(source, options, Charsets.decode(source.all(), null), Article::ofText);
    }

    /** Control characters that no text has, in numbers that no slip explains. UTF-16 with a mark is text. */
    static boolean isBinary(byte[] head) {
        if (head.length > 1
                && ((head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE
                        || (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF)) {
            return false;
        }
        int control = 0;
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
            control += b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B ? 1 : 0;
        }
        return control * 20 > head.length;
    }
}
