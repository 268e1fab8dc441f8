package org.demarche.parquet;

import java.util.List;
import org.demarche.export.Table;

/** The fields of every table with their types, as {@code docs/FORMATS.md} lists them. Dates are texts, since they may be partial ({@code 2021-10}). */
final class Schema {
    private static final String WHEN = "{start:s end:s precision:s basis:s quote:s partial:s}";
    private static final String SPAN = " start:i end:i quote:s";
    private static final String ACTOR = "id:s kind:s name:s country:s sector:s" + SPAN;
    private static final String QUANTITY = "value:d low:d high:d unit:s role:s" + SPAN;
    private static final String PLACE = "name:s country:s" + SPAN;
    private static final String CITATIONS = " citations*{document:s file:s start:i end:i quote:s}";

    private Schema() {}

    static List<Field> of(Table table) {
        return Field.parse(text(table));
    }

    private static String text(Table table) {
        return switch (table) {
            case DOCUMENTS ->
                "id:s file:s path:s sha256:s url:s outlet:s author:s title:s language:s published" + WHEN + " chars:i";
            case CLAIMS ->
                "id:s document:s file:s sentence{index:i start:i end:i} trigger{start:i end:i quote:s} act:s type:s mode:s"
                        + " contexts*:s cameo:s quad:i goldstein:d actors*{" + ACTOR + "} recipients*{" + ACTOR
                        + "} date" + WHEN
                        + " effective" + WHEN + " place{" + PLACE + "} quantities*{" + QUANTITY
                        + "} factuality:s attribution*{holder:s verb:s" + SPAN + "} subjects*:s event:s rule:s score:d";
            case EVENTS ->
                "id:s type:s mode:s act:s cameo:s quad:i goldstein:d actors*{" + ACTOR + " document:s} recipients*{"
                        + ACTOR
                        + " document:s} date" + WHEN + " effective" + WHEN + " factuality:s place{" + PLACE
                        + " document:s} quantities*{" + QUANTITY
                        + " document:s} parent:s subjects*:s claims*:s documents*:s sources:i readings:j";
            case STATES ->
                "subject{id:s kind:s name:s aliases*:s parties*:s location:s} attribute:s value:s low:d high:d since"
                        + WHEN
                        + " until" + WHEN + " pending{value:s effective" + WHEN + "} basis:s disputed:b"
                        + " readings*{value:s low:d high:d" + CITATIONS + "}" + CITATIONS;
            case DISAGREEMENTS -> "id:s about:j field:s kind:s readings:j";
            case ANSWERS ->
                "id:s stimulus:s response:s responder:s lag_days{low:i high:i} symmetry:s basis:s" + CITATIONS
                        + " rule:s";
            case QUOTES ->
                "id:s document:s file:s sentence:i start:i end:i quote:s direct:b chain*{holder:s verb:s} addressee:s about*:s";
            case NOTICES -> "code:s severity:s file:s start:i end:i message:s repair:s";
        };
    }
}
