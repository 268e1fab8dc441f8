package org.demarche.merge;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Days;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Whether a claim tells of the occurrence that a group of claims tells of. First what rules it out (the wrong direction, another thing,
 * days too far apart), then points for what speaks for it. Both are said in words, for {@code explain}.
 */
final class Affinity {
    /** Points that a claim needs to join; words alone (same parties, no date) never reach it. */
    static final double ENOUGH = 3.0;

    static final double ENOUGH_FOR_WORDS = 4.2;

    static final double ENOUGH_FOR_TELLING_WORDS = 3.5;

    /** A report without a date for an act speaks of the last weeks, unless it says otherwise. */
    private static final int RECENT_DAYS = 75;

    /** What was done so many days before a report is not what the report says is to come. */
    private static final int PLAN_DAYS = 7;

    /** "Nine months after" it may be a month more or less. */
    private static final int ROUGH_DAYS = 31;

    /** "Two days after" it may be a day or two more or less. */
    private static final int MOST_LOOSE_DAYS = 3;

    /** Stems of words for force that name no one act. */
    private static final Set<String> COMMON_FORCE = Set.of(
            "attack", "strik", "fight", "fir", "kill", "shell", "bomb", "raid", "war", "clash", "deploy", "forc", "us");

    /** Below this, two sentences share no more than the names of the parties. */
    private static final double FEW_WORDS = 0.08;

    /** Codes of words that are said of anything. */
    private static final Set<String> GENERAL = Set.of(
            "criticise",
            "accuse",
            "reject",
            "demand",
            "agree",
            "threaten",
            "deny",
            "support",
            "meet",
            "attack",
            "protest",
            "concede",
            "offer-talks");

    /** Stems of words for saying that name no one saying. */
    private static final Set<String> COMMON_WORDS = Set.of(
            ("accus blam critic criticis condemn call express reject refus deny deni dismis rebuf demand ask request urg agre accept offer"
                            + " propos promis support back welcom threat threaten warn protest complain concern statement step move act action meas"
                            + " talk meet decision any all claim charg")
                    .split(" "));

    private final Map<String, Double> rarity;
    private final IdentityHashMap<Profile, Bag> bags = new IdentityHashMap<>();

    Affinity(Map<String, Double> rarity) {
        this.rarity = rarity;
    }

    /**
     * Verdict on one claim and one group.
     *
     * @param against what rules it out, or null
     * @param points how much speaks for it
     * @param reasons what speaks for and against it, in words
     * @param named whether both name the act by one telling word ("regret"), not only by its kind
     */
    record Verdict(@Nullable String against, double points, List<String> reasons, boolean named) {
        static Verdict no(String why) {
            return new Verdict(why, 0, List.of(), false);
        }

        boolean joins(Profile p) {
            boolean words = p.family() == Family.WORDS || p.family() == Family.OTHER;
            boolean telling = named || !GENERAL.contains(p.claim().act().code());
            return against == null
                    && points >= (!words ? ENOUGH : telling ? ENOUGH_FOR_TELLING_WORDS : ENOUGH_FOR_WORDS);
        }
    }

    /** The verdict with its reasons. */
    Verdict judge(Profile p, Group g) {
        return judge(p, g, new Score(new ArrayList<>()));
    }

    /** The points of a claim that joins a group, without the reasons; -1 where it does not join. */
    double joining(Profile p, Group g) {
        if (days(p, g) != null) {
            return -1;
        }
        Verdict verdict = judge(p, g, new Score(null));
        return verdict.joins(p) ? verdict.points() : -1;
    }

    private Verdict judge(Profile p, Group g, Score score) {
        if (p.family() != g.family() || !sameWordType(p, g)) {
            return Verdict.no("different kinds of act");
        }
        String direction = direction(p, g);
        boolean sameThing = p.family().isAboutSubject() && meet(p.targets(), g.targets);
        String against = sameThing ? null : direction;
        if (against == null) {
            against = subjects(p, g);
        }
        if (against == null) {
            against = sentence(p, g);
        }
        if (against == null) {
            against = plans(p, g);
        }
        if (against == null) {
            against = days(p, g);
        }
        if (against == null) {
            against = numbers(p, g);
        }
        if (against == null) {
            against = persons(p, g);
        }
        if (against == null
                && p.isDenied() != g.members.stream().allMatch(Profile::isDenied)
                && !(p.family() == Family.STOP && direction == null && isOfOneSide(p, g))) {
            against = "one denies what the other asserts";
        }
        if (against != null) {
            return Verdict.no(against);
        }
        scoreParties(p, g, score);
        if (direction != null) {
            boolean swapped = g.codes.contains(p.claim().act().code())
                    && p.actors().equals(g.recipients)
                    && p.recipients().equals(g.actors);
            score.add(swapped ? -0.3 : -0.8, "laid on another side");
        }
        scoreSubjects(p, g, score);
        scoreDays(p, g, score);
        scoreNumbers(p, g, score);
        scoreWords(p, g, score);
        return new Verdict(null, score.points, score.reasons(), isNamedAlike(p, g));
    }

