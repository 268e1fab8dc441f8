package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

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
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.jspecify.annotations.Nullable;

/** How the review goes: who decided how much and how fast, how far reviewers agree, and which rules they reject. */
final class ReviewMeasures {
    private static final int MOST_RULES = 25;
    private static final int HOUR = "2021-10-18T09".length();

    private final Shelf.Copy copy;
    private final Query query;
    private final Decisions decisions;

    ReviewMeasures(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
        this.decisions = new Decisions(copy.log);
    }

    /** Nothing where nobody has decided anything. */
    DomContent content() {
        if (copy.log.isEmpty()) {
            return p();
        }
        return details(summary("How the review goes"), reviewers(), agreement(), rules())
                .withClass("folded measures");
    }

    private DomContent reviewers() {
        Map<String, Integer> count = new TreeMap<>();
        Map<String, Set<String>> hours = new TreeMap<>();
        Map<String, Integer> deeds = new TreeMap<>();
        Map<String, String> last = new TreeMap<>();
        for (Entry entry : copy.log) {
            String deed = entry.at() + entry.kind() + entry.why();
            count.merge(entry.by(), 1, Integer::sum);
            hours.computeIfAbsent(entry.by(), k -> new TreeSet<>())
                    .add(entry.at().substring(0, Math.min(HOUR, entry.at().length())));
            if (!deed.equals(last.put(entry.by(), deed))) {
                deeds.merge(entry.by(), 1, Integer::sum);
            }
        }
        List<DomContent> rows = new ArrayList<>();
        count.forEach((by, n) -> {
            int did = deeds.getOrDefault(by, 0);
            int active = hours.getOrDefault(by, Set.of()).size();
            rows.add(tr(
                    th(by).attr("scope", "row").attr("dir", "auto"),
                    td(String.valueOf(did)),
                    td(String.valueOf(n)),
                    td(String.valueOf(active)),
                    td(number(did / (double) Math.max(1, active)))));
        });
        return ListPages.grid(
                "Who decided (an hour counts where something was decided in it)",
                List.of("who", "decisions", "claims", "hours", "decisions an hour"),
                rows);
    }

    private DomContent agreement() {
        Agreement agreement = new Agreement(decisions);
        List<DomContent> rows = new ArrayList<>();
        for (Agreement.Pair pair : agreement.pairs()) {
            Double kappa = pair.kappa();
            rows.add(tr(
                    th(pair.one() + " and " + pair.other()).attr("scope", "row").attr("dir", "auto"),
                    td(String.valueOf(pair.both())),
                    td(String.valueOf(pair.same())),
                    td(kappa == null ? "not defined: one verdict only" : number(kappa))));
        }
        Double alpha = agreement.alpha();
        return rows.isEmpty()
                ? p("No claim has been accepted or rejected by two reviewers, so their agreement is not known.")
                        .withClass("codes")
                : div(
                        ListPages.grid(
                                "How far two reviewers agree",
                                List.of("who", "claims judged by both", "judged alike", "Cohen's kappa"),
                                rows),
                        p("Krippendorff's alpha of all reviewers (nominal, accept or reject): "
                                        + (alpha == null ? "not defined, all verdicts are the same" : number(alpha))
                                        + ".")
                                .withClass("codes"));
    }

    private record Judged(String rule, int accepted, int rejected, int corrected) {
        double kept() {
            return accepted + rejected == 0 ? 1 : accepted / (double) (accepted + rejected);
        }
    }

    /** Which rules were accepted least: what to mend next. */
    private DomContent rules() {
        Set<String> targets = new HashSet<>();
        decisions.standing().forEach(e -> targets.add(e.target()));
        Map<String, String> ruleOf = copy.rules(targets);
        Map<String, int[]> counts = new TreeMap<>();
        for (Entry entry : decisions.standing()) {
            int at = List.of("accept", "reject", "set").indexOf(entry.kind());
            @Nullable String rule = ruleOf.get(entry.target());
            if (at >= 0 && rule != null) {
                counts.computeIfAbsent(rule, k -> new int[3])[at]++;
            }
        }
        List<Judged> judged = new ArrayList<>();
        counts.forEach((rule, n) -> judged.add(new Judged(rule, n[0], n[1], n[2])));
        judged.sort(Comparator.comparingDouble(Judged::kept)
                .thenComparing(j -> -j.rejected())
                .thenComparing(Judged::rule));
        List<DomContent> rows = new ArrayList<>();
        for (Judged j : judged.subList(0, Math.min(MOST_RULES, judged.size()))) {
            rows.add(tr(
                    th(a(j.rule()).withHref(query.link("/review", "bulk", "on", "rule", j.rule())))
                            .attr("scope", "row"),
                    td(String.valueOf(j.accepted())),
                    td(String.valueOf(j.rejected())),
                    td(String.valueOf(j.corrected())),
                    td(j.accepted() + j.rejected() == 0 ? "" : Math.round(100 * j.kept()) + " %")));
        }
        return rows.isEmpty()
                ? p()
                : ListPages.grid(
                        "Verdicts by rule, least accepted first"
                                + (judged.size() > MOST_RULES ? "; the first " + MOST_RULES : ""),
                        List.of("rule", "accepted", "rejected", "corrected", "share accepted"),
                        rows);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
