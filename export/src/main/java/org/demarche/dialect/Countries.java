package org.demarche.dialect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/** The codes of countries in five code books. Immutable. Source: {@code countries.tsv}, which names its own. */
final class Countries {
    /** One country; a code is empty where a code book has none. */
    record Country(String iso3, String name, String fips, String cow, String gw, String cameo, String icews) {}

    private static final Map<String, Country> BY_ISO = new TreeMap<>();
    private static final Map<String, String> BY_CAMEO = new HashMap<>();
    private static final Map<String, String> BY_NAME = new HashMap<>();

    static {
        for (String[] r : Resource.rows("countries.tsv")) {
            Country country = new Country(r[0], r[1], r[2], r[3], r[4], r[5], Resource.cell(r, 6));
            BY_ISO.put(country.iso3, country);
            BY_NAME.put(country.name.toLowerCase(Locale.ROOT), country.iso3);
            BY_NAME.put(country.icews.toLowerCase(Locale.ROOT), country.iso3);
        }
        for (Country country : BY_ISO.values()) {
            if (!country.cameo.isEmpty() && !country.fips.isEmpty()) {
                BY_CAMEO.put(country.cameo, country.iso3);
            }
        }
        for (String[] r : Resource.parse(Lexicon.text("actors/states.tsv"))) {
            for (String name : Resource.cell(r, 2).split("\\|", -1)) {
                if (!name.isBlank()) {
                    BY_NAME.putIfAbsent(name.toLowerCase(Locale.ROOT), r[0]);
                }
            }
        }
    }

    private Countries() {}

    static @Nullable Country of(@Nullable String iso3) {
        return iso3 == null ? null : BY_ISO.get(iso3);
    }

    /** ISO 3166 alpha-3 of a CAMEO country code, or null. */
    static @Nullable String ofCameo(String code) {
        return BY_CAMEO.get(code);
    }

    /** ISO 3166 alpha-3 of a name, or null. */
    static @Nullable String named(String name) {
        return BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
    }

    static String fips(@Nullable String iso3) {
        Country country = of(iso3);
        return country == null ? "" : country.fips;
    }

    static String cow(@Nullable String iso3) {
        Country country = of(iso3);
        return country == null ? "" : country.cow;
    }
}