    /**
     * Whether a claim that names no day can be of a known act: persons sent away, a thing ended or begun again, by the same side to the same
     * side, about the same thing where both tell, before the report and, where no thing is named, in the weeks before it.
     */
    boolean canBe(Profile p, Group g) {
        boolean thing = meet(p.targets(), g.targets);
        boolean kind =
                p.family() == Family.EXPEL || ((p.family() == Family.STOP || p.family() == Family.RESUME) && thing);
        LocalDate done = g.date.first();
        LocalDate said = p.published().last();
        boolean before = done != null && (said == null || !done.isAfter(said));
        boolean recent = thing && p.family() != Family.EXPEL
                || (done != null && said != null && ChronoUnit.DAYS.between(done, said) <= RECENT_DAYS);
        return kind
                && before
                && recent
                && p.claim().factuality() == Factuality.ASSERTED
                && g.members.stream().noneMatch(Profile::isDenied)
                && (p.family() == Family.EXPEL
                        || g.codes.contains(p.claim().act().code())
                        || g.senses.contains(p.sense()))
                && (meet(p.actors(), g.actors) && meet(p.recipients(), g.recipients) || isOfBoth(p, g))
                && subjects(p, g) == null
                && sentence(p, g) == null
                && differ(p, g.numbers) == null;
    }

    /** The same act of the same side: "it has not severed relations" denies no severance by the other, and no lesser step. */
    private static boolean isOfOneSide(Profile p, Group g) {
        return g.codes.contains(p.claim().act().code())
                && (p.actors().isEmpty() || g.actors.isEmpty() || meet(p.actors(), g.actors));
    }

    /** What two sides have in common, told of both at once, is the act of either. */
    private static boolean isOfBoth(Profile p, Group g) {
        Set<String> all = new TreeSet<>(g.actors);
        all.addAll(g.recipients);
        return p.mutual()
                && g.mutual
                && p.parties().stream().filter(all::contains).count() > 1;
    }

    /** Mean points of all claims of one group with another; -1 where one of them is ruled out or the mean is too low. */
    double together(Group g, Group other) {
        double sum = 0;
        for (Profile p : g.members) {
            Verdict verdict = judge(p, other, new Score(null));
            if (verdict.against() != null) {
                return -1;
            }
            sum += verdict.points();
        }
        double mean = sum / g.members.size();
        return new Verdict(null, mean, List.of(), false).joins(g.members.get(0)) ? mean : -1;
    }

    private static boolean isNamedAlike(Profile p, Group g) {
        return p.trigger().stream().anyMatch(w -> g.trigger.contains(w) && !COMMON_WORDS.contains(w));
    }

    private static final class Score {
        private double points;
        private final @Nullable List<String> reasons;

        /** Without a list to put them in, nobody asks for the reasons. */
        Score(@Nullable List<String> reasons) {
            this.reasons = reasons;
        }

        void add(double p, String reason) {
            points += p;
            if (reasons != null) {
                reasons.add(reason + String.format(Locale.ROOT, " (%+.1f)", p));
            }
        }

        List<String> reasons() {
            return reasons == null ? List.of() : reasons;
        }
    }

    private static boolean sameWordType(Profile p, Group g) {
        Profile first = g.members.get(0);
        if (p.family() == Family.WORDS || p.family() == Family.FORCE) {
            return Objects.equals(p.claim().act().type(), first.claim().act().type());
        }
        return p.family() != Family.OTHER
                || p.claim().act().code().equals(first.claim().act().code());
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        return !Collections.disjoint(a, b);
    }

