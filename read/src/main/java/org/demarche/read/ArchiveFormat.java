package org.demarche.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Archives (zip, tar, tar.gz, gz): each entry is read as a file of its own. Nothing is written to disk, so an entry's name can
 * lead nowhere; sizes, numbers and depth are bounded.
 */
final class ArchiveFormat implements Format {
    private final Function<Source, Stream<Read>> reader;

    ArchiveFormat(Function<Source, Stream<Read>> reader) {
        this.reader = reader;
    }

    @Override
    public boolean fits(Source source, byte[] head) {
        return isGzip(head) || isZip(head) && !source.extension().equals("docx") || isTar(head);
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
    }

    private static boolean isTar(byte[] head) {
        return head.length > 262
                && head[257] == 'u'
                && head[258] == 's'
                && head[259] == 't'
                && head[260] == 'a'
                && head[261] == 'r';
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.depth() >= options.limits().depth()) {
            return Stream.of(Notices.bomb(source.file(), "lies in archives " + source.depth() + " deep"));
        }
        byte[] head = source.head(512);
        List<Read> out = new ArrayList<>();
        try {
            if (isGzip(head)) {
                readGzip(source, options, out);
            } else {
                try (ArchiveInputStream<? extends ArchiveEntry> in = isZip(head)
                        ? new ZipArchiveInputStream(new BufferedInputStream(source.open()))
                        : new TarArchiveInputStream(new BufferedInputStream(source.open()))) {
                    readEntries(source, options, in, out);
                }
            }
        } catch (UnsupportedZipFeatureException | NoClassDefFoundError packing) {
            // Some methods of compression need libraries that are not here.
            out.add(Notices.packing(source.file()));
        } catch (IOException | RuntimeException e) {
            out.add(Notices.broken(source.file(), "archive", String.valueOf(e.getMessage())));
        }
        return out.stream();
    }

    private void readGzip(Source source, ReadOptions options, List<Read> out) throws IOException {
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(source.open()))) {
            in.mark(1024);
            byte[] head = in.readNBytes(512);
            in.reset();
            if (isTar(head)) {
                try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
                    readEntries(source, options, tar, out);
                }
                return;
            }
            long most = options.limits().fileBytes() * 4;
            byte[] content = in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
            if (content.length >= most) {
                out.add(Notices.bomb(source.file(), "unpacks to more than " + (most >> 20) + " MB"));
                return;
            }
            String name = source.file().endsWith(".gz")
                    ? source.file().substring(0, source.file().length() - 3)
                    : source.file();
            reader.apply(new Source(name, source.path(), content, null, source.depth() + 1))
                    .forEach(out::add);
        }
    }

    private void readEntries(
            Source source, ReadOptions options, ArchiveInputStream<? extends ArchiveEntry> in, List<Read> out)
            throws IOException {
        ReadOptions.Limits limits = options.limits();
        long unpacked = 0;
        int entries = 0;
        for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (++entries > limits.entries()) {
                out.add(Notices.bomb(source.file(), "has more than " + limits.entries() + " entries"));
                return;
            }
            String name = entry.getName().replace('\\', '/');
            if (entry.isDirectory()
                    || name.startsWith("__MACOSX/")
                    || name.substring(name.lastIndexOf('/') + 1).startsWith(".")) {
                continue;
            }
            byte[] content = in.readNBytes((int) Math.min(limits.fileBytes() + 1, Integer.MAX_VALUE - 8));
            unpacked += content.length;
            if (unpacked > limits.unpackedBytes() || content.length > limits.fileBytes()) {
                out.add(Notices.bomb(source.file(), "unpacks to too much at " + name));
                return;
            }
            reader.apply(source.entry(name, content)).forEach(out::add);
        }
    }
}
