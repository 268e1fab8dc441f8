package org.demarche.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.demarche.Reread;
import org.demarche.model.Act;
import org.demarche.model.Actor;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.PartialDate;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Reports and claims for tests, written as a reader would tell them: one sentence, its act, its parties, its dates. */
public final class Telling {
    private final Map<String, Document> documents = new TreeMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private String newest = "";

    /** A report; {@code published} is a day, or null where the report has no date. */
    public Telling report(String id, @Nullable String published, String text) {
        Dateline dateline = published == null
                ? Dateline.UNKNOWN
                : new Dateline(day(published), day(published), When.Precision.DAY, Dateline.Basis.PRINTED, null);
        newest = id;
        documents.put(
                id,
                new Document(id, id + ".txt", id + ".txt", "", null, "The " + id, null, null, "en", dateline, text));
        return this;
    }

    /** A report at whose head no more than a day of the week stands, which its text has as well. */
    public Telling reportOf(String id, String weekday, String text) {
        report(id, null, text);
        int at = text.indexOf(weekday);
        Document last = java.util.Objects.requireNonNull(documents.get(id));
        Citation words = last.cite(new Span(at, at + weekday.length()));
        documents.put(
                id, last.withPublished(new Dateline(null, null, When.Precision.NONE, Dateline.Basis.UNKNOWN, words)));
        return this;
    }

    /** The report told last is by another outlet than its own. */
    public Telling by(String outlet) {
        Document last = java.util.Objects.requireNonNull(documents.get(newest));
        documents.put(
                newest,
                new Document(
                        last.id(),
                        last.file(),
                        last.path(),
                        "",
                        null,
                        outlet,
                        null,
                        null,
                        "en",
                        last.published(),
                        last.text()));
        return this;
    }

    /** What a sentence of the last told report says. */
    public Told told(String document, String trigger, String code, String actor, String recipient) {
        return new Told(document, trigger, code, actor, recipient);
    }

    public List<Document> documents() {
        return List.copyOf(documents.values());
    }

    public List<Claim> claims() {
        return List.copyOf(claims);
    }

    public Merged merged() {
        return new EventMerger(Reread::of).merge(documents(), claims());
    }

    static PartialDate day(String text) {
        return PartialDate.parse(text).orElseThrow();
    }

    public static Subject staff(String sender, String host) {
        return new Subject(
                "sub:staff-" + sender + "-" + host,
                Subject.Kind.STAFF,
                "Staff of " + sender + " in " + host,
                List.of("resident diplomats"),
                List.of(sender, host),
                null);
    }

    public static Subject relations(String one, String other) {
        return new Subject(
                "sub:relations", Subject.Kind.RELATIONS, "Relations of the two", List.of(), List.of(one, other), null);
    }

    public static Subject mission(String name, String sender, String host, String city) {
        return new Subject("sub:" + name, Subject.Kind.MISSION, name, List.of(), List.of(sender, host), city);
    }

    /** One claim in the making. */
    public final class Told {
        private final Document document;
        private final Citation trigger;
        private final String code;
        private final String actor;
        private final String recipient;
        private When date = When.UNKNOWN;
        private @Nullable When effective;
        private Factuality factuality = Factuality.ASSERTED;
        private final List<Claim.Quantity> quantities = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Claim.ResponseCue> cues = new ArrayList<>();
        private @Nullable Subject subject;

        private Told(String document, String trigger, String code, String actor, String recipient) {
            this.document = java.util.Objects.requireNonNull(documents.get(document));
            this.trigger = cite(trigger);
            this.code = code;
            this.actor = actor;
            this.recipient = recipient;
        }

        private Citation cite(String words) {
            int at = document.text().indexOf(words);
            if (at < 0) {
                throw new IllegalArgumentException("not in " + document.text() + ": " + words);
            }
            return document.cite(new Span(at, at + words.length()));
        }

        /** A date in words, and what they mean: a day, a month, a year, or a day without its year. */
        public Told on(String words, String value) {
            date = new When(day(value), day(value), When.Precision.DAY, When.Basis.STATED, cite(words));
            return this;
        }

        /** A date in words that mean nothing by themselves ("on Saturday"). */
        public Told on(String words) {
            date = new When(null, null, When.Precision.DAY, When.Basis.UNKNOWN, cite(words));
            return this;
        }

