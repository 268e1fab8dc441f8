package org.demarche.relate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.demarche.relate.PairFeatures.Block;

/** Reads the features of a pair of parties off a parsed sentence. Immutable. */
public final class PairReader {
    private static final Set<Upos> CONTENT = Set.of(Upos.VERB, Upos.NOUN, Upos.ADJ);
    private static final int LONGEST_PATH = 12;
    private static final int MOST_PLACES = 8;

    /** Words of a sentence that belong to one party, and the one that governs the others; head -1 where the sentence does not name it. */
    private record Side(Set<Integer> words, int head) {
        static final Side ABSENT = new Side(Set.of(), -1);
    }

    /**
     * The features of a pair in the sentence that tells most of it: the first that names both, else one that names the target, else the source, else
     * the first.
     *
     * @return features without names where no sentence is parsed
     */
    public PairFeatures read(String text, List<Sentence> sentences, String source, String target) {
        Sentence best = null;
        int most = -1;
        for (Sentence sentence : sentences) {
            if (sentence.isParsed()) {
                int points = (places(text, sentence, target).isEmpty() ? 0 : 2)
                        + (places(text, sentence, source).isEmpty() ? 0 : 1);
                if (points > most) {
                    most = points;
                    best = sentence;
                }
            }
        }
        return best == null
                ? new PairFeatures(List.of(), Map.of())
                : of(best, places(text, best, source), places(text, best, target));
    }

    private static List<Span> places(String text, Sentence sentence, String words) {
        List<Span> out = new ArrayList<>();
        int at = words.isBlank() ? -1 : text.indexOf(words, sentence.span().start());
        while (at >= 0 && at < sentence.span().end() && out.size() < MOST_PLACES) {
            out.add(new Span(at, at + words.length()));
            at = text.indexOf(words, at + words.length());
        }
        return out;
    }

    private static PairFeatures of(Sentence sentence, List<Span> sources, List<Span> targets) {
        Side source = Side.ABSENT;
        Side target = Side.ABSENT;
        int nearest = Integer.MAX_VALUE;
        for (Span s : sources) {
            for (Span t : targets) {
                int distance = Math.abs(s.start() - t.start());
                if (distance < nearest && !s.overlaps(t)) {
                    nearest = distance;
                    source = side(sentence, s);
                    target = side(sentence, t);
                }
            }
        }
        if (nearest == Integer.MAX_VALUE) {
            source = sources.isEmpty() ? Side.ABSENT : side(sentence, sources.get(0));
            target = targets.isEmpty() ? Side.ABSENT : side(sentence, targets.get(0));
        }
        return new Reading(sentence, source, target).features();
    }

    private static Side side(Sentence sentence, Span span) {
        Set<Integer> words = new LinkedHashSet<>();
        for (int i = 0; i < sentence.tokens().size(); i++) {
            if (sentence.token(i).span().overlaps(span)) {
                words.add(i);
            }
        }
        int head = -1;
        for (int i : words) {
            if (!words.contains(sentence.token(i).head()) && sentence.token(i).upos() != Upos.PUNCT) {
                head = i;
                break;
            }
        }
        return head < 0 ? Side.ABSENT : new Side(words, head);
    }

    /** One sentence being read. */
    private static final class Reading {
        private final Sentence sentence;
        private final Side source;
        private final Side target;
        private final Set<String> names = new LinkedHashSet<>();
        private final Map<Block, List<String>> words = new EnumMap<>(Block.class);

        Reading(Sentence sentence, Side source, Side target) {
            this.sentence = sentence;
            this.source = source;
            this.target = target;
        }

