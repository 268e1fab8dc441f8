package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.model.Actor;
import org.demarche.model.Document;
import org.demarche.model.Mention.OfActor;
import org.demarche.model.Quote;
import org.demarche.model.Quote.Holder;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds who said, believed, demanded or announced what.
 *
 * <p>The source is the whole noun phrase of the holder, the cue the verb group or phrase that says so, the content what is held, with its link word
 * ("that") and quotation marks. A content in several stretches ("…," he said, "…") gives a quote for each. Quotations that no cue governs come
 * without source, cue and holder, but for names of works and things. Holders stand innermost first; who passes words on comes after.
 * Immutable; reads trees where sentences have them, the form of words where not.
 */
public final class QuoteFinder {
    private final Cues cues = Cues.load();

    /** Every quote of the document, by the place of its content. */
    public List<Quote> find(Document document, List<Sentence> sentences, List<OfActor> actors) {
        String text = document.text();
        List<Marks.Quoted> quotations = Marks.in(text);
        List<Marks.Quoted> outermost =
                quotations.stream().filter(q -> q.depth() == 0).toList();
        List<Attribution> attributions = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (Sentence sentence : sentences) {
            spans.add(sentence.span());
            if (!sentence.kind().carriesActs()) {
                continue;
            }
            Sentence placed = new Sentence(spans.size() - 1, sentence.span(), sentence.kind(), sentence.tokens());
            attributions.addAll(
                    sentence.isParsed()
                            ? new TreeAttributions(cues, placed).list()
                            : new SurfaceAttributions(cues, text, placed, outermost).list());
        }
        DirectSpeech speech = new DirectSpeech(text, quotations);
        List<Quote> owned =
                quotes(speech.join(attributions, spans), speech, new Holders(text, actors, cues), sentences, text);
        List<Quote> out = new ArrayList<>(owned);
        out.addAll(new Unowned(text, sentences, outermost).besides(owned));
        out.sort(Comparator.comparing(Quote::content));
        return List.copyOf(out);
    }

    private static List<Quote> quotes(
            List<Attribution> attributions,
            DirectSpeech speech,
            Holders holders,
            List<Sentence> sentences,
            String text) {
        List<Quote> out = new ArrayList<>();
        Holder before = null;
        int last = -1;
        Set<Span> seen = new HashSet<>();
        for (Attribution attribution : attributions) {
            Holder holder = holders.of(attribution, before, attribution.sentence() - last);
            for (Span content : attribution.contents()) {
                Span place = attribution.place();
                boolean idiom = content.length() < LONGEST_IDIOM
                        && IDIOM.matcher(content.in(text)).matches();
                if (idiom
                        || (place != null && content.overlaps(place) && !content.contains(place))
                        || !seen.add(content)) {
                    continue;
                }
                out.add(new Quote(
                        sentences.get(attribution.sentence()).index(),
                        attribution.source(),
                        attribution.cue(),
                        content,
                        speech.isDirect(content),
                        holder == null ? List.of() : List.of(holder),
                        addressee(attribution, holders),
                        Quote.Kind.valueOf(attribution.kind().toUpperCase(Locale.ROOT)),
                        holder != null && holders.isNamed(holder)));
            }
            if (holder != null && !attribution.contents().isEmpty()) {
                before = holder;
                last = attribution.sentence();
            }
        }
        out.sort(Comparator.comparing(Quote::content));
        return chained(out);
    }

    /** "Responded in kind", "called its envoy home", "declared him persona non grata": deeds, and no words. */
    private static final Pattern IDIOM =
            Pattern.compile("kind|.+ home|(.+ )?person(a|ae|as) non gratae?", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_IDIOM = 80;

    private static @Nullable Actor addressee(Attribution attribution, Holders holders) {
        Span told = attribution.addressee();
        return told == null ? null : holders.actor(told);
    }

    /** A quote whose cue stands inside another's content is passed on by that one's holders. */
    private static List<Quote> chained(List<Quote> quotes) {
        List<Quote> out = new ArrayList<>();
        List<Quote> around = new ArrayList<>();
        for (Quote quote : quotes) {
            around.removeIf(q -> q.content().end() <= quote.content().start());
            List<Holder> chain = new ArrayList<>(quote.chain());
            Span cue = quote.cue() == null ? quote.content() : quote.cue();
            for (int i = around.size() - 1; i >= 0; i--) {
                Quote outer = around.get(i);
                if (outer.content().contains(cue) && !outer.content().equals(quote.content())) {
                    outer.chain().stream().filter(h -> !chain.contains(h)).forEach(chain::add);
                    break;
                }
            }
            Quote linked = quote.withChain(chain);
            out.add(linked);
            if (around.size() < 16) {
                around.add(linked);
            }
        }
        return List.copyOf(out);
    }
}
