package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.platform.testing.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerWriterTest {

    private static final AccountId ACCOUNT = new AccountId("C1-FR01-EUR");
    private static final LegalEntityId ENTITY = new LegalEntityId("FR01");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static final String SUMS = "ledger.open_item, ledger.account_total, ledger.month_total, ledger.movement_total,"
            + " ledger.kind_total";

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final JdbcClient sql = JdbcClient.create(database);
    private final LedgerWriter writer = new LedgerWriter(sql, new JdbcTemplate(database), SchemaName.LIVE);

    private final List<RecordedFact> history = List.of(
            fact(1, "2026-03-10T10:00:00.000005Z", Facts.invoice("I1", "120.00")),
            fact(2, "2026-03-10T09:59:59Z", new PaymentReceived(new PaymentId("P1"), ACCOUNT, ENTITY,
                    Money.of("100.00", "EUR"), DAY, null, PaymentMethod.CARD, null)),
            fact(5, "2026-03-10T10:00:00.000005Z", allocated("70.00", "1.40")));

    @BeforeEach
    void tables() {
        SchemaMigration.migrate(database, "eventstore", "db/eventstore");
        SchemaMigration.migrate(database, "ledger", "db/ledger");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBatchHandledTwiceCountsOnce() {
        write(history);
        var once = everything();

        write(history);
        write(history.subList(1, 3));

        assertThat(everything()).isEqualTo(once);
        assertThat(openItems()).containsExactly(Map.entry("I1", 4860L), Map.entry("P1", -3000L));
    }

    @Test
    void batchesOfAnySizeGiveTheSameRows() {
        history.forEach(fact -> write(List.of(fact)));
        var oneByOne = everything();
        startAgain();

        write(history);

        assertThat(everything()).isEqualTo(oneByOne);
    }

    @Test
    void manyNewFactsAreCopiedToTheSameRows() {
        var many = many();
        many.forEach(fact -> write(List.of(fact)));
        var oneByOne = everything();

        startAgain();
        write(many);
        assertThat(everything()).isEqualTo(oneByOne);
        write(many);
        assertThat(everything()).isEqualTo(oneByOne);

        startAgain();
        write(many.subList(0, 121));
        write(many.subList(121, 181));
        assertThat(everything()).isEqualTo(oneByOne);

        startAgain();
        write(many.subList(0, 121));
        new LedgerWriter(sql, new JdbcTemplate(database), SchemaName.LIVE).write(folded(many.subList(121, 181)));
        assertThat(everything()).as("whoever did not see the items begin").isEqualTo(oneByOne);
    }

    @Test
    void aMovementWithoutItsDocumentRefusesManyNewFacts() {
        var many = many();
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        write(many.subList(0, 61));
        var before = everything();
        var payments = new ArrayList<>(many.subList(61, 121));
        payments.add(fact(122, "2026-03-10T10:00:00Z", allocated("P1", "nowhere", "70.00", "1.40")));

        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> write(payments)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("document_date");
        assertThat(everything()).isEqualTo(before);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> write(many.subList(121, 181))))
                .as("the payments that were refused are not remembered")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void sumsOfAllMovementsAreTheSumsThatWereKept() {
        history.forEach(fact -> write(List.of(fact)));
        var kept = everything();
        sql.sql("truncate " + SUMS).update();
        assertThat(everything()).isNotEqualTo(kept);

        var template = new JdbcTemplate(database);
        RollUps.fill().forEach(step -> step.statements().forEach(template::execute));

        assertThat(everything()).isEqualTo(kept);
    }

    @Test
    void whatIsSettledIsNoOpenItem() {
        write(history);
        write(List.of(fact(6, "2026-03-11T10:00:00Z", allocated("30.00", "18.60"))));

        assertThat(openItems()).isEmpty();
        assertThat(sql.sql("select amount from ledger.account_total").query(Long.class).list()).containsExactly(0L);
    }

    @Test
    void answeredTimesRiseWithPositionsWhateverTheClocksSay() {
        write(history.subList(0, 2));
        write(history.subList(2, 3));

        assertThat(sql.sql("select to_char(recorded_at at time zone 'UTC', 'HH24:MI:SS.US') from ledger.fact"
                + " order by position").query(String.class).list())
                .containsExactly("10:00:00.000005", "10:00:00.000006", "10:00:00.000007");
    }

    @Test
    void aMovementWithoutItsDocumentRefusesTheBatch() {
        assertThatThrownBy(() -> write(history.subList(2, 3)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("document_date");
    }

    @Test
    void anAllocationMovesCashOnBothSidesAndItsDiscountOnOne() {
        assertThat(LedgerRows.of(history.getLast().event())).containsExactly(
                movement(DocumentType.INVOICE, "I1", 1, MovementKind.CASH, "-70.00"),
                movement(DocumentType.INVOICE, "I1", 1, MovementKind.DISCOUNT, "-1.40"),
                movement(DocumentType.PAYMENT, "P1", 0, MovementKind.ALLOCATED, "70.00"));
    }

    private void write(List<RecordedFact> facts) {
        writer.write(folded(facts));
    }

    private static List<FoldedFact> folded(List<RecordedFact> facts) {
        return facts.stream().map(fact -> new FoldedFact(fact, LedgerRows.of(fact.event()))).toList();
    }

    private void startAgain() {
        sql.sql("truncate ledger.fact, ledger.account, ledger.document, ledger.item, ledger.movement, " + SUMS)
                .update();
    }

    /** An account is opened, then all invoices come, then all payments, then all allocations. */
    private static List<RecordedFact> many() {
        var events = new ArrayList<ReceivablesEvent>();
        events.add(new CustomerAccountOpened(ACCOUNT, ENTITY, new CustomerId("C1"), Currency.getInstance("EUR"),
                ReceivableClass.NON_TRADE, PaymentTerms.net(30), DAY));
        IntStream.range(0, 60).forEach(no -> events.add(Facts.invoice("I" + no, "120.00")));
        IntStream.range(0, 60)
                .forEach(no -> events.add(new PaymentReceived(new PaymentId("P" + no), ACCOUNT, ENTITY,
                        Money.of("100.00", "EUR"), DAY, null, PaymentMethod.CARD, null)));
        IntStream.range(0, 60).forEach(no -> events.add(allocated("P" + no, "I" + no, "70.00", "1.40")));
        return IntStream.range(0, events.size())
                .mapToObj(no -> fact(no + 1, "2026-03-10T10:00:00Z", events.get(no)))
                .toList();
    }

    private static Row movement(DocumentType type, String id, int instalment, MovementKind kind, String amount) {
        return new Row.Movement(ACCOUNT.value(), ENTITY.value(), type, id, instalment, kind, "A1",
                Money.of(amount, "EUR"), kind == MovementKind.CASH ? "P1" : null);
    }

    private static PaymentAllocated allocated(String cash, String discount) {
        return allocated("P1", "I1", cash, discount);
    }

    private static PaymentAllocated allocated(String payment, String invoice, String cash, String discount) {
        return new PaymentAllocated(new PaymentId(payment), ACCOUNT, ENTITY, new AllocationId("A1"),
                new InvoiceId(invoice),
                List.of(new SettledPart(1, Money.of(cash, "EUR"), Money.of(discount, "EUR"))), DAY);
    }

    private static RecordedFact fact(long position, String stored, ReceivablesEvent event) {
        return new RecordedFact(position, Instant.parse(stored), event.getClass().getSimpleName(), "clerk-1", null,
                event.effectiveDate(), event);
    }

    private List<String> everything() {
        return sql.sql("""
                select to_jsonb(m)::text from ledger.movement m union all
                select to_jsonb(o)::text from ledger.open_item o union all
                select to_jsonb(a)::text from ledger.account_total a union all
                select to_jsonb(t)::text from ledger.month_total t union all
                select to_jsonb(d)::text from ledger.movement_total d union all
                select to_jsonb(k)::text from ledger.kind_total k union all
                select to_jsonb(e)::text from ledger.fact e order by 1""")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<Map.Entry<String, Long>> openItems() {
        return sql.sql("select document_id, amount from ledger.open_item order by document_id")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list();
    }
}
