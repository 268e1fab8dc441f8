package org.demarche.reciprocity;

import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Act;
import org.jspecify.annotations.Nullable;

/**
 * How far an act moves relations, from -10 to +10, by PLOVER 2.0 type and mode. Source: the score table of the PLOVER 2.0 draft manual, where
 * ACCUSE is printed without its minus sign.
 */
public final class PloverScore {
    private static final Map<String, Double> SCORES = new TreeMap<>();

    static {
        read(
                "AGREE 2.5 CONSULT 2.5 CONSULT-visit 4 CONSULT-third-party 1 CONSULT-multilateral 4 CONSULT-phone 1.5 SUPPORT 5 CONCEDE 4.5");
        read(
                "COOPERATE 9.5 AID 10 RETREAT 6.5 RETREAT-withdraw 8 RETREAT-release 6.5 RETREAT-disarm 10 RETREAT-ceasefire 7.5");
        read(
                "RETREAT-access 6.5 RETREAT-resign 4.5 REQUEST 0 REQUEST-assist 0.5 REQUEST-change -1 REQUEST-yield -1 REQUEST-meet 0");
        read(
                "ACCUSE -3 ACCUSE-disapprove -2 ACCUSE-investigate -3.5 ACCUSE-allege -3.5 REJECT -2 REJECT-assist -1.5 REJECT-change -2");
        read(
                "REJECT-yield -2 REJECT-meet -2 THREATEN -3.5 THREATEN-restrict -3 THREATEN-territory -4 PROTEST -5 PROTEST-riot -7");
        read(
                "PROTEST-hunger -4.5 PROTEST-boycott -4.5 PROTEST-obstruct -4.5 SANCTION -6 SANCTION-expel -5.5 MOBILIZE -5.5");
        read(
                "MOBILIZE-troops -6.5 MOBILIZE-weapons -6.5 MOBILIZE-militia -6 COERCE -7 COERCE-censor -6.5 COERCE-curfew -6.5");
        read(
                "COERCE-martial-law -7.5 COERCE-misinformation -6.5 ASSAULT -9 ASSAULT-abduct -8.5 ASSAULT-beat -7.5 ASSAULT-torture -8.5");
        read(
                "ASSAULT-sexual -8.5 ASSAULT-targeted -9.5 ASSAULT-destroy -8.5 ASSAULT-primitive -8 ASSAULT-suicide-attack -9.5");
        read(
                "ASSAULT-aerial -9.5 ASSAULT-drone -9.5 ASSAULT-heavy-weapons -9.5 ASSAULT-crowd-control -7.5 ASSAULT-unconventional -10");
    }

    private PloverScore() {}

    private static void read(String pairs) {
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            SCORES.put(words[i], Double.valueOf(words[i + 1]));
        }
    }

    /** The score of an act, that of its type where the manual gives its mode none; null outside PLOVER. */
    public static @Nullable Double of(Act act) {
        String type = act.type();
        return type == null ? null : SCORES.getOrDefault(type + "-" + act.mode(), SCORES.get(type));
    }
}
