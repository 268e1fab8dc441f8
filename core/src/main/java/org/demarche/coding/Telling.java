package org.demarche.coding;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.demarche.coding.Frame.Part;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Subject;

/** Whether what was found is told as an act: somebody does it to somebody, and it is no state, habit or passing mention. */
final class Telling {
    private static final String[] VEHICLES = {
        "boat",
        "ship",
        "vessel",
        "tanker",
        "freighter",
        "trawler",
        "plane",
        "aircraft",
        "jet",
        "airliner",
        "helicopter",
        "drone",
        "truck",
        "lorry",
        "convoy",
        "bus",
        "car",
        "train"
    };

    private final Discourse discourse;
    private final Tree tree;
    private final Realis realis;
    private final ClaimDates dates;
    private final ClaimSubjects subjects;
    private final OwnOrders orders;
    private final IntFunction<List<Claim.Attribution>> attribution;

    Telling(Reading reading, ClaimSubjects subjects) {
        this.discourse = reading.discourse();
        this.tree = reading.tree();
        this.realis = reading.realis();
        this.dates = reading.dates();
        this.subjects = subjects;
        this.orders = new OwnOrders(reading);
        this.attribution = reading::attribution;
    }

    boolean is(Found found, List<Integer> things, ActSides.Two sides, List<Integer> heads) {
        Match match = found.match();
        int head = found.head();
        List<Claim.Party> actors = sides.actors();
        List<Claim.Party> to = sides.recipients();
        boolean nominal = match.frame().part() == Part.NOUN || tree.isNominal(head);
        boolean standsAlone = !nominal
                && !found.act().effects().isEmpty()
                && subjects.of(things).stream()
                        .anyMatch(x -> x.kind() == Subject.Kind.RELATIONS
                                || x.parties().stream().anyMatch(discourse.actors()::containsKey));
        if (actors.isEmpty()
                        && to.isEmpty()
                        && !(standsAlone && dates.of(head, heads, match.words()).date() != null)
                || nominal
                        && !(actors.isEmpty()
                                && "ASSAULT".equals(found.act().act().type())
                                && Sides.named(to))
                        && !(actors.isEmpty() && found.code().equals("expel-diplomats") && Sides.named(to))
                        && (actors.isEmpty()
                                || to.isEmpty()
                                        && Sides.distinct(actors) < 2
                                        && subjects.of(things).isEmpty())) {
            return false;
        }
        if (actors.isEmpty() && found.act().context() != ActDefinition.Context.YES) {
            return false;
        }
        int insisted =
                tree.is(head, "insist") && "REQUEST".equals(found.act().act().type()) ? tree.child(head, "ccomp") : -1;
        if (insisted >= 0 && !isMandative(insisted)) {
            return false;
        }
        if (tree.is(head, "ask") && tree.isPassive(head) && tree.relation(head).equals("advcl")
                || isForecast(found, sides)) {
            return false;
        }
        boolean undergone =
                match.arguments().passive() && match.arguments().agents().isEmpty();
        if ((undergone || tree.child(head, "cop") >= 0) && realis.lasts(head)) {
            return false;
        }
        if ("CONSULT".equals(found.act().act().type())
                && found.act().mutual()
                && to.isEmpty()
                && Sides.distinct(actors) < 2
                && actors.stream().noneMatch(p -> p.actor().kind() == Actor.Kind.ORGANISATION)
                && subjects.of(things).isEmpty()) {
            return false;
        }
        if (nominal && isAimedAt(head) || found.byContext() && isOfVehicle(head)) {
            return false;
        }
        boolean alone = Sides.distinct(actors) == 1
                && Sides.allOf(to, actors.get(0).actor().principal());
        if (alone && promises(found) || orders.is(found) || orders.isAdvice(found)) {
            return false;
        }
        if (found.code().equals("agree") && tree.is(found.head(), "intend", "plan") && realis.negated(found.head())) {
            return false;
        }
        if (promises(found)
                && tree.children(head, "ccomp", "parataxis").stream().anyMatch(realis::negated)) {
            return false;
        }
        boolean shared = found.act().mutual()
                && subjects.of(things).stream()
                        .anyMatch(x -> x.kind() == Subject.Kind.AGREEMENT || x.kind() == Subject.Kind.BODY);
        if (nominal && !shared && Stream.concat(actors.stream(), to.stream()).noneMatch(p -> p.citation() != null)) {
            return false;
        }
        if (!actors.isEmpty()
                        && actors.stream()
                                .noneMatch(p ->
                                        Sides.acts(p.actor(), found.act().act().quad()))
                || realis.habitual(head)) {
            return false;
        }
        return true;
    }

    /** "Its campaign against the recognition of Chad", "a bid for the release of the crew": what somebody works for or against is not done. */
    private boolean isAimedAt(int head) {
        int aim = tree.head(head);
        return aim >= 0
                && Set.of("for", "against").contains(tree.preposition(head))
                && tree.is(
                        aim, "campaign", "bid", "drive", "push", "fight", "struggle", "argument", "case", "lobbying");
    }

    /** "Sank a boat that had left Chile": it is the boat that left, and nobody says whose it is. */
    private boolean isOfVehicle(int head) {
        return tree.deprel(head).equals("acl:relcl")
                && !tree.isPassive(head)
                && tree.child(head, "nsubj") >= 0
                && tree.is(tree.child(head, "nsubj"), "that", "which")
                && tree.is(tree.head(head), VEHICLES);
    }

    /** "Insisted that Oslo pay", "must pay": a demand, where "insisted that Oslo had paid" is an assertion. */
    private boolean isMandative(int clause) {
        if (tree.children(clause, "aux").stream().anyMatch(a -> tree.is(a, "must", "should", "shall"))) {
            return true;
        }
        int subject = tree.child(clause, "nsubj", "nsubj:pass");
        String tag = tree.token(clause).xpos();
        boolean one = subject >= 0 && tree.token(subject).xpos().matches("NNP?") && tree.child(subject, "conj") < 0;
        return tree.child(clause, "aux") < 0 && (tag.equals("VB") || tag.equals("VBP") && one);
    }

    /** "Japan will not retaliate, the American envoy said": a threat or a promise that somebody else foresees is none. */
    private boolean isForecast(Found found, ActSides.Two sides) {
        if (!found.act().spoken()
                || found.match().frame().modals().isEmpty()
                || sides.actors().isEmpty()) {
            return false;
        }
        List<Claim.Attribution> said = attribution.apply(found.head());
        Actor holder = said.isEmpty() ? null : said.get(0).actor();
        return holder != null
                && Discourse.isSide(holder)
                && holder.country() != null
                && !Sides.anyOf(sides.actors(), List.of(holder.principal()));
    }

    /** "Said that it would not bow": who only speaks of what he will do, to nobody, agrees to nothing. */
    private boolean promises(Found found) {
        boolean says = tree.is(found.head(), "say", "announce", "declare", "state");
        return found.code().equals("agree") && says;
    }
}
