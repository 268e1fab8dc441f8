package org.demarche.merge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Groups event mentions of any kind of news by the occurrence that they name: within a report and over reports, from the words alone.
 *
 * <p>Two mentions can be one where their head words have one stem or are listed as synonyms; they are one where the sentences and the
 * reports around them speak of the same things (cosine of TF-IDF weights, average link). Where claims are known, {@link EventMerger} has
 * parties and dates to go by and is the better tool. Deterministic; the order of the mentions does not matter.
 */
public final class MentionClusterer {
    /** Mean likeness from which two groups of mentions of one kind are one. Set on the development part of ECB+. */
    private static final double ENOUGH = 0.16;

    private static final double WEIGHT_OF_REPORT = 0.5;

    private static final Set<String> PARTICLES =
            Set.of("into in to on up out off down over away for of with at by from back through against".split(" "));

    private static final Set<String> LIGHT = Set.of(
            "be is are was were been have has had get got take took taken make made do did give gave given go put will would"
                    .split(" "));

    private final Map<String, String> base = new TreeMap<>();
    private final Map<String, String> kind = new TreeMap<>();

    /**
     * A mention.
     *
     * @param id what to call it
     * @param document the report it stands in
     * @param sentence the words of its sentence
     * @param trigger the words that name the occurrence
     */
    public record Mention(String id, String document, String sentence, String trigger) {}

    public MentionClusterer() {
        read("forms.txt", words -> {
            for (int i = 1; i < words.length; i++) {
                base.put(words[i], words[0]);
            }
        });
        read("synonyms.txt", words -> {
            for (String word : words) {
                kind.put(stem(word), stem(words[0]));
            }
        });
    }

    private static void read(String name, Consumer<String[]> line) {
        try (InputStream in = MentionClusterer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (!text.isBlank() && !text.startsWith("#")) {
                    line.accept(text.strip().split(" "));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The groups, each with the ids of its mentions sorted, in order of their first ids. */
    public List<List<String>> cluster(List<Mention> mentions) {
        List<Mention> sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparing(Mention::id)
                .thenComparing(Mention::document)
                .thenComparing(Mention::trigger));
        Likeness likeness = new Likeness(sorted);
        Map<String, List<Integer>> kinds = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            kinds.computeIfAbsent(kindOf(sorted.get(i).trigger()), k -> new ArrayList<>())
                    .add(i);
        }
        List<List<String>> out = new ArrayList<>();
        kinds.values().forEach(members -> {
            for (List<Integer> group : AverageLink.group(members, likeness::of, ENOUGH)) {
                out.add(group.stream().map(i -> sorted.get(i).id()).sorted().toList());
            }
        });
        out.sort(Comparator.comparing(g -> g.get(0)));
        return List.copyOf(out);
    }

    /** The synonym class of the head of a trigger, or the head's stem: the verb before a particle, else the last content word. */
    private String kindOf(String trigger) {
        List<String> words = Words.split(trigger);
        List<String> content = words.stream()
                .filter(w -> !PARTICLES.contains(w) && !Words.isEmpty(w))
                .toList();
        List<String> heavy = content.stream().filter(w -> !LIGHT.contains(w)).toList();
        List<String> from = !heavy.isEmpty() ? heavy : !content.isEmpty() ? content : words;
        if (from.isEmpty()) {
            return trigger;
        }
        boolean phrasal = PARTICLES.contains(words.get(words.size() - 1));
        String stem = stem(phrasal ? from.get(0) : from.get(from.size() - 1));
        return kind.getOrDefault(stem, stem);
    }

    private String stem(String word) {
        String known = base.get(word);
        if (known != null) {
            return known;
        }
        String w = word;
        for (String suffix : List.of(
                "izations",
                "ization",
                "ations",
                "ation",
                "ments",
                "ment",
                "ings",
                "ing",
                "sions",
                "sion",
                "ions",
                "ion",
                "ies",
                "ied",
                "ed",
                "es",
                "s",
                "ers",
                "er",
                "or",
                "e")) {
            if (w.endsWith(suffix) && w.length() - suffix.length() >= 3) {
                w = w.substring(0, w.length() - suffix.length());
                break;
            }
        }
        int n = w.length();
        if (n > 3 && w.charAt(n - 1) == w.charAt(n - 2) && "lnprtmgdb".indexOf(w.charAt(n - 1)) >= 0) {
            w = w.substring(0, n - 1);
        }
        if (w.endsWith("i")) {
            w = w.substring(0, w.length() - 1) + "y";
        }
        return base.getOrDefault(w, w);
    }

    /** How much two mentions' surroundings have in common, from 0 to 1. */
    private final class Likeness {
        private final Map<String, Integer> words = new TreeMap<>();
        private final List<int[]> sentences = new ArrayList<>();
        private final List<int[]> reports = new ArrayList<>();
        private double[] weight = new double[0];
        private double[] sentenceNorm = new double[0];
        private double[] reportNorm = new double[0];

        Likeness(List<Mention> mentions) {
            Map<String, Set<String>> told = new TreeMap<>();
            mentions.forEach(m ->
                    told.computeIfAbsent(m.document(), d -> new TreeSet<>()).add(m.sentence()));
            Map<String, int[]> byReport = new TreeMap<>();
            Map<String, int[]> bySentence = new TreeMap<>();
            told.forEach((document, own) -> {
                Set<Integer> all = new TreeSet<>();
                for (String sentence : own) {
                    int[] ids = bySentence.computeIfAbsent(sentence, this::ids);
                    Arrays.stream(ids).forEach(all::add);
                }
                byReport.put(document, all.stream().mapToInt(Integer::intValue).toArray());
            });
            int[] in = new int[words.size()];
            byReport.values().forEach(ids -> Arrays.stream(ids).forEach(w -> in[w]++));
            weight = new double[in.length];
            for (int w = 0; w < in.length; w++) {
                double idf = Math.log((byReport.size() + 1.0) / in[w]);
                weight[w] = idf * idf;
            }
            mentions.forEach(m -> {
                sentences.add(bySentence.getOrDefault(m.sentence(), new int[0]));
                reports.add(byReport.getOrDefault(m.document(), new int[0]));
            });
            sentenceNorm = sentences.stream().mapToDouble(this::norm).toArray();
            reportNorm = reports.stream().mapToDouble(this::norm).toArray();
        }

        private int[] ids(String sentence) {
            Set<Integer> out = new TreeSet<>();
            for (String word : Words.split(sentence)) {
                if (!Words.isEmpty(word)) {
                    out.add(words.computeIfAbsent(stem(word), w -> words.size()));
                }
            }
            return out.stream().mapToInt(Integer::intValue).toArray();
        }

        private double norm(int[] ids) {
            return Math.sqrt(Arrays.stream(ids).mapToDouble(w -> weight[w]).sum());
        }

        double of(int a, int b) {
            double sentence = cosine(sentences.get(a), sentences.get(b), sentenceNorm[a] * sentenceNorm[b]);
            double report = cosine(reports.get(a), reports.get(b), reportNorm[a] * reportNorm[b]);
            return WEIGHT_OF_REPORT * report + (1 - WEIGHT_OF_REPORT) * sentence;
        }

        private double cosine(int[] a, int[] b, double norms) {
            if (a == b) {
                return 1;
            }
            double sum = 0;
            for (int i = 0, j = 0; i < a.length && j < b.length; ) {
                if (a[i] == b[j]) {
                    sum += weight[a[i]];
                    i++;
                    j++;
                } else if (a[i] < b[j]) {
                    i++;
                } else {
                    j++;
                }
            }
            return norms == 0 ? 0 : sum / norms;
        }
    }
}