    private static @Nullable String direction(Profile p, Group g) {
        if (p.parties().isEmpty() || (g.actors.isEmpty() && g.recipients.isEmpty())) {
            return null;
        }
        if (p.mutual() || g.mutual) {
            Set<String> all = new TreeSet<>(g.actors);
            all.addAll(g.recipients);
            Set<String> mine = p.parties();
            boolean covered = mine.size() < 2 || all.size() < 2
                    ? meet(mine, all)
                    : mine.stream().filter(all::contains).count() >= 2;
            return covered ? null : "different parties";
        }
        boolean actors = p.actors().isEmpty() || g.actors.isEmpty() || meet(p.actors(), g.actors);
        boolean recipients = p.recipients().isEmpty() || g.recipients.isEmpty() || meet(p.recipients(), g.recipients);
        if (actors && recipients) {
            boolean somewhere = meet(p.actors(), g.actors) || meet(p.recipients(), g.recipients);
            return somewhere ? null : "no party in common";
        }
        return meet(p.actors(), g.recipients) ? "the other direction" : "different parties";
    }

    private static @Nullable String subjects(Profile p, Group g) {
        boolean persons = p.family() == Family.EXPEL
                && p.targetKinds().contains(Subject.Kind.STAFF)
                && g.targetKinds.contains(Subject.Kind.STAFF);
        if (persons && !meet(p.targets(), g.targets)) {
            return "about the staff of another side";
        }
        if (p.claim().act().isState() && !meet(p.targets(), g.targets)) {
            return "states of different things";
        }
        if (!p.family().isAboutSubject()
                || p.targets().isEmpty()
                || g.targets.isEmpty()
                || meet(p.targets(), g.targets)) {
            boolean untold = p.family() == Family.STOP
                    && p.targets().isEmpty() != g.targets.isEmpty()
                    && !g.codes.contains(p.claim().act().code());
            if (untold) {
                return "one does not say what";
            }
            return p.family() == Family.STOP
                            && !meet(p.targets(), g.targets)
                            && !p.things().isEmpty()
                            && !g.things.isEmpty()
                            && !meet(p.things(), g.things)
                    ? "about different kinds of thing"
                    : null;
        }
        return "about different things";
    }

    /** What two persons of one side say are two sayings. */
    private static @Nullable String persons(Profile p, Group g) {
        if (p.family() != Family.WORDS
                || p.persons().isEmpty()
                || g.persons.isEmpty()
                || meet(p.persons(), g.persons)) {
            return null;
        }
        return "said by different persons";
    }

    /** Two acts named in one sentence are two acts, unless they are named by the same words about the same thing. */
    private static @Nullable String sentence(Profile p, Group g) {
        for (Profile m : g.members) {
            if (m.document().id().equals(p.document().id())
                    && m.claim().sentenceIndex() == p.claim().sentenceIndex()
                    && !(m.trigger().equals(p.trigger())
                            && m.targets().equals(p.targets())
                            && m.actors().equals(p.actors()))
                    && !isOneActInTwoWords(p, m)) {
                return "told apart within one sentence";
            }
        }
        return null;
    }

    /** "Will leave the alliance, in which it froze its membership in May": what is still to come is not another act that was done before. */
    private static @Nullable String plans(Profile p, Group g) {
        return g.members.stream().anyMatch(m -> isPlannedAfter(p, m) || isPlannedAfter(m, p))
                ? "planned when the other had been done"
                : null;
    }

    private static boolean isPlannedAfter(Profile plan, Profile done) {
        LocalDate last = done.date().last(), told = plan.published().first();
        return plan.claim().factuality() == Factuality.PLANNED
                && done.claim().factuality() == Factuality.ASSERTED
                && !plan.claim().act().code().equals(done.claim().act().code())
                && plan.document().id().equals(done.document().id())
                && last != null
                && told != null
                && last.isBefore(told.minusDays(PLAN_DAYS));
    }

    /** "The closure or suspension of the mission": one sentence, one thing, one date, two words. */
    private static boolean isOneActInTwoWords(Profile p, Profile m) {
        return p.family() == Family.STOP
                && !p.targets().isEmpty()
                && p.targets().equals(m.targets())
                && p.actors().equals(m.actors())
                && p.date().equals(m.date())
                && Math.abs(p.claim().trigger().start() - m.claim().trigger().start()) <= 40;
    }

