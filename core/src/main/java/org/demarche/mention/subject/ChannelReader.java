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
import org.jspecify.annotations.Nullable;

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
    private static final Set<String> ENDED = Set.of("longer", "ceased", "stopped", "ended", "not", "never");
    private static final Set<String> UNDONE = Set.of(
            "may",
            "might",
            "could",
            "would",
            "asked",
            "urged",
            "rejected",
            "refused",
            "declined",
            "if",
            "whether",
            "considering");
    private static final Set<String> APPOINTS = Set.of("appoint", "designate", "name", "use", "nominate", "choose");

    /**
     * Channels of one sentence.
     *
     * @param parties those that it names, in their order
     * @param two those that the document is about
     */
    List<Change> read(Scene scene, List<Party> parties, List<Party> two) {
        List<Change> out = new ArrayList<>();
        Words words = scene.words();
        Change protection = protection(scene, parties, two);
        if (protection != null) {
            out.add(protection);
        }
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

    /** "Norway acts as protecting power", "offered to represent the interests of both": a third party looks after what two have with each other. */
    private static @Nullable Change protection(Scene scene, List<Party> parties, List<Party> two) {
        Words words = scene.words();
        int at = protects(words);
        List<String> ids = two.stream().map(Party::id).toList();
        Party third = parties.stream()
                .filter(p -> !ids.contains(p.id()) && !p.organisation())
                .findFirst()
                .orElse(null);
        if (at < 0 || third == null || two.size() < 2) {
            return null;
        }
        boolean offered = offers(words, at);
        boolean ended = false;
        boolean asked = false;
        for (int i = Math.max(0, at - 8); i < at; i++) {
            ended |= ENDED.contains(words.lower(i));
            asked |= UNDONE.contains(words.lower(i));
        }
        if (asked) {
            return null;
        }
        When near = scene.nearest(at);
        Subject channel = Subjects.named(
                Subject.Kind.CHANNEL,
                "protecting power " + third.id(),
                two,
                null,
                third.name() + " as protecting power of " + two.get(0).name() + " and "
                        + two.get(1).name());
        return scene.change(
                Subjects.withAliases(channel, List.of("protecting power")),
                Attribute.STATUS,
                ended ? "closed" : offered ? "offered" : "open",
                null,
                null,
                Change.Nature.BEGINS,
                near == null ? scene.reported() : near,
                null,
                Math.max(0, at - 3),
                Math.min(words.size() - 1, at + 2));
    }

    /** Where a sentence speaks of looking after the interests of others, or -1. */
    private static int protects(Words words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.lower(i).equals("protecting") && words.lower(i + 1).startsWith("power")) {
                return i;
            }
            boolean represents =
                    words.lower(i).startsWith("represent") && !words.lower(i).startsWith("representative");
            boolean looks =
                    words.lower(i).startsWith("look") && words.lower(i + 1).equals("after");
            for (int k = i + 1; (represents || looks) && k < Math.min(words.size(), i + 8); k++) {
                boolean both = Set.of("each", "both").contains(words.lower(k))
                        && Set.of("country", "countries", "side", "sides", "state", "states", "other")
                                .contains(words.lower(k + 1));
                if (words.lower(k).equals("interests") || both) {
                    return i;
                }
            }
        }
        return -1;
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
