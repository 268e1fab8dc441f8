package org.demarche.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One claim's word on one attribute of one subject.
 *
 * @param inForce when the value begins, or was seen to hold
 * @param since when the value began, as far as it is told: what was only seen to hold began some day up to the report
 * @param notBefore the first day on which it can have come: what is ordered or dated comes after it was ordered; null where nothing says
 * @param announced when that became known to the parties; a change is pending between the two
 * @param until when it ended, where the report says so
 * @param creates whether the subject begins to exist with it
 * @param again whether it had been so before ("resumed")
 * @param ownerInferred whether the report does not say whose the subject is, and other reports tell
 * @param former the number before, where the report gives it ("from 30 to 20")
 */
record Posting(
        Subject subject,
        Attribute attribute,
        Value value,
        Change.Nature nature,
        Days inForce,
        Days since,
        @Nullable LocalDate notBefore,
        Days announced,
        Days until,
        boolean creates,
        boolean again,
        boolean planned,
        boolean ownerInferred,
        @Nullable Double former,
        @Nullable String event,
        String outlet,
        Days published,
        Citation citation) {
    /** What a report sees is of so many days before it. */
    private static final int REPORT_DAYS = 31;

    private static final List<String> AGAIN =
            List.of("resum", "reopen", "restor", "return", "reinstat", "lift", "normali", "unfreez");
    private static final List<String> ANEW = List.of(
            "establish",
            "open-",
            "create",
            "found",
            "sign",
            "set-up",
            "begin",
            "start",
            "launch",
            "join",
            "appoint",
            "form");

    /** What an attribute is: a word, or a number, or bounds of one. */
    record Value(
            @Nullable String text,
            @Nullable Double low,
            @Nullable Double high) {
        boolean isNumber() {
            return low != null || high != null;
        }
    }

    /** A claim's postings; empty where its factuality lets no status follow. */
    static List<Posting> of(Claim claim, @Nullable Event event, Document document, boolean ownerInferred) {
        if (!counts(claim)) {
            return List.of();
        }
        return claim.changes().stream()
                .map(c -> of(c, claim, event, document, ownerInferred))
                .toList();
    }

    /** Asserted acts count, and those that the one who can do them announces or orders; not a wish, a demand on others, a denial. */
    private static boolean counts(Claim claim) {
        String type = claim.act().type();
        boolean deed = type == null || !(type.equals("REQUEST") || type.equals("THREATEN") || type.equals("REJECT"));
        return claim.factuality() == Factuality.ASSERTED || (claim.factuality().counts() && deed);
    }

    private static Posting of(
            Change change, Claim claim, @Nullable Event event, Document document, boolean ownerInferred) {
        Days published = Days.of(document.published());
        Days date = Days.of(event != null && event.date().isKnown() ? event.date() : claim.date());
        Days effective = Days.inForce(claim.effective());
        if (!effective.isKnown() && event != null) {
            effective = fromOthers(Days.inForce(event.effective()), claim);
        }
        Days from = begins(change) ? Days.inForce(change.from()) : Days.of(change.from());
        boolean own = from.isKnown()
                && !change.from().equals(claim.date())
                && !change.from().equals(claim.effective());
        boolean begins = begins(change);
        Days inForce = own ? from : begins ? (effective.isKnown() ? effective : date) : from.isKnown() ? from : date;
        if (own && begins && effective.isKnown() && from.sure().isBefore(effective.earliest()) && from.gap(date) <= 3) {
            inForce = effective;
        }
        Days until = Days.of(change.until());
        if (!begins && !inForce.isKnown()) {
            inForce = until.isKnown() ? new Days(null, until.earliest().minusDays(1)) : published;
        }
        boolean planned = claim.factuality() != Factuality.ASSERTED;
        if (!planned) {
            inForce = effective.isKnown() && inForce.equals(effective) ? inForce : inForce.cappedAt(published.last());
        }
        boolean seen = !begins && change.from().citation() == null && isNear(from.first(), published.first());
        String code = claim.act().code();
        boolean open = "open".equals(change.value());
        boolean again = AGAIN.stream().anyMatch(code::contains);
        return new Posting(
                change.subject(),
                change.attribute(),
                value(change),
                change.nature(),
                inForce,
                seen ? new Days(null, published.last()) : inForce,
                inForce.first() != null
                        ? inForce.first()
                        : date.isKnown() ? date.first() : planned ? published.first() : null,
                date.isKnown() ? date : published,
                until,
                begins && open && !again && ANEW.stream().anyMatch(code::contains),
                again,
                planned,
                ownerInferred,
                former(claim, change.attribute()),
                event == null ? null : event.id(),
                document.outlet() == null ? document.id() : document.outlet(),
                published,
                change.citation());
    }

    /** Whether words without a date of their own mean the time of the report, and not one that another sentence gives. */
    private static boolean isNear(@Nullable LocalDate day, @Nullable LocalDate published) {
        return day == null || published == null || !day.isBefore(published.minusDays(REPORT_DAYS));
    }

    /** The day in force that other reports give, unless this one has the act done only after it, or they say but "by" a day long after it. */
    private static Days fromOthers(Days effective, Claim claim) {
        LocalDate last = effective.last();
        LocalDate done = Days.of(claim.date()).first();
        if (effective.first() == null && last != null && done != null && last.isAfter(done.plusDays(REPORT_DAYS))) {
            return Days.ANY;
        }
        return last != null && done != null && last.isBefore(done) ? Days.ANY : effective;
    }

    private static boolean begins(Change change) {
        return change.nature() == Change.Nature.BEGINS;
    }

    private static Value value(Change change) {
        String text = change.value();
        Double number = null;
        if (text != null && change.attribute() != Attribute.STATUS) {
            try {
                number = Double.valueOf(text);
            } catch (NumberFormatException aWord) {
                number = null;
            }
        }
        return number != null ? new Value(text, number, number) : new Value(text, change.low(), change.high());
    }

    private static @Nullable Double former(Claim claim, Attribute attribute) {
        if (attribute != Attribute.CEILING && attribute != Attribute.HEADCOUNT && attribute != Attribute.MEMBERS) {
            return null;
        }
        return claim.quantities().stream()
                .filter(q -> q.role() == Mention.OfQuantity.Role.FROM)
                .map(Claim.Quantity::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** "They closed it, and reopened it in 2018": an end without a day came before the new beginning that the same report tells of after it. */
    Posting before(List<Posting> others) {
        boolean ended = nature == Change.Nature.BEGINS && inForce.first() == null && !"open".equals(value.text());
        LocalDate last = inForce.last();
        for (Posting other : ended ? others : List.<Posting>of()) {
            LocalDate begun = other.inForce.last();
            if (other.again
                    && other.inForce.isShort()
                    && begun != null
                    && other.citation.document().equals(citation.document())
                    && other.citation.start() > citation.start()) {
                last = Days.earlier(last, begun);
            }
        }
        return Objects.equals(last, inForce.last())
                ? this
                : new Posting(
                        subject,
                        attribute,
                        value,
                        nature,
                        new Days(null, last),
                        new Days(null, last),
                        notBefore,
                        announced,
                        until,
                        creates,
                        again,
                        planned,
                        ownerInferred,
                        former,
                        event,
                        outlet,
                        published,
                        citation);
    }

    /** A change of which nothing says when: told of as done in a report whose own date is unknown too. */
    boolean isUndated() {
        return !inForce.isKnown() && !until.isKnown();
    }
}
