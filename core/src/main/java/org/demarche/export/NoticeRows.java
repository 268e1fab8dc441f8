package org.demarche.export;

import org.demarche.model.Notice;

/** Rows of the notices table: what could not be read, dated or resolved. */
public final class NoticeRows {
    private NoticeRows() {}

    public static Row row(Notice notice) {
        return new Row()
                .with("code", notice.code())
                .with("severity", Cells.word(notice.severity()))
                .with("file", notice.file())
                .with("start", notice.start())
                .with("end", notice.end())
                .with("message", notice.message())
                .with("repair", notice.repair());
    }
}