        /** No words say when, but that the report tells of it. */
        public Told byReport(String published) {
            date = new When(null, day(published), When.Precision.VAGUE, When.Basis.INFERRED, null);
            return this;
        }

        /** The day in words from which it is in force, which mean nothing by themselves ("from Friday"). */
        public Told effective(String words) {
            effective = new When(null, null, When.Precision.DAY, When.Basis.UNKNOWN, cite(words));
            return this;
        }

        /** A month that is counted from another act. */
        public Told after(String words, String month) {
            date = new When(day(month), day(month), When.Precision.MONTH, When.Basis.RELATIVE_ACT, cite(words));
            return this;
        }

        public Told effective(String words, String value) {
            effective = new When(day(value), day(value), When.Precision.DAY, When.Basis.STATED, cite(words));
            return this;
        }

        public Told as(Factuality how) {
            factuality = how;
            return this;
        }

        public Told number(String words, double value, Role role) {
            quantities.add(new Claim.Quantity(value, null, null, null, role, cite(words)));
            return this;
        }

        /** A number of so many of a kind. */
        public Told number(String words, double value, String unit) {
            quantities.add(new Claim.Quantity(value, null, null, unit, Role.COUNT, cite(words)));
            return this;
        }

        public Told makes(Subject about, Attribute attribute, String value) {
            subject = about;
            When from = effective == null ? date : effective;
            changes.add(new Change(about, attribute, value, null, null, Change.Nature.BEGINS, from, null, trigger));
            return this;
        }

        public Told sees(Subject about, Attribute attribute, String value) {
            subject = about;
            changes.add(new Change(about, attribute, value, null, null, Change.Nature.HOLDS, date, null, trigger));
            return this;
        }

        public Told answering(@Nullable String other, String words) {
            cues.add(new Claim.ResponseCue(true, other == null ? null : cite(other), "unclear", cite(words)));
            return this;
        }

        /** An answer that is called like for like. */
        public Told matching(String other, String words) {
            cues.add(new Claim.ResponseCue(true, cite(other), "symmetric", cite(words)));
            return this;
        }

        /** What was seen until some time. */
        public Told seesUntil(Subject about, Attribute attribute, String value, String until) {
            subject = about;
            When end = new When(day(until), day(until), When.Precision.YEAR, When.Basis.STATED, null);
            changes.add(new Change(about, attribute, value, null, null, Change.Nature.HOLDS, date, end, trigger));
            return this;
        }

        public Told about(Subject what) {
            subject = what;
            return this;
        }

        /** Done: the claim is part of the telling. */
        public Telling so() {
            String text = document.text();
            int at = text.indexOf(trigger.quote());
            int start = text.lastIndexOf(". ", at) < 0 ? 0 : text.lastIndexOf(". ", at) + 2;
            int end = text.indexOf('.', at) < 0 ? text.length() : text.indexOf('.', at) + 1;
            Span sentence = new Span(start, end);
            claims.add(new Claim(
                    "clm:" + document.id() + "-" + claims.size(),
                    document.id(),
                    sentences(text.substring(0, start)),
                    document.cite(sentence),
                    trigger,
                    act(code),
                    parties(actor, document),
                    parties(recipient, document),
                    date,
                    effective,
                    null,
                    quantities,
                    factuality,
                    List.of(),
                    subject == null ? List.of() : List.of(subject),
                    changes,
                    cues,
                    "test",
                    null));
            return Telling.this;
        }
    }

    private static int sentences(String text) {
        return text.split("\\. ", -1).length - 1;
    }

    /** Ids of states, each with the words for it after a colon where the text has some ("BTN:Bhutan"). */
    private static List<Claim.Party> parties(String ids, Document document) {
        List<Claim.Party> out = new ArrayList<>();
        for (String word : ids.split(" ")) {
            String id = word.split(":")[0];
            int at = word.contains(":") ? document.text().indexOf(word.substring(word.indexOf(':') + 1)) : -1;
            Citation words = at < 0 ? null : document.cite(new Span(at, at + word.length() - word.indexOf(':') - 1));
            if (!id.isEmpty()) {
                out.add(new Claim.Party(
                        new Actor(id, Actor.Kind.STATE, id, id.length() == 3 ? id : null, "GOV"), words));
            }
        }
        return out;
    }

