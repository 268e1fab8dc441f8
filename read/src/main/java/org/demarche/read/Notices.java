package org.demarche.read;

import org.demarche.model.Notice;

/** The notices of reading, each with its stable code. */
final class Notices {
    private Notices() {}

    static Read notOpened(String file, String why) {
        return lost(
                "DEM-101",
                file,
                "could not be opened (" + why + ")",
                "Check that the file exists and that you may read it.");
    }

    static Read empty(String file) {
        return lost("DEM-103", file, "holds no text", "Leave it out, or give the article itself.");
    }

    static Read binary(String file) {
        return lost(
                "DEM-104",
                file,
                "is not text and not a format that is known",
                "Give txt, html, pdf, docx, eml, jsonl, csv, a feed, a WARC or an archive of these.");
    }

    static Read guessed(String file, String charset) {
        return said("DEM-105", file, "is not UTF-8; read as " + charset, "Convert it to UTF-8 if letters look wrong.");
    }

    static Read tooLarge(String file, String what) {
        return lost("DEM-107", file, what + "; left out", "Split it into articles.");
    }

    static Read foreign(String file, String language) {
        return said(
                "DEM-108",
                file,
                "is in a language that is not covered (" + language + "); kept, not coded",
                "Give an English version of the report.");
    }

    static Read badRow(String file, long line, String why) {
        return lost(
                "DEM-109",
                file,
                "line " + line + " is no article: " + why,
                "Each line needs a JSON object with \"text\" (and better \"id\" and \"published\").");
    }

    static Read bomb(String file, String what) {
        return lost("DEM-110", file, what + "; the rest was left out", "Unpack it by hand and give the folder.");
    }

    static Read loop(String path) {
        return said(
                "DEM-111",
                path,
                "is a link back into a folder that is being read; not followed",
                "Nothing to do: every file was read once.");
    }

    static Read noArticle(String file) {
        return said("DEM-112", file, "shows no article; all text of the page was kept", "Save the article's own page.");
    }

    static Read broken(String file, String format, String why) {
        return lost("DEM-113", file, "is a damaged " + format + " (" + why + ")", "Fetch the file again.");
    }

    static Read packing(String file) {
        return lost(
                "DEM-116",
                file,
                "has an entry that is encrypted or packed by a method which is not read (Zstandard and others); the rest was left out",
                "Unpack it by hand and give the folder.");
    }

    static Read unreadableDate(String file, String value) {
        return said("DEM-114", file, "has a date that is none: \"" + value + "\"; ignored", "Write it as YYYY-MM-DD.");
    }

    private static Read said(String code, String file, String message, String repair) {
        return new Read.Said(new Notice(code, Notice.Severity.WARNING, file, null, null, message, repair), false);
    }

    private static Read lost(String code, String file, String message, String repair) {
        return new Read.Said(new Notice(code, Notice.Severity.ERROR, file, null, null, message, repair), true);
    }
}
