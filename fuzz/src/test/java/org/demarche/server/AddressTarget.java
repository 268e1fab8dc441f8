package org.demarche.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.reciprocity.Series;

/** The parameters of an address, one a line: {@code name=value}. */
public final class AddressTarget {
    private AddressTarget() {}

    public static void read(String text) {
        Map<String, List<String>> parameters = new TreeMap<>();
        text.lines().limit(50).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(line.substring(0, equals), k -> new ArrayList<>())
                        .add(line.substring(equals + 1));
            }
        });
        try {
            Query query = Query.of(parameters);
            query.per(Series.Per.MONTH);
            query.number("from", 0);
            query.link("/", "as_of", null);
            query.same("/timeline");
            query.selection();
        } catch (IllegalArgumentException saidToTheCaller) {
            if (saidToTheCaller.getMessage() == null) {
                throw new AssertionError("refused without a word", saidToTheCaller);
            }
        }
    }
}
