package io.receivables.query.journal;

import static io.receivables.query.testing.Story.eur;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.entity.LegalEntityChanged;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** What facts are booked as, by the chart that ships for France unless a test sets another. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class JournalTest {

    private static final Percentage NORMAL = Percentage.of("20.00");
    private static final Percentage REDUCED = Percentage.of("5.50");

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private ReadJournal journal;
    @Autowired
    private GetJournal questions;
    @Autowired
    private TransactionTemplate transaction;

    private Story story;

    @BeforeEach
    void anAccount() {
        story = stories.begin().account("C1");
    }

    @Test
    void aQuestionWithoutItsPartsIsRefused() throws Exception {
        story.position();
        ask("/v1/journal-entries?from=2026-01-01&to=2026-12-31").andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("REQUIRED"));
        ask("/v1/journal-entries?legalEntity=" + story.entity() + "&to=2026-12-31")
                .andExpect(jsonPath("$.code").value("REQUIRED"));
        ask("/v1/journal-entries?legalEntity=NONE&from=2026-01-01&to=2026-12-31").andExpect(status().isNotFound());
        ask(entries("2026-03-02", "2026-03-01")).andExpect(jsonPath("$.code").value("DATE_INVALID"));
        ask(entries("2026-03-01", "2026-03-01") + "&asKnown=99999999999")
                .andExpect(jsonPath("$.code").value("AS_KNOWN_IN_FUTURE"));
        ask(entries("2026-03-01", "2026-03-01") + "&currency=EURO")
                .andExpect(jsonPath("$.code").value("CURRENCY_UNKNOWN"));
    }

    @Test
    void aFileWithoutSirenOfAnotherFormatOrOfTwoCurrenciesIsRefused() throws Exception {
        story.position();
        ask(fec("2026-01-01", "2026-12-31")).andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("SIREN_MISSING"));
        withSiren();
        story.position();
        ask(fec("2026-01-01", "2026-12-31").replace("format=fec", "format=xml"))
                .andExpect(jsonPath("$.code").value("PARAMETER_INVALID"));
        ask(fec("2026-01-01", "2026-12-31") + "&encoding=EBCDIC")
                .andExpect(jsonPath("$.code").value("PARAMETER_INVALID"));
        story.account("C2", "USD").position();
        ask(fec("2026-01-01", "2026-12-31")).andExpect(jsonPath("$.code").value("CURRENCY_AMBIGUOUS"));
    }

    @Test
    void anAccountThatIsNotMappedIsRefusedByItsRole() throws Exception {
        sale("I1", "2026-03-02");
        mapping("2026-03-01", VatRegime.ON_DEBITS, account(AccountRole.RECEIVABLE, null, "411"),
                account(AccountRole.SALES, null, "707"), account(AccountRole.VAT_COLLECTED, REDUCED, "44571"));
        story.position();
        ask(entries("2026-03-01", "2026-03-31")).andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("ACCOUNT_MAPPING_MISSING"))
                .andExpect(jsonPath("$.detail").value(containsString("VAT_COLLECTED at 20.00 %")));
    }

    @Test
    void anInvoiceIsBookedByRate() {
        sale("I1", "2026-03-02");
        assertThat(booked()).containsExactly(
                "VE 1 2026-03-02 F-" + story.id("I1") + ": 411000 225.50, 707000 -100.00 at 5.50,"
                        + " 445710 -5.50 at 5.50, 707000 -100.00 at 20.00, 445710 -20.00 at 20.00");
    }

    @Test
    void aGrantedDiscountIsInTheEntryOfItsPayment() {
        sale("I1", "2026-03-02");
        story.payment("P1", "C1", "220.99", "2026-03-10");
        discounted("2026-03-10");
        assertThat(booked().getLast()).isEqualTo("BQ 1 2026-03-10 " + story.id("P1") + ": 512000 220.99,"
                + " 411000 -220.99 L, 665000 4.00, 445710 0.40 at 20.00, 445710 0.11 at 5.50, 411000 -4.51 L");
    }

    @Test
    void aDiscountOfALaterDayIsAnEntryOfTheSamePayment() {
        sale("I1", "2026-03-02");
        story.payment("P1", "C1", "220.99", "2026-03-10");
        discounted("2026-03-11");
        assertThat(booked().subList(1, 3)).containsExactly(
                "BQ 1 2026-03-10 " + story.id("P1") + ": 512000 220.99, 411000 -220.99 L",
                "BQ 2 2026-03-11 " + story.id("P1") + ": 665000 4.00, 445710 0.40 at 20.00, 445710 0.11 at 5.50,"
                        + " 411000 -4.51 L");
    }

    @Test
    void taxOnCashFallsDueAsTheCustomerPaysToTheCent() {
        mapping("2026-01-01", VatRegime.ON_CASH, account(AccountRole.RECEIVABLE, null, "411"),
                account(AccountRole.SALES, null, "706"), account(AccountRole.VAT_COLLECTED, null, "44571"),
                account(AccountRole.VAT_PENDING, null, "44574"), account(AccountRole.BANK, null, "512"));
        sale("I1", "2026-03-02");
        story.payment("P1", "C1", "100.01", "2026-03-10")
                .allocate("A1", "P1", "I1", "C1", "100.01", "2026-03-10")
                .payment("P2", "C1", "125.49", "2026-03-11")
                .allocate("A2", "P2", "I1", "C1", "125.49", "2026-03-11");
        assertThat(booked()).anyMatch(it -> it.contains("44574 8.87 at 20.00, 44571 -8.87 at 20.00"));
        assertThat(balance("44574")).isEqualTo(eur("0.00"));
        assertThat(balance("44571")).isEqualTo(eur("-25.50"));
        story.reverseAllocation("A1", "2026-03-20");
        assertThat(balance("44574")).isEqualTo(balance("44571").plus(eur("25.50")).negated());
    }

    @Test
    void cashOfNobodyWaitsOnItsOwnAccount() {
        story.payment("P1", null, "80.00", "2026-03-01");
        story.tell(new PaymentIdentified(new PaymentId(story.id("P1")),
                story.accountId("C1"), story.entity(), eur("80.00"), LocalDate.parse("2026-03-05")));
        assertThat(booked()).containsExactly("BQ 1 2026-03-01 " + story.id("P1") + ": 512000 80.00, 471000 -80.00",
                "OD 1 2026-03-05 " + story.id("P1") + ": 471000 80.00, 411000 -80.00");
    }

    @Test
    void aChartMayKeepUnappliedCashApart() {
        mapping("2026-01-01", VatRegime.ON_DEBITS, account(AccountRole.RECEIVABLE, null, "411"),
                account(AccountRole.CUSTOMER_CREDIT, null, "4191"), account(AccountRole.SALES, null, "707"),
                account(AccountRole.BANK, null, "512"));
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .payment("P1", "C1", "130.00", "2026-03-10")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-03-12");
        assertThat(booked().subList(1, 3)).containsExactly(
                "BQ 1 2026-03-10 " + story.id("P1") + ": 512 130.00, 4191 -130.00",
                "BQ 2 2026-03-12 " + story.id("P1") + ": 4191 100.00, 411 -100.00");
    }

    @Test
    void whatIsDoubtfulIsWrittenOffFromItsAccountWithItsTax() {
        story.invoice("I1", "C1", "120.00", "2026-03-01", "2026-03-31");
        story.tell(new InvoiceMarkedDoubtful(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new DoubtfulId(story.id("D1")), eur("120.00"), "insolvent", LocalDate.parse("2026-04-01")));
        var shares = List.of(new TaxShare(NORMAL, eur("100.00"), eur("20.00")));
        story.tell(new InvoiceWrittenOff(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, eur("120.00"))), "judgment", true,
                List.of(), "a", "b", eur("0.00"), null, LocalDate.parse("2026-05-01"),
                new TaxRelief(null, false, shares, null, null), null));
        assertThat(booked().subList(1, 3)).containsExactly(
                "OD 1 2026-04-01 F-" + story.id("I1") + ": 416000 120.00, 411000 -120.00 L",
                "OD 2 2026-05-01 F-" + story.id("I1") + ": 654000 100.00, 445710 20.00 at 20.00, 416000 -120.00");
    }

    @Test
    void aLateFactIsBookedInTheOpenMonthAndNumbersOfTheClosedOneStay() {
        sale("I1", "2026-03-02");
        sale("I2", "2026-04-02");
        var before = booked();
        story.bookedOn(LocalDate.parse("2026-04-01"));
        sale("I3", "2026-03-01");
        story.bookedOn(null);
        var after = booked();
        assertThat(after.getFirst()).isEqualTo(before.getFirst());
        assertThat(after.get(1)).startsWith("VE 2 2026-04-01 F-" + story.id("I3"));
        assertThat(after.get(2)).startsWith("VE 3 2026-04-02 F-" + story.id("I2"));
    }

    @Test
    void anAnswerOfThePastStaysAndPagesFollowEachOther() throws Exception {
        sale("I1", "2026-03-02");
        long known = story.position();
        sale("I2", "2026-03-01");
        story.position();
        ask(entries("2026-03-01", "2026-03-31") + "&asKnown=" + known)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].number").value(1))
                .andExpect(jsonPath("$.items[0].pieceNumber").value("F-" + story.id("I1")))
                .andExpect(jsonPath("$.asKnown.position").value(known));
        var first = ask(entries("2026-03-01", "2026-03-31") + "&limit=1")
                .andExpect(jsonPath("$.items[0].pieceNumber").value("F-" + story.id("I2")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var cursor = first.replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
        ask(entries("2026-03-01", "2026-03-31") + "&limit=1&after=" + cursor)
                .andExpect(jsonPath("$.items[0].number").value(2))
                .andExpect(jsonPath("$.nextCursor").doesNotExist());
    }

    @Test
    void numbersThatWereCountedAreCountedAgainOnceSomethingIsBookedBeforeThem() throws Exception {
        sale("I1", "2026-02-10");
        sale("I2", "2026-03-10");
        long known = story.position();
        var march = entries("2026-03-01", "2026-03-31");
        ask(march).andExpect(jsonPath("$.items[0].number").value(2));
        sale("I3", "2026-03-09");
        story.position();
        ask(march).andExpect(jsonPath("$.items[0].pieceNumber").value("F-" + story.id("I3")))
                .andExpect(jsonPath("$.items[0].number").value(2))
                .andExpect(jsonPath("$.items[1].number").value(3));
        sale("I4", "2026-02-20");
        story.position();
        ask(march).andExpect(jsonPath("$.items[0].number").value(3)).andExpect(jsonPath("$.items[1].number").value(4));
        ask(march + "&asKnown=" + known).andExpect(jsonPath("$.items[0].number").value(2))
                .andExpect(jsonPath("$.items[0].pieceNumber").value("F-" + story.id("I2")));
        ask(entries("2026-03-10", "2026-03-31")).andExpect(jsonPath("$.items[0].number").value(4));
    }

    @Test
    void monthsThatWereCountedAheadStayCounted() throws Exception {
        for (var day : List.of("2026-01-10", "2026-02-10", "2026-02-20", "2026-04-10", "2026-05-10")) {
            sale("I" + day, day);
        }
        story.position();
        var may = questions.asked(
                new JournalRequest(story.entity().value(), "2026-05-01", "2026-05-31", null, null)).range();
        assertThat(journal.countedUntil(may)).isEqualTo("2026-01-10");
        journal.countBefore(may, LocalDate.parse("2026-03-01"));
        assertThat(journal.countedUntil(may)).isEqualTo("2026-02-20");
        ask(entries("2026-05-01", "2026-05-31")).andExpect(jsonPath("$.items[0].number").value(5));
        assertThat(journal.countedUntil(may)).isEqualTo("2026-04-10");
    }

    @Test
    void aChartThatBooksOtherwiseMovesTheNumbersThatWereCounted() throws Exception {
        sale("I1", "2026-02-10");
        story.payment("P1", "C1", "100.00", "2026-02-11").allocate("A1", "P1", "I1", "C1", "100.00", "2026-02-12");
        sale("I2", "2026-03-10");
        story.payment("P2", "C1", "10.00", "2026-03-11");
        story.allocate("A2", "P2", "I2", "C1", "10.00", "2026-03-12").position();
        var march = entries("2026-03-01", "2026-03-31");
        ask(march).andExpect(jsonPath("$.items[1].number").value(2)).andExpect(jsonPath("$.items.length()").value(2));
        mapping("2026-01-01", VatRegime.ON_DEBITS, account(AccountRole.RECEIVABLE, null, "411"),
                account(AccountRole.CUSTOMER_CREDIT, null, "4191"), account(AccountRole.SALES, null, "707"),
                account(AccountRole.VAT_COLLECTED, null, "44571"), account(AccountRole.BANK, null, "512"));
        story.position();
        ask(march).andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[1].number").value(3))
                .andExpect(jsonPath("$.items[2].number").value(4))
                .andExpect(jsonPath("$.items[2].accountingDate").value("2026-03-12"));
    }

    @Test
    void aFileOfNothingHasItsHeaderAlone() throws Exception {
        withSiren();
        story.position();
        assertThat(ask(fec("2026-01-01", "2026-12-31")).andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()).isEqualTo(String.join("\t", FecReader.COLUMNS) + "\r\n");
        ask(entries("2026-01-01", "2026-12-31")).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void theFileKeepsEveryRuleOfItsLayout() throws Exception {
        withSiren();
        sale("I1", "2026-03-02");
        story.payment("P1", "C1", "220.99", "2026-03-10");
        discounted("2026-03-12");
        story.payment("P2", null, "5.00", "2026-03-11");
        story.position();
        var answer = ask(fec("2026-01-01", "2026-12-31") + "&encoding=ISO-8859-15").andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("732829320FEC20261231.txt");
        var bytes = answer.getContentAsByteArray();
        assertThat(answer.getHeader(HttpHeaders.CONTENT_LENGTH)).isEqualTo(Integer.toString(bytes.length));
        var file = FecReader.read(bytes, Charset.forName("ISO-8859-15"));
        assertThat(file.broken()).isEmpty();
        assertThat(file.lines()).hasSize(13).allSatisfy(line -> {
            assertThat(line.get("CompAuxNum"))
                    .isEqualTo(String.valueOf(line.get("CompteNum")).startsWith("411") ? story.id("C1") : "");
            assertThat(line.get("Idevise")).isEmpty();
        });
        assertThat(file.lines().getFirst()).containsEntry("PieceRef", "F-" + story.id("I1"))
                .containsEntry("PieceDate", "20260302")
                .containsEntry("EcritureLib", "Facture émise F-" + story.id("I1"))
                .containsEntry("Debit", "225,50")
                .containsEntry("DateLet", "20260312");
        assertThat(file.balance("411")).isZero();
    }

    @Test
    void separatorsAreStrippedFromLabels() throws Exception {
        withSiren();
        mapping("2026-01-01", VatRegime.ON_DEBITS,
                new MappedAccount(AccountRole.RECEIVABLE, null, "411", "a\tb|c", null),
                account(AccountRole.SALES, null, "707"));
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31").position();
        var file = FecReader.read(
                ask(fec("2026-01-01", "2026-12-31")).andReturn().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(file.broken()).isEmpty();
        assertThat(file.lines().getFirst()).containsEntry("CompteLib", "a b c");
    }

    private void sale(String invoice, String date) {
        var issued = LocalDate.parse(date);
        story.tell(new InvoiceIssued(new InvoiceId(story.id(invoice)), story.accountId("C1"), story.entity(),
                "F-" + story.id(invoice), ReceivableClass.TRADE, issued, null, eur("225.50"),
                List.of(new InvoiceLine("Machine", eur("100.00"), NORMAL, eur("20.00")),
                        new InvoiceLine("Book", eur("100.00"), REDUCED, eur("5.50"))),
                List.of(new Instalment(1, issued.plusDays(30), eur("225.50"))), null));
    }

    /** 2 % of each rate. */
    private void discounted(String date) {
        var parts = List.of(new SettledPart(1, eur("220.99"), eur("4.51")));
        var payment = new PaymentId(story.id("P1"));
        var invoice = new InvoiceId(story.id("I1"));
        var made = new PaymentAllocated(payment, story.accountId("C1"), story.entity(),
                new AllocationId(story.id("A1")), invoice, parts, LocalDate.parse(date), null, null,
                List.of(new DiscountShare(NORMAL, eur("2.00"), eur("0.40")),
                        new DiscountShare(REDUCED, eur("2.00"), eur("0.11"))));
        story.tell(made, new InvoiceSettledInPart(invoice, made.accountId(), story.entity(), made.allocationId(),
                CreditSource.of(payment), parts, made.effectiveDate()));
    }

    private void mapping(String validFrom, VatRegime regime, MappedAccount... accounts) {
        story.tell(new AccountMappingSet(story.entity(), 1, LocalDate.parse(validFrom), regime, List.of(accounts),
                List.of(new MappedJournal(JournalRole.SALES, "VE", "Ventes"),
                        new MappedJournal(JournalRole.BANK, "BQ", "Banque"),
                        new MappedJournal(JournalRole.GENERAL, "OD", "Divers")),
                "test"));
    }

    private static MappedAccount account(AccountRole role, @Nullable Percentage rate, String number) {
        return new MappedAccount(role, rate, number, "Label of " + number, null);
    }

    private void withSiren() {
        story.tell(new LegalEntityChanged(story.entity(), "Exemple", "FR", ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"), "732829320", LocalDate.of(2020, 1, 2)));
    }

    private List<JournalEntry> all() {
        story.position();
        var asked = questions.asked(
                new JournalRequest(story.entity().value(), "2026-01-01", "2026-12-31", null, null));
        var entries = new ArrayList<JournalEntry>();
        transaction.executeWithoutResult(_ -> journal.read(asked.range(), entries::add));
        return entries;
    }

    private List<String> booked() {
        return all().stream().map(JournalTest::text).toList();
    }

    private Money balance(String account) {
        return all().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account().equals(account))
                .map(line -> line.debit().minus(line.credit()))
                .reduce(eur("0.00"), Money::plus);
    }

    private static String text(JournalEntry entry) {
        return entry.journalCode() + " " + entry.number() + " " + entry.accountingDate() + " " + entry.pieceNumber()
                + ": " + entry.lines()
                        .stream()
                        .map(line -> line.account() + " " + line.debit().minus(line.credit()).amount()
                                + (line.taxRate() == null ? "" : " at " + line.taxRate())
                                + (line.letter() == null ? "" : " L"))
                        .collect(joining(", "));
    }

    private String entries(String from, String to) {
        return "/v1/journal-entries?legalEntity=" + story.entity() + "&from=" + from + "&to=" + to;
    }

    private String fec(String from, String to) {
        return "/v1/exports/journal?format=fec&legalEntity=" + story.entity() + "&from=" + from + "&to=" + to;
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
