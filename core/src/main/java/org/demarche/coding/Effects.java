package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** What an act does to the state of its subjects, as the lexicon has it. */
final class Effects {
    private Effects() {}

    static List<Change> changes(
            ActDefinition act,
            List<Subject> subjects,
            List<Claim.Quantity> quantities,
            When from,
            @Nullable When until,
            Citation citation,
            Citation sentence,
            Factuality factuality) {
        List<Change> out = new ArrayList<>();
        if (!factuality.counts()) {
            return out;
        }
        for (Subject subject : subjects) {
            for (ActDefinition.Effect effect : act.effects()) {
                if (!isOn(effect, subject, act)) {
                    continue;
                }
                Attribute attribute = Attribute.valueOf(effect.attribute().toUpperCase(Locale.ROOT));
                if (!effect.value().startsWith("<")) {
                    if (subject.kind() == Subject.Kind.STAFF && !isWhole(subject, quantities)) {
                        continue;
                    }
                    out.add(new Change(
                            subject,
                            attribute,
                            effect.value(),
                            null,
                            null,
                            Change.Nature.BEGINS,
                            from,
                            until,
                            citation));
                    continue;
                }
                Level level = effect.value().equals("<level>") ? Level.after(citation, sentence) : null;
                if (level != null) {
                    out.add(new Change(
                            subject,
                            attribute,
                            level.value(),
                            null,
                            null,
                            Change.Nature.BEGINS,
                            from,
                            until,
                            level.words()));
                }
                for (Claim.Quantity quantity : quantities) {
                    if (roles(effect.value()).contains(quantity.role())) {
                        Double value = quantity.value();
                        out.add(new Change(
                                subject,
                                attribute,
                                value == null ? null : number(value),
                                quantity.low(),
                                quantity.high(),
                                Change.Nature.BEGINS,
                                from,
                                null,
                                quantity.citation()));
                    }
                }
            }
        }
        return List.copyOf(out);
    }

    /** Whether an effect is one on the subject: on its kind by name, or on any where no other effect of the act names its kind. */
    private static boolean isOn(ActDefinition.Effect effect, Subject subject, ActDefinition act) {
        String kind = subject.kind().name().toLowerCase(Locale.ROOT);
        return effect.kind() == null
                ? act.effects().stream()
                        .noneMatch(e -> kind.equals(e.kind()) && e.attribute().equals(effect.attribute()))
                : effect.kind().equals(kind);
    }

    /** Whether all of a staff are meant, not some of its members: its words call it a staff, and nobody is counted. */
    private static boolean isWhole(Subject staff, List<Claim.Quantity> quantities) {
        return quantities.stream().noneMatch(q -> q.role() == Mention.OfQuantity.Role.COUNT)
                && staff.aliases().stream()
                        .map(a -> a.toLowerCase(Locale.ROOT))
                        .anyMatch(a -> a.endsWith("staff")
                                || a.endsWith("personnel")
                                || a.contains("staff of ")
                                || a.contains("personnel of ")
                                || a.startsWith("all "));
    }

    private static Set<Mention.OfQuantity.Role> roles(String value) {
        return switch (value) {
            case "<to>" -> Set.of(Mention.OfQuantity.Role.TO, Mention.OfQuantity.Role.CEILING);
            case "<count>" -> Set.of(Mention.OfQuantity.Role.COUNT);
            default -> Set.of();
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
