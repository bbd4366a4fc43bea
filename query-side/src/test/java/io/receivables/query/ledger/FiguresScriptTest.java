package io.receivables.query.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Percentage;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Books that were kept before figures were asked of them are filled by the script as the writer would have filled them. */
@QueryTest
@TestPropertySource(properties = "own.database=figures")
@SuppressWarnings("NullAway.Init") // filled by Spring
class FiguresScriptTest {

    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatTheScriptFillsIsWhatTheWriterFills() {
        var story = stories.begin().account("C0").account("C1");
        taxed(story);
        var history = new RandomHistory(story, new Random(16), 2);
        for (int i = 0; i < 120; i++) {
            history.oneFact();
        }
        story.position();
        var filled = Fingerprints.of(jdbc);
        assertThat(
                jdbc.sql("select count(*) from ledger.movement where paid_date is not null").query(Long.class).single())
                .isPositive();

        transactions.executeWithoutResult(_ -> {
            jdbc.sql("update ledger.document set net_total = null").update();
            jdbc.sql("update ledger.item set paid_date = null").update();
            // Older books have no changes of class, which came with the same version, so no pairs; the day on which a
            // factor was paid came with a later script.
            jdbc.sql("""
                    update ledger.movement set paid_date = null
                     where ordinal < 1000000 and kind <> 'PAID_TO_FACTOR'""").update();
            jdbc.sql("truncate ledger.kind_total").update();
        });
        assertThat(Fingerprints.of(jdbc)).isNotEqualTo(filled);
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select set_config('search_path', 'ledger', true)").query(String.class).single();
            statements().forEach(statement -> jdbc.sql(statement).update());
        });

        assertThat(Fingerprints.of(jdbc)).isEqualTo(filled);
    }

    /** Those that fill; the others make columns, tables and indexes. */
    private static Stream<String> statements() {
        try (var script = Objects.requireNonNull(
                FiguresScriptTest.class.getResourceAsStream("/db/ledger/V16__figures.sql"))) {
            var text = new String(script.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
            return Stream.of(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("update") || statement.startsWith("insert"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void taxed(Story story) {
        var total = Story.eur("120.00");
        story.tell(new InvoiceIssued(new InvoiceId(story.id("TAXED")), story.accountId("C0"), story.entity(), "F-TAXED",
                ReceivableClass.TRADE, LocalDate.parse("2026-01-10"), null, total,
                List.of(new InvoiceLine("goods", Story.eur("90.00"), Percentage.of("20"), Story.eur("18.00")),
                        new InvoiceLine("books", Story.eur("10.00"), Percentage.of("20"), Story.eur("2.00"))),
                List.of(new Instalment(1, LocalDate.parse("2026-02-10"), total)), null));
    }
}
