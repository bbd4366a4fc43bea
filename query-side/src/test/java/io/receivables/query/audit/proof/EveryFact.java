package io.receivables.query.audit.proof;

import io.receivables.events.EventCatalog;
import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.eventstore.EventSerializer;
import io.receivables.query.testing.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;

/** One fact of every kind there is and of each of its shapes: the frozen samples, told in a story of their own. */
final class EveryFact {

    private static final Path SAMPLES = Path.of("../shared-events/events/src/test/resources/events");
    /** What others refer to comes first, and once. */
    private static final List<String> BEGINNINGS = List.of("CustomerAccountOpened", "InvoiceIssued", "PaymentReceived",
            "CreditNoteIssued", "LateChargeClaimed", "PaymentTransferred", "InvoiceRescheduled", "DunningRunBegun",
            "DunningLetterIssued", "PaymentIdentified");
    /** Of no legal entity, or of one that the story has already. */
    private static final Set<String> LEFT_OUT = Set.of("LegalEntityRegistered", "ReferenceRateSet");

    private EveryFact() {}

    static void tellIn(Story story) {
        names().filter(name -> !LEFT_OUT.contains(name))
                .forEach(name -> shapes(name).forEach(shape -> tell(story, name, read(shape))));
        // Beginnings that leave rows of their own.
        for (var no : List.of("98", "99")) {
            tell(story, "InvoiceIssued", read(SAMPLES.resolve("InvoiceIssued/1-terms.json"))
                    .replaceAll("\"invoice(Id|Number)\": \"[^\"]*\"", "\"invoice$1\": \"INV-" + no + "\""));
            tell(story, "PaymentReceived", read(SAMPLES.resolve("PaymentReceived/1.json"))
                    .replace("\"P1\"", "\"P" + no + "\"")
                    .replace("BANK_TRANSFER", "CHEQUE"));
        }
    }

    private static void tell(Story story, String name, String sample) {
        var json = sample.replaceAll(
                "\"(C[0-9]|INV-[0-9]|P[0-9]|CN-[0-9]|LC[0-9]|K[0-9]|FA[0-9]|G-|W[0-9]|RF-[0-9]|019a8d3e)",
                "\"" + story.entity().value() + "-S-$1").replace("FR01", story.entity().value());
        ReceivablesEvent fact = EventSerializer.create()
                .deserialize(new SimpleSerializedObject<>(json, String.class, name, "1"));
        story.tell(fact);
    }

    private static Stream<String> names() {
        return Stream.concat(BEGINNINGS.stream(),
                EventCatalog.byAlias().keySet().stream().filter(name -> !BEGINNINGS.contains(name)).sorted());
    }

    private static List<Path> shapes(String name) {
        try (var files = Files.list(SAMPLES.resolve(name))) {
            return files.sorted(Comparator.comparing(Path::toString))
                    .filter(file -> !BEGINNINGS.contains(name) || file.endsWith("1.json"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
