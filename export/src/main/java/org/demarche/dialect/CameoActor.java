package org.demarche.dialect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An actor in CAMEO's three-letter chunks ({@code RUSGOV}, {@code IGOWSTNAT}).
 *
 * @param code all chunks; empty where CAMEO has none for it
 * @param country CAMEO country, or empty; {@code EUR} for the European Union
 * @param group known group ({@code NAT}), or empty
 * @param role role ({@code GOV}), or empty
 * @param kind {@code IGO}, {@code NGO}, {@code MNC} …; empty for what belongs to a country
 */
record CameoActor(String code, String country, String group, String role, String kind) {
    private static final CameoActor NONE = new CameoActor("", "", "", "", "");
    /** Sectors that CAMEO calls otherwise than PLOVER, or has no role for. */
    private static final Map<String, String> ROLES =
            Map.of("JRN", "MED", "MED", "HLH", "UNK", "", "PRM", "", "ELI", "ELI");

    private static final Map<String, String[]> GROUPS = new TreeMap<>();
    private static final Map<String, String> BY_GROUP = new HashMap<>();

    static {
        for (String[] row : Resource.rows("groups.tsv")) {
            GROUPS.put(row[0], row);
            BY_GROUP.put(row[1], row[0]);
        }
    }

    static CameoActor of(@Nullable Actor actor) {
        if (actor == null) {
            return NONE;
        }
        String sector = actor.sector() == null ? "" : actor.sector();
        String role = ROLES.getOrDefault(sector, sector);
        String[] known = GROUPS.get(actor.principal());
        String belongs = actor.country() == null ? "" : actor.country();
        Countries.Country country = Countries.of(belongs);
        if (country != null) {
            return new CameoActor(country.cameo() + role, country.cameo(), "", role, "");
        }
        if (known != null) {
            String full = Resource.cell(known, 2);
            String kind = belongs.equals("NGO") ? "NGO" : "IGO";
            String code = full.isEmpty() ? kind + known[1] : full;
            return new CameoActor(code + role, belongs.equals("EUR") ? "EUR" : "", known[1], role, kind);
        }
        String kind = belongs.equals("UNO") || belongs.equals("EUR") ? "IGO" : belongs;
        String group = belongs.equals("UNO") ? "UNO" : belongs.equals("EUR") ? "EEC" : "";
        return new CameoActor(kind + group + role, belongs.equals("EUR") ? "EUR" : "", group, role, kind);
    }

    /**
     * The side that a code stands for: a country's ISO 3166 alpha-3, a body's id as the lexicon has it, or the code itself where it is neither.
     * Empty for an empty code.
     */
    static String side(String code) {
        String text = code.strip().toUpperCase(Locale.ROOT);
        if (text.length() < 3) {
            return "";
        }
        String country = Countries.ofCameo(text.substring(0, 3));
        if (country != null) {
            return country;
        }
        for (int at = 0; at + 3 <= text.length(); at += 3) {
            String body = BY_GROUP.get(text.substring(at, at + 3));
            if (body != null) {
                return body;
            }
        }
        return text;
    }
}