        PairFeatures features() {
            if (source.head() >= 0 && target.head() >= 0) {
                path();
                names.add(source.head() < target.head() ? "order=st" : "order=ts");
            }
            governor("s", source);
            governor("t", target);
            for (int i = 0; i < sentence.tokens().size(); i++) {
                Token token = sentence.token(i);
                if (target.words().contains(i)) {
                    if (CONTENT.contains(token.upos())) {
                        add(Block.TARGET, "tw", i);
                    }
                } else if (source.words().contains(i)) {
                    if (token.upos() == Upos.NOUN) {
                        names.add("sw=" + lemma(i));
                    }
                } else if (CONTENT.contains(token.upos())) {
                    add(Block.SENTENCE, "w", i);
                    if (between(i)) {
                        names.add("b=" + lemma(i));
                    }
                }
            }
            return new PairFeatures(List.copyOf(names), words);
        }

        private boolean between(int i) {
            int low = Math.min(source.head(), target.head());
            return low >= 0 && low < i && i < Math.max(source.head(), target.head());
        }

        private void path() {
            List<Integer> up = chain(source.head());
            List<Integer> down = chain(target.head());
            int common = up.stream().filter(down::contains).findFirst().orElse(-1);
            List<Integer> path = new ArrayList<>();
            up.stream().takeWhile(i -> i != common).forEach(path::add);
            if (common >= 0) {
                path.add(common);
                names.add("top=" + lemma(common));
            }
            down.stream().takeWhile(i -> i != common).forEach(path::add);
            for (int i : path) {
                if (!source.words().contains(i) && !target.words().contains(i)) {
                    add(Block.PATH, "p", i);
                    names.add("pr=" + sentence.token(i).deprel());
                    around(i);
                }
            }
            names.add("length=" + Math.min(path.size(), 6));
        }

        /** Objects, infinitives, particles, auxiliaries and negations of a word on the path. */
        private void around(int word) {
            for (int child : sentence.children(word)) {
                String relation = sentence.token(child).relation();
                if (source.words().contains(child) || target.words().contains(child)) {
                    continue;
                }
                switch (relation) {
                    case "obj", "xcomp", "ccomp", "obl", "nmod", "compound", "amod", "acl" -> {
                        if (CONTENT.contains(sentence.token(child).upos())) {
                            add(Block.PATH, "p-" + relation, child);
                            if (relation.equals("obj") || relation.equals("xcomp")) {
                                names.add("pair=" + lemma(word) + "|" + lemma(child));
                            }
                        }
                    }
                    case "aux" -> names.add("aux=" + lemma(child));
                    case "advmod", "mark" -> names.add(relation + "=" + lemma(child));
                    default -> {
                        // determiners, signs
                    }
                }
                if (sentence.token(child).deprel().equals("compound:prt")) {
                    names.add("verb=" + lemma(word) + "|" + lemma(child));
                }
            }
        }

        private void governor(String name, Side side) {
            if (side.head() < 0) {
                names.add(name + "=absent");
                return;
            }
            Token token = sentence.token(side.head());
            String preposition = "";
            for (int child : sentence.children(side.head())) {
                if (sentence.token(child).deprel().equals("case")) {
                    preposition = lemma(child);
                }
            }
            String relation = token.deprel() + (preposition.isEmpty() ? "" : ":" + preposition);
            names.add(name + "r=" + relation);
            int head = token.head();
            if (head >= 0 && !side.words().contains(head)) {
                names.add(name + "h=" + lemma(head));
                names.add(name + "hr=" + lemma(head) + "|" + relation);
                if (CONTENT.contains(sentence.token(head).upos())) {
                    words.computeIfAbsent(Block.HEADS, k -> new ArrayList<>()).add(lemma(head));
                }
            }
        }

        private void add(Block block, String name, int word) {
            names.add(name + "=" + lemma(word));
            words.computeIfAbsent(block, k -> new ArrayList<>()).add(lemma(word));
        }

        private List<Integer> chain(int from) {
            List<Integer> out = new ArrayList<>();
            for (int at = from;
                    at >= 0 && out.size() < LONGEST_PATH;
                    at = sentence.token(at).head()) {
                out.add(at);
            }
            return out;
        }

        private String lemma(int i) {
            return sentence.token(i).lemma().toLowerCase(Locale.ROOT);
        }
    }
}
