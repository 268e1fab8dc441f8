package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decides with what is remembered of the decision before gets byte for byte what everything says when it is worked out anew. */
class RecollectionTest {
    private static final String NOW = "2026-01-02T03:04:05Z";
    private static final int REPORTS = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void decisionsUponDecisionsGiveWhatWorkingOutEverythingAnewGives(long seed) {
        Random random = new Random(seed);
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("generated reports are not parsed");
        });
        Generated generated = new Generated(REPORTS, 5);
        Recollection recollection = new Recollection();
        try (LedgerBook plain =
                new LedgerBook(Ledgers.open(folder.resolve("ledger").toString(), LedgerStore.Access.WRITE), pipeline)) {
            for (int i = 0; i < REPORTS; i++) {
                plain.store().post(List.of(generated.report(i)));
            }
            LedgerBook book = plain.recalling(recollection);
            Dossier dossier = plain.refresh();
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                if (i == 9) {
                    plain.store().post(List.of(generated.report(REPORTS + 1)));
                    dossier = plain.refresh();
                }
                Entry.Draft draft = draft(random, dossier, taken);
                String would = Packed.json(book.preview(List.of(draft)));
                LedgerBook.Decided decided = book.decide(List.of(draft));
                taken.add(decided.entries().get(0).id());
                Dossier anew = plain.refresh();
                assertThat(would).as("preview of " + draft).isEqualTo(Packed.json(anew));
                if (decided.dossier() != null) {
                    assertThat(Packed.json(decided.dossier()))
                            .as("after " + draft)
                            .isEqualTo(Packed.json(anew));
                }
                dossier = anew;
            }
        }
    }

    private static Entry.Draft draft(Random random, Dossier dossier, List<String> taken) {
        Claim claim = dossier.claims().get(random.nextInt(dossier.claims().size()));
        Event event = dossier.events().get(random.nextInt(dossier.events().size()));
        Event other = dossier.events().get(random.nextInt(dossier.events().size()));
        switch (random.nextInt(taken.size() < 3 ? 6 : 8)) {
            case 0 -> {
                return draft("reject", claim.id(), null, null);
            }
            case 1 -> {
                String day = "201" + random.nextInt(10) + "-0" + (1 + random.nextInt(9));
                return draft("set", claim.id(), "date", random.nextBoolean() ? day : day + "-11");
            }
            case 2 -> {
                return draft("set", claim.id(), "actors", Correction.sides(event.actors()));
            }
            case 3 -> {
                return draft("set", claim.id(), "factuality", random.nextBoolean() ? "denied" : "planned");
            }
            case 4 -> {
                List<String> all = new ArrayList<>(event.claims());
                all.addAll(other.claims());
                return all.size() < 2 || event.id().equals(other.id())
                        ? draft("accept", claim.id(), null, null)
                        : draft("merge", all.get(0), null, Decisions.claims(all, List.of()));
            }
            case 5 -> {
                Event large = dossier.events().stream()
                        .filter(e -> e.claims().size() > 1)
                        .skip(random.nextInt(5))
                        .findFirst()
                        .orElseThrow();
                List<String> rest = large.claims().subList(1, large.claims().size());
                String first = large.claims().get(0);
                return draft("split", first, null, Decisions.claims(List.of(first), rest));
            }
            case 6 -> {
                return draft("withdraw", claim.document(), null, null);
            }
            default -> {
                return draft("undo", taken.get(random.nextInt(taken.size())), null, null);
            }
        }
    }

    private static Entry.Draft draft(String kind, String target, @Nullable String field, @Nullable String value) {
        return new Entry.Draft(NOW, "Ana", kind, target, field, value, "a test");
    }
}
