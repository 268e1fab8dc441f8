package org.demarche.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.demarche.model.ActGuess;
import org.demarche.model.Token;
import org.demarche.model.Word;
import org.demarche.text.SentenceParser;
import org.jspecify.annotations.Nullable;

/**
 * The sentence model: Universal Dependencies tags and trees, lemmas and names in one pass.
 *
 * <p>Safe for use by several threads; each call runs on the caller's thread alone. What is said of a sentence depends on its words only, neither on its company nor on the thread. Sentences of
 * more than some 190 word pieces are read in overlapping windows, so time and memory grow with the number of words. Trees have one root and no cycles. Names are those of {@code PERSON}, {@code ORG},
 * {@code PLACE}, {@code EVENT}, {@code DATE} and {@code MISC}.
 */
public final class OnnxSentenceParser implements SentenceParser, AutoCloseable {

    /** Names a folder with another model than the bundled one. */
    public static final String MODEL_PROPERTY = "demarche.model";

    private final Network network;
    private final Source source;
    private @Nullable ActNetwork acts;
    private final Labels labels;
    private final WordPieces wordPieces;
    private final LemmaLexicon lexicon;
    private final RegularForms regularForms;
    private final NameDecoder nameDecoder;
    private final int root;

    private OnnxSentenceParser(Source source) throws IOException {
        this.source = source;
        network = new Network(source.read("sentences.onnx"), source.read("relations.onnx"));
        labels = Labels.read(lines(source.read("labels.tsv")));
        List<String> vocabulary = lines(source.read("vocabulary.txt"));
        wordPieces = new WordPieces(vocabulary);
        lexicon = new LemmaLexicon(lines(source.read("lemmas.tsv")));
        regularForms = new RegularForms(lexicon.lemmas("VB"), lexicon.lemmas("NN"), Set.copyOf(vocabulary));
        nameDecoder = new NameDecoder(labels.name());
        root = labels.relation().indexOf(Labels.ROOT);
    }

    private interface Source {
        byte[] read(String name) throws IOException;
    }

    /** The model in the folder that the system property {@value #MODEL_PROPERTY} names, or else the bundled one. */
    public static OnnxSentenceParser load() {
        String folder = System.getProperty(MODEL_PROPERTY);
        return folder != null && !folder.isBlank() ? load(Path.of(folder)) : load(OnnxSentenceParser::resource);
    }

    /** The model in a folder: {@code sentences.onnx}, {@code relations.onnx}, {@code labels.tsv}, {@code lemmas.tsv}, {@code vocabulary.txt}. */
    public static OnnxSentenceParser load(Path folder) {
        return load(name -> Files.readAllBytes(folder.resolve(name)));
    }

    private static OnnxSentenceParser load(Source source) {
        try {
            return new OnnxSentenceParser(source);
        } catch (IOException e) {
            throw new UncheckedIOException("the sentence model cannot be read", e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = OnnxSentenceParser.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " beside " + OnnxSentenceParser.class.getName()
                        + ", and no folder named by -D" + MODEL_PROPERTY);
            }
            return in.readAllBytes();
        }
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public List<List<Token>> parse(List<List<Word>> sentences) {
        return sentences.stream().map(this::tokens).toList();
    }

    @Override
    public List<List<ActGuess>> guessActs(List<List<Token>> sentences) {
        if (sentences.isEmpty()) {
            return List.of();
        }
        ActNetwork guessing = acts();
        return sentences.stream().map(s -> guesses(guessing, s)).toList();
    }

    /** The model of acts, loaded when it is first asked. */
    private synchronized ActNetwork acts() {
        if (acts == null) {
            try {
                acts = new ActNetwork(
                        network.runtime(),
                        GraphParts.withTable(source.read("acts.onnx"), source.read("sentences.onnx")),
                        lines(source.read("acts.tsv")));
            } catch (IOException e) {
                throw new UncheckedIOException("the model of acts cannot be read", e);
            }
        }
        return acts;
    }

    private List<ActGuess> guesses(ActNetwork acts, List<Token> tokens) {
        List<int[]> pieces = tokens.stream().map(t -> wordPieces.of(t.form())).toList();
        List<ActGuess> out = new ArrayList<>();
        for (Windows.Window window :
                Windows.of(pieces.stream().mapToInt(p -> p.length).toArray())) {
            List<int[]> part = pieces.subList(window.start(), window.end());
            if (!part.isEmpty()) {
                acts.read(Features.of(part, new int[part.size()]), window.start()).stream()
                        .filter(g -> g.word() >= window.coreStart() && g.word() < window.coreEnd())
                        .forEach(out::add);
            }
        }
        return out;
    }

    /** What is known of a sentence so far, by word; heads are -1 for the root. */
    private static final class Draft {
        private final List<Word> words;
        private final int[] upos;
        private final int[] xpos;
        private final int[] lemma;
        private final int[] head;
        private final int[] relation;
        private final float[][] names;

