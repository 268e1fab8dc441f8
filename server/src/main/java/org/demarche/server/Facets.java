package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a list by its properties, each a choice of a form: what else there is to choose, and how much of it is left under all other
 * choices. Works without scripts; what is chosen stands in the address.
 */
final class Facets<T> {
    private static final int MOST_CHOICES = 60;

    private final Query query;
    private final List<Facet<T>> facets = new ArrayList<>();

    Facets(Query query) {
        this.query = query;
    }

    private record Facet<T>(
            String name,
            String title,
            Function<T, ? extends Collection<String>> values,
            Function<String, String> label,
            Map<String, Integer> counts) {}

    /** Adds a property; {@code name} is its parameter in the address. */
    Facets<T> with(String name, String title, Function<T, ? extends Collection<String>> values) {
        return with(name, title, values, v -> v);
    }

    /** Adds a property whose values have other names for readers. */
    Facets<T> with(
            String name,
            String title,
            Function<T, ? extends Collection<String>> values,
            Function<String, String> label) {
        facets.add(new Facet<>(name, title, values, label, new TreeMap<>()));
        return this;
    }

    /** Whether anything is chosen. */
    boolean isNarrow() {
        return facets.stream().anyMatch(f -> query.filter(f.name()) != null);
    }

    /** Those that have all that is chosen; counts what each further choice would leave. */
    List<T> of(List<T> all) {
        List<T> out = new ArrayList<>();
        facets.forEach(f -> f.counts().clear());
        for (T one : all) {
            List<Collection<String>> values = new ArrayList<>();
            @Nullable Facet<T> missed = null;
            int misses = 0;
            for (Facet<T> facet : facets) {
                Collection<String> its = new LinkedHashSet<>(facet.values().apply(one));
                values.add(its);
                String wanted = query.filter(facet.name());
                if (wanted != null && its.stream().noneMatch(wanted::equalsIgnoreCase)) {
                    missed = facet;
                    misses++;
                }
            }
            for (int i = 0; i < facets.size() && misses < 2; i++) {
                if (misses == 0 || facets.get(i) == missed) {
                    Map<String, Integer> counts = facets.get(i).counts();
                    values.get(i).forEach(v -> counts.merge(v, 1, Integer::sum));
                }
            }
            if (misses == 0) {
                out.add(one);
            }
        }
        return out;
    }

    /** The choices as a form, and what is chosen as links that take it away; call {@link #of} before. */
    DomContent choices(String path) {
        List<DomContent> fields = new ArrayList<>();
        List<DomContent> chosen = new ArrayList<>();
        for (Facet<T> facet : facets) {
            String wanted = query.filter(facet.name());
            if (facet.counts().size() > 1 || wanted != null) {
                fields.add(field(facet, wanted));
            }
            if (wanted != null) {
                chosen.add(a(facet.title() + ": " + facet.label().apply(wanted) + " \u00D7")
                        .withHref(query.same(path, facet.name(), null, "from", null))
                        .attr("aria-label", "Take away " + facet.title() + " " + wanted));
            }
        }
        List<DomContent> kept = new ArrayList<>();
        query.asParameters().forEach((name, value) -> {
            if (!name.equals("from") && facets.stream().noneMatch(f -> f.name().equals(name))) {
                kept.add(input().withType("hidden").withName(name).withValue(value));
            }
        });
        return fields.isEmpty()
                ? span()
                : div(
                                form(
                                                each(kept, k -> k),
                                                each(fields, f -> f),
                                                button("Narrow").withType("submit"))
                                        .withMethod("get")
                                        .withAction(path)
                                        .withClass("choices"),
                                chosen.isEmpty() ? span() : Frame.chips("Chosen", chosen))
                        .withClass("facets");
    }

    private DomContent field(Facet<T> facet, @Nullable String wanted) {
        List<Map.Entry<String, Integer>> most = facet.counts().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CHOICES)
                .toList();
        return label(
                span(facet.title()),
                select(
                                option("any").withValue(""),
                                each(
                                        most,
                                        e -> option(facet.label().apply(e.getKey()) + " (" + e.getValue() + ")")
                                                .withValue(e.getKey())
                                                .condAttr(e.getKey().equalsIgnoreCase(wanted), "selected", "selected")))
                        .withName(facet.name()));
    }
}
