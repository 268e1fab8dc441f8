package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.coding.ActDefinition;
import org.demarche.coding.ActLexicon;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Claim;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples and counterexamples of the lexicon, read by the real engine. */
class LexiconExamplesTest {
    private static final ActLexicon LEXICON = ActLexicon.load();
    private static final OnnxSentenceParser PARSER = OnnxSentenceParser.load();
    private static final Pipeline PIPELINE = new Pipeline(PARSER);

    /** Parses every sentence that can carry an act, and tells its words. */
    private static final Pipeline WHOLE = new Pipeline(PARSER, List.of(), Parsing.ALL);

    /** Texts that were read, so that each is read once. */
    private static final Map<String, List<Claim>> CODED = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> everyActIsFoundInItsExamplesAndNotInItsCounterexamples() {
        return LEXICON.acts().values().stream()
                .map(act -> DynamicTest.dynamicTest(
                        act.code(), () -> assertThat(faults(act)).isEmpty()));
    }

    @Test
    void everyActHasTwoExamplesAndACounterexample() {
        assertThat(LEXICON.acts().values())
                .filteredOn(act -> LEXICON.examples(act.code()).size() < 2
                        || LEXICON.counterexamples(act.code()).isEmpty())
                .extracting(ActDefinition::code)
                .isEmpty();
    }

    /** A line that no example says may be dead, or wrong, and nobody would know; one example may be luck. */
    @Test
    void everyLineIsSaidByTwoExamples() {
        Map<String, Integer> said = new TreeMap<>();
        LEXICON.acts()
                .keySet()
                .forEach(code -> LEXICON.examples(code)
                        .forEach(example -> claims(example.text()).stream()
                                .map(Claim::rule)
                                .distinct()
                                .forEach(rule -> said.merge(rule, 1, Integer::sum))));

        assertThat(LEXICON.acts().values())
                .flatExtracting(ActDefinition::frames)
                .filteredOn(frame -> said.getOrDefault(frame.act() + "/" + frame.number(), 0) < 2)
                .extracting(frame -> frame.act() + "/" + frame.number() + ": " + frame.line())
                .isEmpty();
    }

    /** The word that carries a line must not be enough: a counterexample has it in another sense, or of other people. */
    @Test
    void theWordOfEveryLineStandsInACounterexample() {
        assertThat(LEXICON.acts().values())
                .flatExtracting(LexiconExamplesTest::untrapped)
                .isEmpty();
    }

    private static List<String> untrapped(ActDefinition act) {
        Set<String> words = new TreeSet<>();
        for (String text : LEXICON.counterexamples(act.code())) {
            WHOLE.code(Reports.of(text))
                    .sentences()
                    .forEach(sentence -> sentence.tokens().forEach(token -> {
                        words.add(token.lemma().toLowerCase(Locale.ROOT));
                        words.add(token.form().toLowerCase(Locale.ROOT));
                    }));
        }
        return act.frames().stream()
                .filter(frame -> frame.heads().stream().noneMatch(words::contains))
                .map(frame -> frame.act() + "/" + frame.number() + ": " + frame.line())
                .toList();
    }

    private static List<Claim> claims(String text) {
        return CODED.computeIfAbsent(text, t -> PIPELINE.code(Reports.of(t)).claims());
    }

    private static List<String> faults(ActDefinition act) {
        List<String> out = new ArrayList<>();
        for (ActDefinition.Example example : LEXICON.examples(act.code())) {
            List<Claim> claims = claims(example.text());
            if (claims.stream().noneMatch(claim -> fits(act, example, claim))) {
                out.add(example.where() + ": " + example.text() + "\n      coded: " + shown(claims));
            }
        }
        for (String text : LEXICON.counterexamples(act.code())) {
            List<Claim> claims = claims(text);
            if (claims.stream().anyMatch(claim -> claim.act().code().equals(act.code()))) {
                out.add("must not be " + act.code() + ": " + text + "\n      coded: " + shown(claims));
            }
        }
        return out;
    }

    private static boolean fits(ActDefinition act, ActDefinition.Example example, Claim claim) {
        boolean code = claim.act().code().equals(act.code()) || claim.rule().startsWith(act.code() + "/");
        return code
                && principals(claim.actors()).equals(new TreeSet<>(example.actors()))
                && principals(claim.recipients()).equals(new TreeSet<>(example.recipients()))
                && example.details().stream().allMatch(detail -> holds(detail, claim));
    }

    private static boolean holds(String detail, Claim claim) {
        String[] parts = detail.split(" ", 2);
        if (parts.length == 1) {
            return claim.factuality().name().equals(parts[0].toUpperCase(Locale.ROOT));
        }
        return switch (parts[0]) {
            case "status" -> claim.changes().stream().anyMatch(change -> parts[1].equals(change.value()));
            case "date" -> String.valueOf(claim.date().start()).startsWith(parts[1]);
            default ->
                claim.quantities().stream()
                        .anyMatch(q -> q.role().name().equals(parts[0].toUpperCase(Locale.ROOT))
                                && Double.valueOf(parts[1]).equals(q.value()));
        };
    }

    private static TreeSet<String> principals(List<Claim.Party> parties) {
        TreeSet<String> out = new TreeSet<>();
        parties.forEach(party -> out.add(party.actor().principal()));
        return out;
    }

    private static String shown(List<Claim> claims) {
        return claims.stream()
                .map(c -> c.rule() + " '" + c.trigger().quote() + "' " + principals(c.actors()) + " > "
                        + principals(c.recipients()) + " " + c.factuality() + " "
                        + c.quantities().stream()
                                .map(q -> q.role() + " " + q.value())
                                .toList() + " "
                        + c.changes().stream().map(change -> change.value()).toList())
                .toList()
                .toString();
    }
}
