package org.demarche.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.Coded;
import org.demarche.model.Document;
import org.demarche.model.Notice;
import org.demarche.store.Packed;

/**
 * The reports of all parts as grouping sees them: each once, the first of its kind in the order of the input, those that were taken back
 * without their claims.
 */
final class Reports {
    /** How many notices of one code are said one by one. */
    private static final int SAID_ONE_BY_ONE = 20;

    private final Map<String, Told> first = new LinkedHashMap<>();
    private final Set<Told.Place> again = new HashSet<>();
    private final Map<String, String> taken = new TreeMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, List<Notice>> said = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Takes what parts tell, in the order of the input. */
    void add(Iterator<String> lines) {
        while (lines.hasNext()) {
            add(Packed.read(lines.next(), Told.class));
        }
        first.values().forEach(told -> {
            Document d = told.document();
            if (d != null && (d.url() != null && taken.containsKey(d.url()) || taken.containsKey(d.file()))) {
                withdrawn.add(d.id());
            }
        });
    }

    private void add(Told told) {
        Document document = told.document();
        Notice notice = told.said();
        if (document != null) {
            if (first.putIfAbsent(document.id(), told) != null) {
                again.add(told.place());
            }
        } else if (notice != null) {
            say(notice);
        } else if (told.taken() != null) {
            taken.put(told.taken(), String.valueOf(told.why()));
        }
    }

    /** Adds something to say about the input. */
    void say(Notice notice) {
        counts.merge(notice.code(), 1, Integer::sum);
        List<Notice> some = said.computeIfAbsent(notice.code(), k -> new ArrayList<>());
        if (some.size() < SAID_ONE_BY_ONE) {
            some.add(notice);
        }
    }

    List<Coded> coded() {
        List<Coded> out = new ArrayList<>();
        first.values().forEach(told -> {
            Document document = told.document();
            if (document != null) {
                Coded coded = told.coded(document);
                out.add(withdrawn.contains(document.id()) ? coded.withClaims(List.of()) : coded);
            }
        });
        return out;
    }

    /** Where reports lie that came before. */
    Set<Told.Place> again() {
        return again;
    }

    /** Ids of reports that their publishers took back. */
    Set<String> withdrawn() {
        return withdrawn;
    }

    /** Why, by the address under which it was taken back. */
    Map<String, String> taken() {
        return taken;
    }

    /** The first notices of each code. */
    Map<String, List<Notice>> said() {
        return said;
    }

    int count(String code) {
        return counts.getOrDefault(code, 0);
    }
}
