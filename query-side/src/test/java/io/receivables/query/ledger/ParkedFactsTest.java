package io.receivables.query.ledger;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@QueryTest
@Import(PlantedFaults.Configuration.class)
@SuppressWarnings("NullAway.Init") // filled by Spring
class ParkedFactsTest {

    @Autowired
    private PlantedFaults faults;
    @Autowired
    private ParkedFacts parked;
    @Autowired
    private RetryParkedFacts retry;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvc http;

    private Story story;

    @BeforeEach
    void twoAccounts() {
        story = stories.begin().account("C1").account("C2");
    }

    @AfterEach
    void nothingIsLeft() {
        faults.repair();
        retry.all();
        assertThat(parked.count()).isZero();
    }

    @Test
    void whatIsNotParkedCannotBeRetried() throws Exception {
        http.perform(post("/v1/operations/parked-facts/{position}/retry", story.position()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PARKED_FACT_NOT_FOUND"));
        http.perform(post("/v1/operations/parked-facts/first/retry"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("PARAMETER_INVALID"));
    }

    @Test
    void aFactThatCannotBeFoldedParksItsAccountAndTheRestFlows() throws Exception {
        faults.throwAtInvoice(story.id("I1"));
        story.invoice("I0", "C1", "10.00", "2026-01-05", "2026-02-04");
        long guilty = story.stored() + 1;
        story.invoice("I1", "C1", "100.00", "2026-01-05", "2026-02-04")
                .payment("P1", "C1", "100.00", "2026-02-01")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-02-01")
                .invoice("I2", "C2", "50.00", "2026-01-05", "2026-02-04");
        long last = story.position();

        assertThat(entries()).containsExactly(
                guilty + " InvoiceIssued error=ArithmeticException: planted behind=null attempts=1",
                guilty + 1 + " PaymentReceived error=null behind=" + guilty + " attempts=0",
                guilty + 2 + " PaymentAllocated error=null behind=" + guilty + " attempts=0",
                guilty + 3 + " InvoiceSettledInPart error=null behind=" + guilty + " attempts=0");
        assertThat(last).isEqualTo(guilty + 4);
        assertThat(jdbc.sql("select count(*) from ledger.fact where position >= ?")
                .param(guilty)
                .query(Long.class)
                .single()).as("the log has them all").isEqualTo(5);
        agedBalance().andExpect(jsonPath("$.totals.balance").value("60.00"))
                .andExpect(jsonPath("$.control.ties").value(false));
        stories.begin();
        http.perform(get("/v1/operations/parked-facts?limit=2"))
                .andExpect(jsonPath("$.items[0].stream").value("Invoice " + story.id("I1")))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.nextCursor").isString());
        http.perform(get("/v1/operations/projections")).andExpect(jsonPath("$.items[0].parked").value(4));
    }

    @Test
    void anotherEntityTiesMeanwhile() throws Exception {
        faults.throwAtInvoice(story.id("I1"));
        story.invoice("I1", "C1", "100.00", "2026-01-05", "2026-02-04").position();
        story = stories.begin().account("C1").invoice("I1", "C1", "7.00", "2026-01-05", "2026-02-04");
        story.position();

        agedBalance().andExpect(jsonPath("$.totals.balance").value("7.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
    }

    @Test
    void aRetryBooksTheWholeSequenceInOrderAsIfNothingHadHappened() throws Exception {
        faults.throwAtInvoice(story.id("I1"));
        long guilty = story.stored() + 1;
        story.invoice("I1", "C1", "100.00", "2026-01-05", "2026-02-04")
                .payment("P1", "C1", "80.00", "2026-02-01")
                .allocate("A1", "P1", "I1", "C1", "80.00", "2026-02-01");
        story.position();
        var since = jdbc.sql("select since::text from ledger.parked_fact order by position").query(String.class).list();

        http.perform(post("/v1/operations/parked-facts/{position}/retry", guilty + 2))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retried").value(4))
                .andExpect(jsonPath("$.stillParked").value(4));
        assertThat(entries().getFirst()).endsWith("attempts=2");
        assertThat(jdbc.sql("select since::text from ledger.parked_fact order by position").query(String.class).list())
                .isEqualTo(since);

        faults.repair();
        http.perform(post("/v1/operations/parked-facts/{position}/retry", guilty + 2))
                .andExpect(jsonPath("$.retried").value(4))
                .andExpect(jsonPath("$.stillParked").value(0));
        assertThat(parked.count()).isZero();
        agedBalance().andExpect(jsonPath("$.totals.balance").value("20.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        assertThat(jdbc.sql("""
                select count(*) from ledger.movement m join ledger.fact e using (position)
                 where m.recorded_at = e.recorded_at and position >= ?""").param(guilty).query(Long.class).single())
                .as("the times that were answered stay")
                .isEqualTo(4);
    }

    @Test
    void aRowThatNoTableTakesIsFoundInsideItsBatch() {
        faults.giveImpossibleRowAtPayment(story.id("P2"));
        long first = story.stored() + 1;
        story.tell(received("P1", "C1", "1.00"), received("P2", "C2", "2.00"), received("P3", "C1", "3.00"),
                received("P4", "C2", "4.00"), received("P5", "C1", "5.00"));
        story.position();

        assertThat(entries()).hasSize(2);
        assertThat(entries().getFirst()).startsWith(first + 1 + " PaymentReceived error=PSQLException: SQLSTATE 23514")
                .contains("movement_amount_check")
                .doesNotContain(story.id("P2"), "row contains");
        assertThat(entries().getLast()).startsWith(first + 3 + " PaymentReceived error=null behind=" + (first + 1));
        assertThat(booked()).containsExactly(story.id("P1"), story.id("P3"), story.id("P5"));

        faults.repair();
        assertThat(retry.all()).isEqualTo(new RetryParkedFacts.Outcome(2, 0));
        assertThat(booked()).hasSize(5);
    }

    @Test
    void anIdentifiedPaymentIsInTheSequenceOfItsStreamAndOfItsAccount() {
        faults.giveImpossibleRowAtPayment(story.id("P1"));
        story.payment("P1", null, "30.00", "2026-02-01")
                .payment("P2", "C1", "1.00", "2026-02-01")
                .tell(new PaymentIdentified(new PaymentId(story.id("P1")), story.accountId("C1"), story.entity(),
                        eur("30.00"), LocalDate.of(2026, 2, 2)))
                .payment("P3", "C1", "2.00", "2026-02-03");
        story.position();

        assertThat(booked()).containsExactly(story.id("P2"));
        assertThat(parked.count()).isEqualTo(3);
        faults.repair();
        assertThat(retry.at(parked.after(0, 3).getLast().position()))
                .as("the last of the account takes the stream with it")
                .contains(new RetryParkedFacts.Outcome(3, 0));
        assertThat(booked()).hasSize(3);
    }

    private PaymentReceived received(String payment, String account, String amount) {
        return new PaymentReceived(new PaymentId(story.id(payment)), story.accountId(account), story.entity(),
                eur(amount), LocalDate.of(2026, 2, 1), null, PaymentMethod.CARD, null);
    }

    private List<String> booked() {
        return jdbc.sql("select distinct document_id from ledger.movement where legal_entity = ? order by 1")
                .param(story.entity().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> entries() {
        return parked.after(0, 100)
                .stream()
                .map(entry -> "%d %s error=%s behind=%s attempts=%d".formatted(entry.position(), entry.type(),
                        entry.error(), entry.behind(), entry.attempts()))
                .toList();
    }

    private ResultActions agedBalance() throws Exception {
        return http.perform(get("/v1/aged-balance?legalEntity=" + story.entity().value()));
    }
}