        Draft(List<Word> words) {
            this.words = words;
            upos = new int[words.size()];
            xpos = new int[words.size()];
            lemma = new int[words.size()];
            head = new int[words.size()];
            relation = new int[words.size()];
            names = new float[words.size()][];
        }
    }

    private void read(Draft draft) {
        int count = draft.words.size();
        List<int[]> pieces = new ArrayList<>(count);
        int[] cases = new int[count], sizes = new int[count];
        for (int i = 0; i < count; i++) {
            String form = draft.words.get(i).form();
            pieces.add(wordPieces.of(form));
            cases[i] = LetterCase.of(form, i == 0);
            sizes[i] = pieces.get(i).length;
        }
        for (Windows.Window window : Windows.of(sizes)) {
            int[] windowCases = Arrays.copyOfRange(cases, window.start(), window.end());
            Features features = Features.of(pieces.subList(window.start(), window.end()), windowCases);
            Network.Reading reading = network.read(features);
            int[] tree = TreeDecoder.decode(reading.arcs());
            keep(draft, window, reading, tree, network.relations(reading, tree));
        }
    }

    private void keep(Draft draft, Windows.Window window, Network.Reading reading, int[] tree, float[][] relations) {
        int start = window.start();
        for (int i = window.coreStart(); i < window.coreEnd(); i++) {
            int k = i - start, head = tree[k + 1];
            draft.upos[i] = reading.upos()[k];
            draft.xpos[i] = reading.xpos()[k];
            draft.lemma[i] = reading.lemma()[k];
            draft.names[i] = reading.names()[k];
            draft.head[i] = head == 0 ? -1 : start + head - 1;
            draft.relation[i] = head == 0 ? root : bestRelation(relations[k]);
        }
    }

    /** The best relation that is not {@code root}. */
    private int bestRelation(float[] scores) {
        int best = root == 0 ? 1 : 0;
        for (int r = 0; r < scores.length; r++) {
            if (r != root && scores[r] > scores[best]) {
                best = r;
            }
        }
        return best;
    }

    private List<Token> tokens(List<Word> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Draft draft = new Draft(words);
        read(draft);
        List<Token> tokens = new ArrayList<>(draft.words.size());
        List<Integer> changed = Windows.join(draft.head);
        int loose = labels.relation().indexOf("parataxis");
        for (int i : changed) {
            draft.relation[i] = draft.head[i] < 0 ? root : loose;
        }
        int[] names = nameDecoder.decode(draft.names);
        for (int i = 0; i < draft.words.size(); i++) {
            Word word = draft.words.get(i);
            String xpos = tag(draft, i);
            tokens.add(new Token(
                    word.span(),
                    word.form(),
                    lemma(draft, i, xpos),
                    labels.upos().get(draft.upos[i]),
                    xpos,
                    draft.head[i],
                    labels.relation().get(draft.relation[i]),
                    labels.name().get(names[i])));
        }
        return tokens;
    }

    /** What the network took it for; what describes a noun and has neither subject nor auxiliary is a participle: "envoys ordered out of Rome". */
    private String tag(Draft draft, int i) {
        String tag = labels.xpos().get(draft.xpos[i]);
        if (!tag.equals("VBD") || !relation(draft, i).equals("acl")) {
            return tag;
        }
        for (int j = 0; j < draft.head.length; j++) {
            if (draft.head[j] == i && relation(draft, j).matches("(nsubj|aux).*")) {
                return tag;
            }
        }
        return "VBN";
    }

    private String relation(Draft draft, int i) {
        return labels.relation().get(draft.relation[i]);
    }

    /** From the lexicon, else by the rules of regular forms, else by the edit script that the network chose. */
    private String lemma(Draft draft, int i, String xpos) {
        String form = draft.words.get(i).form();
        String lemma = lexicon.find(form, xpos);
        lemma = lemma != null ? lemma : regularForms.find(form, xpos);
        return lemma != null ? lemma : script(draft, i, xpos).apply(form);
    }

    /** The edit script of a word; an adjective with a capital among lower-case words is made of a name and keeps it. */
    private LemmaScript script(Draft draft, int i, String xpos) {
        LemmaScript script = labels.lemma().get(draft.lemma[i]);
        boolean capital =
                i > 0 && xpos.equals("JJ") && LetterCase.of(draft.words.get(i).form(), false) == LetterCase.CAPITALISED;
        return capital && isMostlyLowerCase(draft.words)
                ? new LemmaScript(LemmaScript.Casing.KEEP, script.cut(), script.ending())
                : script;
    }

    private static boolean isMostlyLowerCase(List<Word> words) {
        int lower = 0, other = 0;
        for (Word word : words) {
            int found = LetterCase.of(word.form(), false);
            lower += found == LetterCase.LOWER ? 1 : 0;
            other += found > LetterCase.LOWER && found <= LetterCase.MIXED ? 1 : 0;
        }
        return lower >= other;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (acts != null) {
                acts.close();
            }
        }
        network.close();
    }
}