    private static @Nullable String days(Profile p, Group g) {
        MonthDay mine = p.yearless();
        if (mine != null && !p.date().isKnown()) {
            MonthDay theirs = g.yearless != null ? g.yearless : g.date.isDay() ? MonthDay.from(first(g.date)) : null;
            if (theirs != null && monthDayGap(mine, theirs) > 1) {
                return "on different days of the year";
            }
            return g.date.isKnown() && g.date.length() <= 31 && theirs == null && !monthFits(mine, g.date)
                    ? "in different months"
                    : null;
        }
        if (g.yearless != null
                && !g.date.isKnown()
                && p.date().isDay()
                && monthDayGap(g.yearless, MonthDay.from(first(p.date()))) > 1) {
            return "on different days of the year";
        }
        if (p.isUndated() || !g.date.isKnown()) {
            return g.effective.isKnown() && p.effective().isKnown() && g.effective.gap(p.effective()) > 31
                    ? "in force from different days"
                    : null;
        }
        long gap = p.date().gap(g.date);
        if (gap > tolerance(p, g)
                && !(p.date().isDay() && g.effective.isKnown() && p.date().gap(g.effective) <= 1)
                && !(g.date.isDay() && p.effective().isKnown() && g.date.gap(p.effective()) <= 1 && gap < 120)) {
            return gap + " days apart";
        }
        return null;
    }

    private static long tolerance(Profile p, Group g) {
        boolean loose = p.isExactly(When.Basis.RELATIVE_ACT)
                || p.isExactly(When.Basis.INFERRED)
                || g.members.stream()
                        .allMatch(m -> m.isExactly(When.Basis.RELATIVE_ACT) || m.isExactly(When.Basis.INFERRED));
        if (p.family() == Family.START && meet(p.targets(), g.targets)) {
            return p.date().isDay() && g.date.isDay() ? 40 : 800;
        }
        return isRough(p, g) ? ROUGH_DAYS : loose ? MOST_LOOSE_DAYS : 1;
    }

    private static boolean isRough(Profile p, Group g) {
        return p.isRough() || g.members.stream().allMatch(Profile::isRough);
    }

    private static LocalDate first(Days days) {
        return Objects.requireNonNull(days.first());
    }

    private static long monthDayGap(MonthDay a, MonthDay b) {
        long gap = Math.abs(ChronoUnit.DAYS.between(a.atYear(2020), b.atYear(2020)));
        return Math.min(gap, 366 - gap);
    }

    private static boolean monthFits(MonthDay day, Days days) {
        for (int year = first(days).getYear();
                days.last() != null && year <= days.last().getYear();
                year++) {
            LocalDate at = day.atYear(year);
            if (new Days(at, at).gap(days) == 0) {
                return true;
            }
        }
        return false;
    }

    /** One report does not give one act two numbers; two reports or two speakers may. */
    private static @Nullable String numbers(Profile p, Group g) {
        for (Profile m : g.members) {
            if (m.document().id().equals(p.document().id())
                    && differ(p, m.numbers()) != null
                    && !Tellers.areTwo(p.claim(), m.claim())
                    && p.claim().factuality() != Factuality.RETRACTED
                    && m.claim().factuality() != Factuality.RETRACTED) {
                return "different numbers in one report";
            }
        }
        Role role = differ(p, g.numbers);
        if (role == null || agree(p, g.numbers) || takesBack(p, g)) {
            return null;
        }
        boolean sameDay = p.date().isDay() && g.date.isDay() && p.date().gap(g.date) <= 1;
        return sameDay || p.yearless() != null ? null : "different numbers, and no day that is the same";
    }

    /** Whether one of the two is what its own report takes back: it is told because another report, or a later sentence, has it right. */
    private static boolean takesBack(Profile p, Group g) {
        return isTakenBack(p) != g.members.stream().allMatch(Affinity::isTakenBack)
                && p.numbers().entrySet().stream()
                        .allMatch(e -> g.numbers.getOrDefault(e.getKey(), e.getValue()).stream()
                                .anyMatch(a -> e.getValue().stream().anyMatch(a::isOfOneSize)));
    }

    private static boolean isTakenBack(Profile p) {
        return p.claim().factuality() == Factuality.RETRACTED;
    }

    private static @Nullable Role differ(Profile p, Map<Role, Set<Amount>> others) {
        for (Map.Entry<Role, Set<Amount>> e : p.numbers().entrySet()) {
            Set<Amount> theirs = others.get(e.getKey());
            if (theirs != null && !meetAmounts(theirs, e.getValue())) {
                return e.getKey();
            }
        }
        return null;
    }

