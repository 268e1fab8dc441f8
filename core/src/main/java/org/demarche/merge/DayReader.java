package org.demarche.merge;

import java.time.LocalDate;
import org.demarche.model.Claim;
import org.demarche.model.When;

/** Reads the words that date a claim again, once the day of its report is known: "on Saturday", "this Friday", "last week". */
@FunctionalInterface
public interface DayReader {

    /** What the words of a date mean in a report of a day, marked as inferred; the date itself where it is known, has no words or they mean no day. */
    When read(Claim claim, When date, LocalDate published);
}
