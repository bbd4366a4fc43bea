package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.account.AgencyPlacementMade;
import io.receivables.events.account.AgencyPlacementRecalled;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.contact.ContactDirection;
import io.receivables.events.contact.ContactId;
import io.receivables.events.contact.ContactKind;
import io.receivables.events.contact.ContactLogged;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterDelivered;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.LimitationInterrupted;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import io.receivables.events.invoice.LimitationInterruptionVoided;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CollectionRules;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.events.policy.LimitationTerm;
import io.receivables.events.policy.PolicyRules;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import tools.jackson.databind.json.JsonMapper;

/** Contacts, escalation and limitation, at any date and as known on any day. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class CollectionTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void anInvoice() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "50.00", "2026-01-01", "2026-03-31");
    }

    @Test
    void theContactLogIsInTheOrderOfItsDays() throws Exception {
        contact("K1", ContactKind.CALL, ContactDirection.OUTGOING, "2026-02-10", "I1");
        long first = story.position();
        contact("K2", ContactKind.EMAIL, ContactDirection.INCOMING, "2026-02-05", "I2");
        contact("K3", ContactKind.CALL, ContactDirection.INCOMING, "2026-02-20");
        story.position();

        log("").andExpect(ids("K2", "K1", "K3")).andExpect(jsonPath("$.items[0].note").value("a note"));
        log("?limit=2").andExpect(ids("K2", "K1"));
        log("?kind=CALL").andExpect(ids("K1", "K3"));
        log("?kind=CALL&direction=INCOMING").andExpect(ids("K3"));
        log("?invoiceId=" + story.id("I1")).andExpect(ids("K1"));
        log("?from=2026-02-06&to=2026-02-19").andExpect(ids("K1"));
        log("?asAt=2026-02-10").andExpect(ids("K2", "K1"));
        log("?asKnown=" + first).andExpect(ids("K1"));
        log("?kind=SMS").andExpect(status().is4xxClientError());
        page("").andExpect(content().string(Matchers.containsString("a note")));
        Stories.actAsMemberOf("DE99");
        log("").andExpect(status().isNotFound());
    }

    @Test
    void aNextPageOfTheLogBeginsWhereTheFirstEnds() throws Exception {
        contact("K1", ContactKind.CALL, ContactDirection.OUTGOING, "2026-02-10");
        contact("K2", ContactKind.CALL, ContactDirection.OUTGOING, "2026-02-10");
        contact("K3", ContactKind.CALL, ContactDirection.OUTGOING, "2026-02-09");
        story.position();
        var cursor = new JsonMapper()
                .readTree(log("?limit=2").andExpect(ids("K3", "K1")).andReturn().getResponse().getContentAsString())
                .path("nextCursor")
                .asString();
        log("?limit=2&after=" + cursor).andExpect(ids("K2"));
    }

    @Test
    void ourLettersAreInTheLogWithWhatBecameOfThem() throws Exception {
        contact("K1", ContactKind.CALL, ContactDirection.OUTGOING, "2026-02-05");
        var letter = new DunningLetterId(story.id("L1"));
        story.tell(new DunningLetterIssued(letter, new DunningRunId(story.id("R1")), story.accountId("C1"),
                story.entity(), 1, false, null,
                List.of(new DunnedItem(invoice("I1"), 1, day("2026-01-31"), 10, 1, eur("100.00"))), eur("100.00"), null,
                null, eur("0.00"), eur("0.00"), 1, "reminder", 1, LetterLanguage.FR, LetterChannel.EMAIL, "00",
                day("2026-02-10")));
        story.tell(new DunningLetterDelivered(letter, story.accountId("C1"), story.entity(), LetterChannel.EMAIL, 1,
                "<1@example>", day("2026-02-11")));
        story.position();

        log("?asAt=2026-02-10").andExpect(jsonPath("$.items[*].kind").value(contains("CALL", "EMAIL")))
                .andExpect(jsonPath("$.items[1].letter.level").value(1))
                .andExpect(jsonPath("$.items[1].letter.delivery").value("WAITING"));
        log("?asAt=2026-02-11&kind=EMAIL&direction=OUTGOING").andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].letter.delivery").value("DELIVERED"));
        log("?invoiceId=" + story.id("I1")).andExpect(jsonPath("$.items", hasSize(1)));
        log("?invoiceId=" + story.id("I2")).andExpect(jsonPath("$.items", hasSize(0)));
        page("").andExpect(content().string(Matchers.containsString(story.id("L1"))));
    }

    @Test
    void aPlacementIsWithTheAgencyUntilItIsRecalled() throws Exception {
        var items = List.of(new ClaimItem(invoice("I1"), 1, eur("100.00")));
        var id = new AgencyPlacementId(story.id("AP1"));
        story.tell(new AgencyPlacementMade(story.accountId("C1"), story.entity(), id, "AGENCY", items, null,
                day("2026-02-10")));
        long placed = story.position();
        story.tell(new AgencyPlacementRecalled(story.accountId("C1"), story.entity(), id, items, "enough",
                day("2026-03-01")));
        long after = story.position();

        file("2026-02-10", after).andExpect(jsonPath("$.withAgency.amount").value("100.00"))
                .andExpect(jsonPath("$.agencyPlacements[0].status").value("PLACED"));
        file("2026-03-01", after).andExpect(jsonPath("$.withAgency.amount").value("0.00"))
                .andExpect(jsonPath("$.agencyPlacements[0].status").value("RECALLED"));
        file("2026-03-01", placed).andExpect(jsonPath("$.withAgency.amount").value("100.00"));
        file("2026-02-09", after).andExpect(jsonPath("$.agencyPlacements", hasSize(0)));
        page("?asAt=2026-02-10").andExpect(content().string(Matchers.containsString("AGENCY")));
    }

    @Test
    void whatLapsesIsListedByItsLastDay() throws Exception {
        limitation(5, 10);
        long before = story.position();
        interrupted("LI1", LimitationInterruptionKind.ACKNOWLEDGEMENT, "2026-06-01");
        long after = story.position();

        lapsing("2026-06-01", after, 36_500).andExpect(jsonPath("$.items[*].limitationDate").value(
                contains("2031-03-31", "2031-06-01")))
                .andExpect(jsonPath("$.items[0].invoiceId").value(story.id("I2")))
                .andExpect(jsonPath("$.items[0].source").value("C. com. L110-4"));
        lapsing("2026-06-01", before, 36_500).andExpect(jsonPath("$.items[*].limitationDate").value(
                contains("2031-01-31", "2031-03-31")));
        lapsing("2026-05-31", after, 36_500).andExpect(jsonPath("$.items[0].limitationDate").value("2031-01-31"));
        lapsing("2031-03-01", after, 30).andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].daysLeft").value(30))
                .andExpect(jsonPath("$.items[0].lapsed").value(false));
        lapsing("2031-04-01", after, 0).andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].lapsed").value(true));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-06-01")
                .andExpect(jsonPath("$.limitationDate").value("2031-06-01"));
        ask("/v1/customer-accounts/" + story.id("C1") + "/open-items?asAt=2026-06-01")
                .andExpect(jsonPath("$.items[0].limitationDate").value("2031-06-01"))
                .andExpect(jsonPath("$.items[1].limitationDate").value("2031-03-31"));
    }

    @Test
    void aVoidedInterruptionCountsUntilItIsVoided() throws Exception {
        limitation(5, 10);
        interrupted("LI1", LimitationInterruptionKind.JUDGMENT, "2026-06-01");
        story.tell(new LimitationInterruptionVoided(invoice("I1"), story.accountId("C1"), story.entity(),
                new LimitationInterruptionId(story.id("LI1")), List.of(1), "dismissed", day("2026-09-01")));
        story.position();
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-08-31")
                .andExpect(jsonPath("$.limitationDate").value("2036-06-01"));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-09-01")
                .andExpect(jsonPath("$.limitationDate").value("2031-01-31"));
    }

    /** A consumer can be sued for two years, a business for five. */
    @Test
    void theClassOfTheDebtorDecides() throws Exception {
        story.tell(new CreditPolicySet(story.entity(), 1, day("2025-01-01"), new ApprovalLimits(eur("0.00"),
                eur("0.00")), day("2025-01-01"),
                rules(new LimitationTerm(null, 5, null, "C. com. L110-4"),
                        new LimitationTerm(DebtorClass.CONSUMER, 2, null, "C. conso. L218-2"))));
        story.tell(new DebtorClassChanged(story.accountId("C1"), story.entity(), DebtorClass.CONSUMER, "private",
                day("2026-04-01")));
        story.position();
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-03-31")
                .andExpect(jsonPath("$.limitationDate").value("2031-01-31"));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-04-01")
                .andExpect(jsonPath("$.limitationDate").value("2028-01-31"));
    }

    @Test
    void withoutPolicyNothingIsSaidToLapse() throws Exception {
        long now = story.position();
        lapsing("2046-01-01", now, 36_500).andExpect(jsonPath("$.items", hasSize(0)));
        ask("/v1/invoices/" + story.id("I1")).andExpect(jsonPath("$.limitationDate").doesNotExist());
        ask("/v1/limitations").andExpect(status().is4xxClientError());
        ask("/v1/limitations?legalEntity=" + story.entity() + "&withinDays=-1").andExpect(status().is4xxClientError());
    }

    private void limitation(int years, int judgmentYears) {
        story.tell(new CreditPolicySet(story.entity(), 1, day("2025-01-01"), new ApprovalLimits(eur("0.00"),
                eur("0.00")), day("2025-01-01"),
                rules(new LimitationTerm(null, years, judgmentYears, "C. com. L110-4"))));
    }

    private static PolicyRules rules(LimitationTerm... terms) {
        return new PolicyRules(null, null, null, null, null, null, null, null, null, null, null,
                new CollectionRules(30, List.of(terms), null), null, null);
    }

    private void interrupted(String id, LimitationInterruptionKind kind, String date) {
        story.tell(new LimitationInterrupted(invoice("I1"), story.accountId("C1"), story.entity(),
                new LimitationInterruptionId(story.id(id)), kind, List.of(1), null, "letter", day(date)));
    }

    private void contact(String id, ContactKind kind, ContactDirection direction, String date, String... invoices) {
        story.tell(new ContactLogged(new ContactId(story.id(id)), story.accountId("C1"), story.entity(), kind,
                direction, null, "a note", null, Stream.of(invoices).map(this::invoice).toList(), null, "ines",
                day(date)));
    }

    private InvoiceId invoice(String id) {
        return new InvoiceId(story.id(id));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private ResultMatcher ids(String... ids) {
        return jsonPath("$.items[*].contactId").value(contains(Stream.of(ids).map(story::id).toArray()));
    }

    private ResultActions log(String query) throws Exception {
        return ask("/v1/customer-accounts/" + story.id("C1") + "/contact-log" + query);
    }

    private ResultActions file(String asAt, long known) throws Exception {
        return ask("/v1/customer-accounts/" + story.id("C1") + "/collection-file?asAt=" + asAt + "&asKnown=" + known)
                .andExpect(status().isOk());
    }

    private ResultActions lapsing(String asAt, long known, int days) throws Exception {
        return ask("/v1/limitations?legalEntity=" + story.entity() + "&asAt=" + asAt + "&asKnown=" + known
                + "&withinDays=" + days).andExpect(status().isOk());
    }

    private ResultActions page(String query) throws Exception {
        return http.perform(get(URI.create("/accounts/" + story.id("C1") + "/collection" + query)).header("Accept",
                "text/html")).andExpect(status().isOk());
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(URI.create(path)));
    }
}
