package org.demarche.mention.subject;

import java.util.HashMap;
import java.util.Map;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.Actor;
import org.demarche.model.Subjects.Party;
import org.jspecify.annotations.Nullable;

/** Names of states and organisations by their ids, for parties that a text means without naming them. */
final class PartyNames {
    private static final Map<String, Party> BY_ID = read();
    private static final Map<String, Party> BY_NAME = byName();

    private PartyNames() {}

    /** The party of an id; one that nobody knows is named by its id. */
    static Party of(String id) {
        return BY_ID.getOrDefault(id, new Party(id, id, id.length() != 3));
    }

    /** The party whose short name or id some words are, or null. */
    static @Nullable Party named(String words) {
        return BY_NAME.get(words);
    }

    private static Map<String, Party> byName() {
        Map<String, Party> out = new HashMap<>();
        BY_ID.forEach((id, party) -> {
            out.put(party.name(), party);
            if (party.organisation() && id.length() > 2) {
                out.put(id, party);
            }
        });
        return out;
    }

    private static Map<String, Party> read() {
        Map<String, Party> out = new HashMap<>();
        read("actors/states.tsv", false, out);
        read("actors/organisations.tsv", true, out);
        return out;
    }

    private static void read(String file, boolean organisations, Map<String, Party> out) {
        Lexicon.text(file).lines().forEach(line -> {
            String[] cells = line.split("\t", 3);
            if (cells.length > 1 && !line.startsWith("#") && !cells[0].equals("id") && !cells[0].contains("/")) {
                out.putIfAbsent(
                        cells[0],
                        organisations
                                ? Party.of(new Actor(cells[0], Actor.Kind.ORGANISATION, cells[1], null, null))
                                : new Party(cells[0], cells[1], false));
            }
        });
    }
}
