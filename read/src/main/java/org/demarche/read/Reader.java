package org.demarche.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads files, folders and standard input ({@code -}) into documents.
 *
 * <p>Files of a folder come in the order of their relative paths, so the same input gives the same stream on any machine. What
 * cannot be read becomes a notice and reading goes on. Immutable and safe for use by several threads.
 */
public final class Reader {
    private static final int HEAD = 4096;
    private static final int NEVER_DEEPER = 64;

    /** From the most to the least particular: the first that fits reads. */
    private final List<Format> formats;

    private final ReadOptions options;

    public Reader(ReadOptions options) {
        this.options = options;
        this.formats = List.of(
                new WarcFormat(),
                new ArchiveFormat(this::readSource),
                new PdfFormat(),
                new DocxFormat(),
                new JsonLinesFormat(),
                new FeedFormat(),
                new NewsMlFormat(),
                new CsvFormat(),
                new MailFormat(),
                new HtmlFormat(),
                new TextFormat());
    }

    /** Reads paths one after the other; {@code -} is standard input. The stream is lazy and must be closed. */
    public Stream<Read> read(List<String> paths) {
        return paths.stream().flatMap(this::readPath);
    }

    /**
     * Reads what was sent rather than stored. The name only tells formats apart and is the {@code file} of what is read; it is no path.
     */
    public Stream<Read> read(String name, byte[] content) {
        return readSource(new Source(name, name, content, null, 0));
    }

    /**
     * The same input in pieces that can be read apart, on other machines too, as long as these see the files: files of articles a line each
     * are cut, all others stay whole. To read the pieces in their order is to read the paths.
     *
     * @param paths files and folders; standard input cannot be cut
     * @param lines about how many articles a piece of a file of lines has
     */
    public Pieces pieces(List<String> paths, int lines) {
        List<Piece> pieces = new ArrayList<>();
        List<Read> said = new ArrayList<>();
        for (String given : paths) {
            if (given.equals("-")) {
                throw new IllegalArgumentException("standard input cannot be read in pieces; give files or folders");
            }
            Path path = Path.of(given);
            List<Source> sources = Files.isDirectory(path)
                    ? list(path, said)
                    : List.of(Source.of(String.valueOf(path.getFileName()), given, path));
            for (Source source : sources) {
                try {
                    pieces.addAll(LineCutter.cut(source, lines));
                } catch (IOException | UncheckedIOException e) {
                    said.add(Notices.notOpened(source.file(), why(e)));
                }
            }
        }
        return new Pieces(pieces, said);
    }

    /** Reads one piece; the stream is lazy and must be closed. */
    public Stream<Read> read(Piece piece) {
        Source whole = Source.of(piece.file(), piece.path(), Path.of(piece.path()));
        if (piece.isWhole()) {
            return readSource(whole);
        }
        try {
            byte[] bytes = LineCutter.bytes(whole, piece);
            Source cut = new Source(piece.file(), piece.path(), bytes, null, 0, piece.linesBefore());
            return piece.linesBefore() > 0 && isBlank(bytes) ? Stream.empty() : readSource(cut);
        } catch (IOException e) {
            return Stream.of(Notices.notOpened(piece.file(), why(e)));
        }
    }

    private Stream<Read> readPath(String given) {
        if (given.equals("-")) {
            return readStandardInput(System.in);
        }
        Path path = Path.of(given);
        if (Files.isDirectory(path)) {
            return readFolder(path);
        }
        return readSource(Source.of(String.valueOf(path.getFileName()), given, path));
    }

    private Stream<Read> readStandardInput(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(
                    (int) Math.min(Integer.MAX_VALUE - 8, options.limits().fileBytes() * 4));
            return readSource(new Source("-", "-", bytes, null, 0));
        } catch (IOException e) {
            return Stream.of(Notices.notOpened("-", e.toString()));
        }
    }

    private Stream<Read> readFolder(Path root) {
        List<Read> notices = new ArrayList<>();
        List<Source> sources = list(root, notices);
        return Stream.concat(notices.stream(), sources.stream().flatMap(this::readSource));
    }

    /** The files of a folder in their order; what cannot be listed is added to the notices. */
    private static List<Source> list(Path root, List<Read> notices) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), NEVER_DEEPER, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && !String.valueOf(file.getFileName()).startsWith(".")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    String name = relative(root, file);
                    notices.add(
                            e instanceof FileSystemLoopException
                                    ? Notices.loop(name)
                                    : Notices.notOpened(name, why(e)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            notices.add(Notices.notOpened(root.toString(), why(e)));
        }
        return files.stream()
                .map(file -> Source.of(relative(root, file), file.toString(), file))
                .sorted((a, b) -> a.file().compareTo(b.file()))
                .toList();
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private Stream<Read> readSource(Source source) {
        try {
            byte[] head = source.head(HEAD);
            if (isBlank(head) && source.size() <= HEAD) {
                return Stream.of(Notices.empty(source.file()));
            }
            for (Format format : formats) {
                if (format.fits(source, head)) {
                    return format.read(source, options);
                }
            }
            return Stream.of(Notices.binary(source.file()));
        } catch (IOException | UncheckedIOException e) {
            return Stream.of(Notices.notOpened(source.file(), why(e)));
        }
    }

    private static boolean isBlank(byte[] head) {
        for (byte b : head) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private static String why(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
