package org.demarche.mention.time;

/** Which end of a stretch is meant: "early", "mid-", "late". TIMEX3 keeps it beside the value (START, MID, END), which stays that of the whole. */
enum Mod {
    WHOLE,
    START,
    MID,
    END
}
