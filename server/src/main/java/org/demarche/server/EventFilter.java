package org.demarche.server;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.summary;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.demarche.model.Answer;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** Narrows events by what stands in the address, and shows what else there is to choose, with counts. */
final class EventFilter {
    private static final int MOST_CHOICES = 12;

    private final Shelf.Copy copy;
    private final Query query;
    private final Set<String> disputed = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    EventFilter(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
        copy.dossier.disagreements().stream().map(Disagreement::about).forEach(disputed::add);
        for (Answer answer : copy.dossier.answers()) {
            answered.add(answer.stimulus());
            answered.add(answer.response());
        }
    }

    boolean isDisputed(Event event) {
        return disputed.contains(event.id());
    }

    List<Event> of(List<Event> events) {
        return events.stream()
                .filter(e -> has("type", type(e)))
                .filter(e -> has("factuality", Say.lower(e.factuality())))
                .filter(e -> query.filter("outlet") == null || outlets(e).contains(query.filter("outlet")))
                .filter(this::isOnly)
                .toList();
    }

    private boolean has(String filter, String value) {
        String wanted = query.filter(filter);
        return wanted == null || wanted.equalsIgnoreCase(value);
    }

    private boolean isOnly(Event e) {
        String only = query.filter("only");
        return only == null
                || switch (only) {
                    case "disputed" -> isDisputed(e);
                    case "answers" -> answered.contains(e.id());
                    case "several" -> e.sources() > 1;
                    case "changes" -> !e.subjects().isEmpty();
                    default ->
                        throw new IllegalArgumentException(
                                "DEM-607 only is disputed, answers, several or changes, not " + only);
                };
    }

    static String type(Event e) {
        return e.act().type() == null
                ? "outside PLOVER"
                : String.valueOf(e.act().type());
    }

    Set<String> outlets(Event e) {
        Set<String> out = new HashSet<>();
        for (String id : e.documents()) {
            Document document = copy.documents.get(id);
            if (document != null) {
                out.add(copy.names.outlet(document));
            }
        }
        return out;
    }

    /** The states and organisations on either side. */
    static Set<String> principals(Event e) {
        Set<String> out = new TreeSet<>();
        e.actors().forEach(p -> out.add(p.actor().principal()));
        e.recipients().forEach(p -> out.add(p.actor().principal()));
        return out;
    }

    /** What can be chosen among these events. */
    DomContent bar(String path, List<Event> events) {
        List<DomContent> only = new ArrayList<>();
        only.add(choice(path, "only", null, "all"));
        only.add(choice(path, "only", "disputed", "told differently"));
        only.add(choice(path, "only", "several", "two or more sources"));
        only.add(choice(path, "only", "answers", "answers and answered"));
        only.add(choice(path, "only", "changes", "about a mission, body or agreement"));
        boolean isOpen =
                query.filter("type") != null || query.filter("outlet") != null || query.filter("factuality") != null;
        return div(
                        Frame.chips("Show only", only),
                        details(
                                        summary("Filter by type, outlet, factuality"),
                                        facet(path, "type", "Type", counts(events, e -> List.of(type(e)))),
                                        facet(path, "outlet", "Outlet", counts(events, e -> List.copyOf(outlets(e)))),
                                        facet(
                                                path,
                                                "factuality",
                                                "Factuality",
                                                counts(events, e -> List.of(Say.lower(e.factuality())))))
                                .condAttr(isOpen, "open", "open")
                                .withClass("folded"))
                .withClass("facets");
    }

    private DomContent facet(String path, String filter, String name, Map<String, Integer> counts) {
        List<DomContent> links = new ArrayList<>();
        links.add(choice(path, filter, null, "any " + name.toLowerCase(Locale.ROOT)));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CHOICES)
                .forEach(e -> links.add(choice(path, filter, e.getKey(), e.getKey() + " (" + e.getValue() + ")")));
        return Frame.chips(name, links);
    }

    private DomContent choice(String path, String filter, @Nullable String value, String text) {
        String set = query.filter(filter);
        boolean chosen = value == null ? set == null : value.equals(set);
        return Frame.chip(text, query.same(path, filter, value, "from", null), chosen);
    }

    private static Map<String, Integer> counts(List<Event> events, Function<Event, List<String>> values) {
        Map<String, Integer> out = new TreeMap<>();
        for (Event event : events) {
            values.apply(event).forEach(v -> out.merge(v, 1, Integer::sum));
        }
        return out;
    }
}