    private static boolean agree(Profile p, Map<Role, Set<Amount>> others) {
        return p.numbers().entrySet().stream()
                .anyMatch(e -> meetAmounts(others.getOrDefault(e.getKey(), Set.of()), e.getValue()));
    }

    private static boolean meetAmounts(Set<Amount> a, Set<Amount> b) {
        return a.stream().anyMatch(x -> b.stream().anyMatch(x::meets));
    }

    private static void scoreParties(Profile p, Group g, Score score) {
        if (p.mutual() || g.mutual) {
            Set<String> all = new TreeSet<>(g.actors);
            all.addAll(g.recipients);
            long shared = p.parties().stream().filter(all::contains).count();
            score.add(shared >= 2 ? 1.5 : shared == 1 ? 0.7 : 0, "same parties");
            if (p.mutual() != g.mutual && !p.family().isMutual()) {
                score.add(-0.5, "one is of both sides");
            }
            return;
        }
        if (meet(p.actors(), g.actors)) {
            score.add(0.8, "same actor");
        }
        if (meet(p.recipients(), g.recipients)) {
            score.add(0.8, "same recipient");
        }
        boolean person = p.recipients().stream().anyMatch(r -> isPerson(r) && g.recipients.contains(r));
        if (person) {
            score.add(0.7, "same person");
        }
    }

    /** Parties that are neither states nor organisations are persons by name. */
    private static boolean isPerson(String party) {
        return party.equals(party.toLowerCase(Locale.ROOT));
    }

    private static void scoreSubjects(Profile p, Group g, Score score) {
        if (meet(p.targets(), g.targets)) {
            score.add(
                    p.family() == Family.START
                            ? 3
                            : p.family().isAboutSubject() ? 2 : p.family() == Family.WORDS ? 1 : 0.5,
                    "about the same thing");
        } else if (p.family() == Family.START || p.family() == Family.RESUME) {
            score.add(-1, "not known to be about the same thing");
        } else if (p.family() == Family.STOP) {
            boolean named = g.senses.contains(p.sense());
            score.add(named ? -1 : -2, "not known to be about the same thing" + (named ? "" : ", and named otherwise"));
        }
    }

    private void scoreDays(Profile p, Group g, Score score) {
        boolean sameDocument = g.documents.contains(p.document().id());
        if (p.yearless() != null && !p.date().isKnown()) {
            score.add(g.yearless != null || g.date.isDay() ? 2.5 : 0, "same day of the year");
        } else if (p.date().isDay() && g.date.isDay()) {
            score.add(2.5, "same day");
        } else if (!p.isUndated() && g.date.isKnown() && p.date().gap(g.date) > MOST_LOOSE_DAYS && isRough(p, g)) {
            score.add(0.5, "a month apart, counted in months");
        } else if (!p.isUndated() && g.date.isKnown()) {
            long wide = Math.max(p.date().length(), g.date.length());
            score.add(wide <= 31 ? 1.5 : wide <= 400 ? 1.0 : 0.3, "days that overlap");
        } else if (p.family() == Family.MEET) {
            score.add(-1.5, "a habit or an undated meeting");
        } else if (startsWith(p, g)) {
            score.add(1.0, "begins with the same days");
        } else if (sameDocument) {
            score.add(0.5, "same report");
        } else if (recent(p, g)) {
            score.add(0.3, "no other day is named, and the act was recent");
        } else if (p.family() == Family.FORCE && named(p, g)) {
            score.add(0.3, "known by its name, no day is named");
        } else if (p.family() != Family.START) {
            score.add(-1.5, "nothing ties the days together");
        }
        if (p.effective().isKnown() && g.effective.isKnown() && p.effective().gap(g.effective) <= 2) {
            score.add(1, "in force from the same day");
        } else if (p.effective().isKnown() && g.date.isDay() && !p.date().isKnown()) {
            long wait = p.effective().gap(g.date);
            score.add(wait <= 120 ? 0.3 : -3, "in force " + wait + " days later");
        }
    }

    /** "After 2014" may tell of what others date 2014. */
    private static boolean startsWith(Profile p, Group g) {
        LocalDate from = p.date().first();
        LocalDate theirs = g.date.first();
        return from != null && theirs != null && Math.abs(ChronoUnit.DAYS.between(from, theirs)) <= 366;
    }

