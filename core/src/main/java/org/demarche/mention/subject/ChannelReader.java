package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.mention.subject.Scene.Anchor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;
import org.demarche.model.Subjects.Party;
import org.demarche.model.When;

/** Reads that a mission elsewhere is the way to deal with somebody: "B's affairs are handled by A's embassy in C". */
final class ChannelReader {
    private static final Set<String> HANDLED = Set.of(
            "handled",
            "conducted",
            "represented",
            "managed",
            "dealt",
            "channelled",
            "channeled",
            "routed",
            "run",
            "carried",
            "overseen");
    private static final Set<String> OFFERS =
            Set.of("offered", "proposed", "suggested", "invited", "offers", "proposes", "suggests");
    private static final Set<String> APPOINTS = Set.of("appoint", "designate", "name", "use", "nominate", "choose");

    List<Change> read(Scene scene, List<Party> parties) {
        List<Change> out = new ArrayList<>();
        Words words = scene.words();
        for (Anchor anchor : scene.anchors()) {
            if (anchor.subject().kind() != Subject.Kind.MISSION
                    || anchor.subject().parties().isEmpty()) {
                continue;
            }
            boolean by = Set.of("by", "through", "via", "with").contains(words.lower(anchor.from() - 1))
                    && HANDLED.contains(words.lower(anchor.from() - 2));
            int verb = appoints(words, anchor.from());
            if (!by && verb < 0) {
                continue;
            }
            List<Party> both = between(anchor, parties, by);
            if (both.size() < 2) {
                continue;
            }
            Subject channel = Subjects.named(
                    Subject.Kind.CHANNEL,
                    "via " + anchor.subject().id(),
                    both,
                    null,
                    anchor.subject().name() + " as channel to " + both.get(1).name());
            boolean offered = !by && offers(words, verb);
            if (by || offered) {
                int first = by ? anchor.from() - 2 : verb;
                out.add(scene.change(
                        Subjects.withAliases(channel, List.of(words.text(anchor.from(), anchor.to()))),
                        Attribute.STATUS,
                        offered ? "offered" : "open",
                        null,
                        null,
                        Change.Nature.BEGINS,
                        when(scene, anchor),
                        null,
                        first,
                        anchor.to()));
            }
        }
        return out;
    }

    private static When when(Scene scene, Anchor anchor) {
        When near = scene.nearest(anchor.from());
        return near == null ? scene.reported() : near;
    }

    /** The verb of appointing shortly before a mission, or -1. */
    private static int appoints(Words words, int from) {
        for (int i = from - 1; i >= 0 && i >= from - 5; i--) {
            if (APPOINTS.contains(words.lower(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean offers(Words words, int verb) {
        for (int i = verb - 1; i >= 0 && i >= verb - 8; i--) {
            if (OFFERS.contains(words.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** The mission's sender and whom it deals with: a party of the sentence that it is not accredited to, or for an offer its host. */
    private static List<Party> between(Anchor anchor, List<Party> inSentence, boolean elsewhere) {
        List<String> its = anchor.subject().parties();
        List<Party> out = new ArrayList<>();
        out.add(inSentence.stream()
                .filter(p -> p.id().equals(its.get(0)))
                .findFirst()
                .orElseGet(() -> PartyNames.of(its.get(0))));
        inSentence.stream()
                .filter(p -> elsewhere ? !its.contains(p.id()) : its.size() > 1 && p.id().equals(its.get(1)))
                .findFirst()
                .ifPresent(out::add);
        return out;
    }
}