    /** Made-up quarrels of three neighbours, the same for the same seed. */
    public static Telling quarrels(Random random) {
        String[] sides = {"CHL", "PER", "BOL"};
        String[] codes = {
            "expel-diplomats", "revoke-accreditation", "close-mission", "suspend-mission", "criticise", "cut-ceiling"
        };
        Telling telling = new Telling();
        for (int d = 0; d < 12; d++) {
            String published =
                    random.nextInt(4) == 0 ? null : "2012-0" + (1 + random.nextInt(3)) + "-1" + random.nextInt(9);
            telling.report("r" + d, published, "It struck the envoys on the day. They were struck again in the end.");
            for (int c = 0; c < 2 + random.nextInt(2); c++) {
                int from = random.nextInt(3);
                Telling.Told told = telling.told(
                        "r" + d,
                        random.nextBoolean() ? "struck" : "struck again",
                        codes[random.nextInt(codes.length)],
                        sides[from],
                        sides[(from + 1) % 3]);
                int kind = random.nextInt(4);
                String day = "0" + (1 + random.nextInt(3)) + "-1" + random.nextInt(9);
                if (kind < 2) {
                    told.on("on the day", "2012-" + day);
                } else if (kind == 2) {
                    told.on("on the day", "--" + day);
                }
                if (random.nextBoolean()) {
                    told.makes(
                            random.nextBoolean()
                                    ? mission("Consulate General of Peru in Arica", "PER", "CHL", "Arica")
                                    : mission("Embassy of Peru in Santiago", "PER", "CHL", "Santiago"),
                            Attribute.STATUS,
                            random.nextBoolean() ? "closed" : "suspended");
                }
                told.so();
            }
        }
        return telling;
    }

    private static Act act(String code) {
        return switch (code) {
            case "expel-diplomats", "revoke-accreditation" ->
                new Act(code, "SANCTION", "expel", List.of("diplomatic"), "161", 4, -4.0);
            case "suspend-mission", "recall-ambassador", "sever-relations" ->
                new Act(code, "SANCTION", "withdraw", List.of("diplomatic"), "161", 4, -4.0);
            case "close-mission", "cut-ceiling", "close-office" ->
                new Act(code, "SANCTION", "discontinue", List.of(), "161", 4, -4.0);
            case "open-embassy", "reopen-mission" ->
                new Act(code, "SUPPORT", null, List.of("diplomatic"), "050", 1, 3.5);
            case "criticise" -> new Act(code, "ACCUSE", "disapprove", List.of(), "111", 3, -2.0);
            case "accuse-of-espionage", "say-unwilling" -> new Act(code, "ACCUSE", "allege", List.of(), "112", 3, -2.0);
            case "deny" -> new Act(code, "REJECT", null, List.of(), "120", 3, -4.0);
            case "meet" -> new Act(code, "CONSULT", "meet", List.of(), "040", 1, 1.0);
            case "invade", "attack" -> new Act(code, "ASSAULT", null, List.of(), "190", 4, -10.0);
            case "offer-talks" -> new Act(code, "AGREE", null, List.of(), "036", 1, 4.0);
            case "agree" -> new Act(code, "AGREE", null, List.of(), "030", 1, 4.0);
            case "accuse" -> new Act(code, "ACCUSE", "allege", List.of(), "112", 3, -2.0);
            case "investigate" -> new Act(code, "ACCUSE", "investigate", List.of("legal"), "115", 3, -2.0);
            case "beat-torture" -> new Act(code, "ASSAULT", "beat", List.of(), "182", 4, -9.5);
            case "arrest" -> new Act(code, "COERCE", "arrest", List.of(), "173", 4, -5.0);
            case "demand" -> new Act(code, "REQUEST", null, List.of(), "100", 3, -2.0);
            case "threaten" -> new Act(code, "THREATEN", null, List.of(), "130", 3, -4.4);
            case "apologise" -> new Act(code, "SUPPORT", null, List.of(), "055", 1, 7.0);
            case "support" -> new Act(code, "SUPPORT", null, List.of(), "051", 1, 3.4);
            case "resume-cooperation" -> new Act(code, "SUPPORT", null, List.of(), "050", 1, 3.5);
            case "reject" -> new Act(code, "REJECT", "meet", List.of(), "125", 3, -5.0);
            default -> new Act(code, null, null, List.of(), null, null, null);
        };
    }
}