    /** An act of force that goes by a name of its own ("the annexation") needs no day; "an attack" does. */
    private static boolean named(Profile p, Group g) {
        return p.trigger().stream().anyMatch(w -> g.trigger.contains(w) && !COMMON_FORCE.contains(w));
    }

    private static boolean recent(Profile p, Group g) {
        LocalDate said = p.published().last() != null
                ? p.published().last()
                : p.published().first();
        LocalDate done = g.date.last() != null ? g.date.last() : g.date.first();
        if (said == null || done == null) {
            return !p.claim().act().contexts().contains("historical");
        }
        boolean within = g.date.first() != null && !said.isBefore(g.date.first()) && said.isBefore(done);
        long ago = within ? 0 : ChronoUnit.DAYS.between(done, said);
        boolean laterPerhaps = p.published().last() == null;
        return (ago >= -3 || laterPerhaps) && ago <= RECENT_DAYS;
    }

    private static void scoreNumbers(Profile p, Group g, Score score) {
        if (agree(p, g.numbers)) {
            score.add(1.5, "same number");
        } else if (takesBack(p, g)) {
            score.add(1.5, "one of them is taken back");
        } else if (differ(p, g.numbers) != null) {
            score.add(p.family() == Family.WORDS ? -0.3 : -1, "different numbers");
        }
    }

    private void scoreWords(Profile p, Group g, Score score) {
        if (g.codes.contains(p.claim().act().code())) {
            score.add(
                    GENERAL.contains(p.claim().act().code()) ? 0.7 : p.family() == Family.WORDS ? 1.7 : 0.7,
                    "same code");
        }
        if (meet(p.trigger(), g.trigger)) {
            score.add(0.7, "same word for the act");
        }
        double best = 0;
        Bag mine = bag(p);
        for (Profile m : g.members) {
            best = Math.max(best, mine.cosine(bag(m)));
        }
        boolean words = p.family() == Family.WORDS || p.family() == Family.OTHER;
        score.add(best * (words ? 6 : 2), "words in common");
        if (isDeniedAgain(p, g)) {
            score.add(1.7, "the same side denies it to the same again");
        } else if (words && best < FEW_WORDS && !meet(p.trigger(), g.trigger)) {
            score.add(isOfOneDay(p, g) ? -0.5 : -1.5, "hardly a word in common");
        }
    }

    /** "Russia denies any part": told again by another report that names no day for it. */
    private static boolean isDeniedAgain(Profile p, Group g) {
        return p.claim().act().code().equals("deny")
                && g.codes.equals(Set.of("deny"))
                && !isDatedByWords(p)
                && !g.documents.contains(p.document().id())
                && !p.actors().isEmpty()
                && p.actors().equals(g.actors)
                && !p.recipients().isEmpty()
                && p.recipients().equals(g.recipients);
    }

    /** Dated alike by the words of two reports, and said by one side to another: what is said then needs few words in common. */
    private static boolean isOfOneDay(Profile p, Group g) {
        return p.date().isDay()
                && g.date.isDay()
                && isDatedByWords(p)
                && g.members.stream().anyMatch(Affinity::isDatedByWords)
                && !g.documents.contains(p.document().id())
                && meet(p.actors(), g.actors)
                && (meet(p.recipients(), g.recipients) || (p.recipients().isEmpty() && g.recipients.isEmpty()));
    }

    private static boolean isDatedByWords(Profile p) {
        return p.claim().date().citation() != null && !p.isExactly(When.Basis.INFERRED);
    }

    private Bag bag(Profile p) {
        return bags.computeIfAbsent(p, k -> Bag.of(k.context(), rarity));
    }

    /** Sorted stems, each weighing the rarer the more. */
    private record Bag(String[] stems, double[] squares, double norm) {
        static Bag of(Set<String> words, Map<String, Double> rarity) {
            String[] stems = words.stream().sorted().toArray(String[]::new);
            double[] squares = new double[stems.length];
            double norm = 0;
            for (int i = 0; i < stems.length; i++) {
                double w = rarity.getOrDefault(stems[i], 1.0);
                squares[i] = w * w;
                norm += squares[i];
            }
            return new Bag(stems, squares, norm);
        }

        double cosine(Bag other) {
            double both = 0;
            int i = 0;
            int j = 0;
            while (i < stems.length && j < other.stems.length) {
                int order = stems[i].compareTo(other.stems[j]);
                both += order == 0 ? squares[i] : 0;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            return both == 0 ? 0 : both / Math.sqrt(norm * other.norm);
        }
    }
}
