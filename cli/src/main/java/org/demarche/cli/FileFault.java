package org.demarche.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/**
 * What a file or a pipe that could not be read or written means for the one who gave the command.
 *
 * @param message with its code; empty where the reader of a pipe just had enough ({@code demarche status | head})
 * @param status the exit status
 */
record FileFault(String message, int status) {
    static FileFault of(Exception fault) {
        Throwable cause = fault;
        while (cause.getCause() instanceof IOException inner) {
            cause = inner;
        }
        String why = String.valueOf(cause.getMessage());
        String words = why.toLowerCase(Locale.ROOT);
        String file = cause instanceof FileSystemException at && at.getFile() != null ? at.getFile() : "";
        if (words.contains("broken pipe") || words.contains("the pipe is being closed")) {
            return new FileFault("", Exit.DONE);
        }
        if (words.contains("no space left") || words.contains("not enough space") || words.contains("quota exceeded")) {
            return new FileFault(
                    "DEM-310 the disk is full. Nothing half-written is left under the name of a result; make room and"
                            + " give the same command again.",
                    Exit.FAULT);
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return new FileFault("DEM-101 there is no file " + (file.isEmpty() ? why : file), Exit.WRONG_USE);
        }
        if (cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || words.contains("permission denied")
                || words.contains("read-only file system")) {
            return new FileFault(
                    "DEM-311 this account may not read or write "
                            + (file.isEmpty() ? why : file.replaceFirst("\\.part$", ""))
                            + ". Change its rights or those of its folder, or name another.",
                    Exit.FAULT);
        }
        return new FileFault(
                "DEM-312 a file could not be read or written: " + (why.startsWith(file) ? why : file + ": " + why)
                        + ".",
                Exit.FAULT);
    }
}
