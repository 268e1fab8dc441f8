package org.demarche.coding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.demarche.model.Document;
import org.demarche.model.Mention;

/** The titles and offices by which a text calls people: who was introduced as "ambassador" may be sent home by name. */
final class Titles {
    private final Map<String, Set<String>> words = new TreeMap<>();

    Titles(Document document, List<Mention.OfActor> mentions) {
        Mention.OfActor last = null;
        for (Mention.OfActor mention : mentions) {
            boolean title =
                    mention.form() == Mention.OfActor.Form.TITLE || mention.form() == Mention.OfActor.Form.NOMINAL;
            if (title && mention.actor().kind() == Actor.Kind.PERSON) {
                for (String word : mention.span()
                        .in(document.text())
                        .toLowerCase(Locale.ROOT)
                        .split("[\\s-]+", 12)) {
                    words.computeIfAbsent(mention.actor().id(), k -> new TreeSet<>())
                            .add(word);
                }
                last = mention;
            }
            if (last != null && names(mention, last)) {
                words.putIfAbsent(
                        mention.actor().id(),
                        new TreeSet<>(words.get(last.actor().id())));
            }
        }
    }

    /** "They sent the Chilean ambassador home. Juan Pardo was given two days": a name of the same side, in the sentence after a title without one. */
    private static boolean names(Mention.OfActor mention, Mention.OfActor titled) {
        return mention.form() == Mention.OfActor.Form.NAME
                && mention.actor().kind() == Actor.Kind.PERSON
                && mention.actor().country() != null
                && mention.actor().principal().equals(titled.actor().principal())
                && mention.sentence() == titled.sentence() + 1;
    }

    /** Whether the text calls an actor by one of these words. */
    boolean has(Actor actor, Set<String> some) {
        return words.getOrDefault(actor.id(), Set.of()).stream().anyMatch(some::contains);
    }
}
