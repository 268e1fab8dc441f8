package org.demarche.mention.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small pattern over pieces: {@code the? DAY of? MONTH (,? YEAR)?}.
 *
 * <p>Lower-case words and marks stand for themselves, alternatives are joined by {@code |}, a name in capitals is a {@link PhrasePart}, {@code x:PART}
 * keeps its value under another name, {@code x:(this|that)} keeps the word, {@code ?} after an element or a bracket makes it optional, {@code +} before
 * an element wants it glued to the piece before. There is no repetition, so that the work at a place is bounded whatever the text is. Immutable.
 */
final class Phrase {
    /** A step of the compiled pattern: the place where the whole match ends, or -1. */
    private interface Step {
        int run(Pieces pieces, int at, Match match);
    }

    private static final Step END = (pieces, at, match) -> at;

    private final Step first;
    private final Set<String> firstWords = new HashSet<>();
    private final Set<PhrasePart> firstParts = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    private Phrase(Node root) {
        this.first = root.compile(END);
        root.collectFirst(firstWords, firstParts);
        root.collectWords(words);
    }

    /** All words and marks that stand for themselves in it. */
    Set<String> words() {
        return Set.copyOf(words);
    }

    static Phrase of(String pattern, Map<String, PhrasePart> parts) {
        String spaced = pattern.replaceAll("\\((?=.)", "( ").replaceAll("(?<=.)\\)", " )");
        Deque<String> words = new ArrayDeque<>(Arrays.asList(spaced.trim().split("\\s+")));
        Node root = Node.parse(words, parts);
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("unbalanced: " + pattern);
        }
        return new Phrase(root);
    }

    /** Whether a match can begin with a piece; cheap. */
    boolean canStart(Piece piece) {
        if (firstWords.contains(piece.lower())) {
            return true;
        }
        for (PhrasePart part : firstParts) {
            if (part.canStart(piece)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Match match(Pieces pieces, int at) {
        Match match = new Match(pieces, at);
        int end = first.run(pieces, at, match);
        if (end <= at) {
            return null;
        }
        match.to = end;
        return match;
    }

    /** The pattern as written, before it is compiled. */
    private sealed interface Node {
        Step compile(Step next);

        void collectWords(Set<String> words);

        /** Gathers what a match may begin with; true where the node can be empty. */
        boolean collectFirst(Set<String> words, Set<PhrasePart> parts);

        static Node parse(Deque<String> words, Map<String, PhrasePart> parts) {
            List<Node> ways = new ArrayList<>();
            List<Node> way = new ArrayList<>();
            while (!words.isEmpty() && !words.peek().startsWith(")")) {
                String word = words.poll();
                if (word.equals("|")) {
                    ways.add(new Row(way));
                    way = new ArrayList<>();
                } else if (word.equals("(") || word.endsWith(":(")) {
                    Node inner = parse(words, parts);
                    String close = words.isEmpty() ? "" : words.poll();
                    if (word.length() > 1) {
                        inner = new Kept(word.substring(0, word.length() - 2), inner);
                    }
                    way.add(close.endsWith("?") ? new Maybe(inner) : inner);
                } else {
                    way.add(single(word, parts));
                }
            }
            ways.add(new Row(way));
            return ways.size() == 1 ? ways.get(0) : new Choice(ways);
        }

        private static Node single(String word, Map<String, PhrasePart> parts) {
            boolean maybe = word.length() > 1 && word.endsWith("?");
            String rest = maybe ? word.substring(0, word.length() - 1) : word;
            boolean glued = rest.length() > 1 && rest.startsWith("+");
            rest = glued ? rest.substring(1) : rest;
            int colon = rest.length() > 1 ? rest.indexOf(':') : -1;
            String name = colon < 0 ? rest : rest.substring(0, colon);
            String what = rest.substring(colon + 1);
            PhrasePart part = parts.get(what);
            if (part == null && what.chars().anyMatch(Character::isUpperCase)) {
                throw new IllegalArgumentException("no part called " + what);
            }
            Node node = part != null
                    ? new Inner(name, part, glued)
                    : new Word(Set.of(what.length() > 1 ? what.split("\\|") : new String[] {what}), glued);
            return maybe ? new Maybe(node) : node;
        }
    }

    private record Row(List<Node> nodes) implements Node {
        @Override
        public Step compile(Step next) {
            Step step = next;
            for (int i = nodes.size() - 1; i >= 0; i--) {
                step = nodes.get(i).compile(step);
            }
            return step;
        }

        @Override
        public void collectWords(Set<String> words) {
            nodes.forEach(node -> node.collectWords(words));
        }

        @Override
        public boolean collectFirst(Set<String> words, Set<PhrasePart> parts) {
            for (Node node : nodes) {
                if (!node.collectFirst(words, parts)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Choice(List<Node> ways) implements Node {
        @Override
        public Step compile(Step next) {
            List<Step> steps = ways.stream().map(way -> way.compile(next)).toList();
            return (pieces, at, match) -> {
                int mark = match.mark();
                for (Step step : steps) {
                    int end = step.run(pieces, at, match);
                    if (end >= 0) {
                        return end;
                    }
                    match.backTo(mark);
                }
                return -1;
            };
        }

        @Override
        public void collectWords(Set<String> words) {
            ways.forEach(way -> way.collectWords(words));
        }

        @Override
        public boolean collectFirst(Set<String> words, Set<PhrasePart> parts) {
            boolean empty = false;
            for (Node way : ways) {
                empty |= way.collectFirst(words, parts);
            }
            return empty;
        }
    }

    private record Maybe(Node inner) implements Node {
        @Override
        public Step compile(Step next) {
            Step with = inner.compile(next);
            return (pieces, at, match) -> {
                int mark = match.mark();
                int end = with.run(pieces, at, match);
                if (end >= 0) {
                    return end;
                }
                match.backTo(mark);
                return next.run(pieces, at, match);
            };
        }

        @Override
        public void collectWords(Set<String> words) {
            inner.collectWords(words);
        }

        @Override
        public boolean collectFirst(Set<String> words, Set<PhrasePart> parts) {
            inner.collectFirst(words, parts);
            return true;
        }
    }

    private record Kept(String name, Node inner) implements Node {
        @Override
        public Step compile(Step next) {
            Step body = inner.compile(next);
            return (pieces, at, match) -> {
                match.add(name, null, at, at + 1);
                return body.run(pieces, at, match);
            };
        }

        @Override
        public void collectWords(Set<String> words) {
            inner.collectWords(words);
        }

        @Override
        public boolean collectFirst(Set<String> words, Set<PhrasePart> parts) {
            return inner.collectFirst(words, parts);
        }
    }

    private record Word(Set<String> forms, boolean glued) implements Node {
        @Override
        public Step compile(Step next) {
            return (pieces, at, match) -> {
                Piece piece = pieces.at(at);
                return forms.contains(piece.lower()) && (!glued || piece.glued())
                        ? next.run(pieces, at + 1, match)
                        : -1;
            };
        }

        @Override
        public void collectWords(Set<String> words) {
            words.addAll(forms);
        }

        @Override
        public boolean collectFirst(Set<String> words, Set<PhrasePart> parts) {
            words.addAll(forms);
            return false;
        }
    }

    private record Inner(String name, PhrasePart part, boolean glued) implements Node {
        @Override
        public Step compile(Step next) {
            return (pieces, at, match) -> {
                Piece piece = pieces.at(at);
                if (!part.canStart(piece) || (glued && !piece.glued())) {
                    return -1;
                }
                PhrasePart.Read read = part.read(pieces, at);
                if (read == null) {
                    return -1;
                }
                match.add(name, read.value(), at, read.end());
                return next.run(pieces, read.end(), match);
            };
        }

        @Override
        public void collectWords(Set<String> words) {
            words.addAll(part.words());
        }

        @Override
        public boolean collectFirst(Set<String> words, Set<PhrasePart> parts) {
            parts.add(part);
            return false;
        }
    }
}
