package io.receivables.acceptance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes to the general ledger, told in calls: entries by event, the file in the layout of the FEC, and the month's end. */
@SuppressWarnings("NullAway.Init")
class JournalStoryIT {

    private static int books;
    private Book book;
    private Api api;

    @BeforeEach
    void aMonthOfReceivables() {
        api = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(api, "JOURNAL" + ++books);
        book.account("C1");
        book.seen(api.put("/v1/customer-accounts/" + book.id("C1") + "/terms", json("""
                {'terms':{'netDays':30,'discount':{'percent':'2.00','withinDays':10,'taxMode':'INCLUDED'}},
                 'effectiveDate':'2024-01-01'}""")));
        book.seen(api.post("/v1/invoices",
                json("""
                        {'invoiceId':'~I1','invoiceNumber':'~2024-1','accountId':'~C1','issueDate':'2024-03-01',
                         'lines':[{'description':'Machine','netAmount':{'amount':'1000.00','currency':'EUR'},'taxRate':'20.00'}]}
                        """)));
        book.payment("P1", "C1", "2024-03-08", "1176.00", Map.of("I1", "1176.00"));
    }

    @Test
    void anEntityWithoutSirenGetsNoFile() {
        book.get(file("2024-01-01", "2024-12-31")).refused(422, "SIREN_MISSING");
        book.get("/v1/exports/journal?legalEntity=" + book.entity()).refused(400, "REQUIRED");
    }

    @Test
    void eachFactIsAnEntryThatBalancesAndADiscountIsInThatOfItsPayment() {
        withSiren();
        var entries = entries("2024-03-01", "2024-03-31", "");
        assertThat(entries).hasSize(2);
        var sale = entries.getOrDefault(book.id("2024-1"), List.of());
        assertThat(amount(sale, "411", "Debit")).isEqualByComparingTo("1200.00");
        assertThat(amount(sale, "707", "Credit")).isEqualByComparingTo("1000.00");
        assertThat(amount(sale, "44571", "Credit")).isEqualByComparingTo("200.00");
        var payment = entries.getOrDefault(book.id("P1"), List.of());
        assertThat(amount(payment, "512", "Debit")).isEqualByComparingTo("1176.00");
        assertThat(amount(payment, "665", "Debit")).isEqualByComparingTo("20.00");
        assertThat(amount(payment, "44571", "Debit")).isEqualByComparingTo("4.00");
        assertThat(amount(payment, "411", "Credit")).isEqualByComparingTo("1200.00");
        entries.values().forEach(JournalStoryIT::balances);
    }

    @Test
    void anEntitySetsItsOwnChartFromADayOn() {
        withSiren();
        book.seen(api.put("/v1/account-mappings/" + book.entity(), json("""
                {'validFrom':'2024-04-01','source':'chart of the group','accounts':[
                   {'role':'RECEIVABLE','number':'411100','label':'Clients France'},
                   {'role':'SALES','taxRate':'20.00','number':'707200','label':'Ventes 20'}],
                 'journals':[{'role':'SALES','code':'V1','label':'Ventes France'}]}"""))).created();
        assertThat(book.get("/v1/account-mappings?legalEntity=" + book.entity()).ok().json().at("/items").size())
                .as("the chart that ships and this one")
                .isEqualTo(2);
        book.seen(api.post("/v1/invoices", json("""
                {'invoiceId':'~I2','invoiceNumber':'~2024-2','accountId':'~C1','issueDate':'2024-04-02',
                 'lines':[{'description':'Machine','netAmount':{'amount':'10.00','currency':'EUR'},'taxRate':'20.00'}]}
                """)));
        assertThat(book.get(file("2024-04-01", "2024-04-30")).refused(422, "ACCOUNT_MAPPING_MISSING").text("/detail"))
                .contains("VAT_COLLECTED at 20.00 %");
        assertThat(entries("2024-03-01", "2024-03-31", "")).hasSize(2);
        book.seen(api.put("/v1/account-mappings/" + book.entity(), json("""
                {'validFrom':'2024-04-01','source':'chart of the group','accounts':[
                   {'role':'RECEIVABLE','number':'411100','label':'Clients France'},
                   {'role':'SALES','number':'707100','label':'Ventes'},
                   {'role':'VAT_COLLECTED','number':'445712','label':'TVA'}],
                 'journals':[{'role':'SALES','code':'V1','label':'Ventes France'}]}""")));
        var sale = entries("2024-04-01", "2024-04-30", "")
                .getOrDefault(book.id("2024-2"), List.of());
        assertThat(amount(sale, "411100", "Debit")).isEqualByComparingTo("12.00");
        assertThat(amount(sale, "445712", "Credit")).isEqualByComparingTo("2.00");
    }

    @Test
    void theFileOfAClosedMonthTiesToItsSignOffAndIsTheSameEverAfter() {
        withSiren();
        book.invoice("I3", "C1", "2024-03-20", "2024-04-19", "300.00");
        book.payment("P3", "C1", "2024-03-25", "50.00");
        book.seen(api.post("/v1/periods/" + book.entity() + "/2024-03/close", json("{'reason':'reconciled'}")));
        var signedOff = "&asKnown=signoff:" + book.entity() + "/2024-03";
        var before = book.get(file("2024-03-01", "2024-03-31") + signedOff).ok().body();

        book.invoice("LATE", "C1", "2024-03-15", "2024-04-14", "70.00");

        assertThat(book.get(file("2024-03-01", "2024-03-31") + signedOff).ok().body()).isEqualTo(before);
        assertThat(book.get(file("2024-03-01", "2024-03-31")).ok().body()).as("known now: booked in April")
                .isEqualTo(before);
        var aged = book.aged("2024-03-31", "asKnown=signoff:" + book.entity() + "/2024-03");
        var march = lines("2024-01-01", "2024-03-31", signedOff);
        assertThat(amount(march, "41", "Debit").subtract(amount(march, "41", "Credit")))
                .isEqualByComparingTo(aged.text("/totals/balance"))
                .isEqualByComparingTo("250.00");
        var april = entries("2024-04-01", "2024-04-30", "");
        assertThat(april.get(book.id("LATE"))).allSatisfy(line -> {
            assertThat(line.get(3)).as("booked").isEqualTo("20240401");
            assertThat(line.get(9)).as("of the document").isEqualTo("20240315");
        });
        var late = book.get("/v1/periods/" + book.entity() + "/2024-03/late-facts").ok();
        assertThat(late.text("/items/0/streamId")).isEqualTo(book.id("LATE"));
    }

    @Test
    void entriesAreReadAsJsonOrAsASheetToo() {
        var json = book.get("/v1/journal-entries?legalEntity=" + book.entity() + "&from=2024-03-01&to=2024-03-31").ok();
        assertThat(json.text("/items/0/journalCode")).isEqualTo("VE");
        assertThat(json.text("/items/0/lines/0/debit/amount")).isEqualTo("1200.00");
        assertThat(json.json().at("/items/1/positions").size()).as("payment and allocation").isEqualTo(2);
    }

    private void withSiren() {
        book.seen(api.put("/v1/legal-entities/" + book.entity(), Map.of("name", "Journal SA", "country", "FR",
                "timeZone", "Europe/Paris", "baseCurrency", "EUR", "siren", "732829320")));
    }

    private String file(String from, String to) {
        return "/v1/exports/journal?format=fec&legalEntity=" + book.entity() + "&from=" + from + "&to=" + to;
    }

    /** Lines by the number of their document. */
    private LinkedHashMap<String, List<List<String>>> entries(String from, String to, String more) {
        return lines(from, to, more).stream().collect(groupingBy(line -> line.get(8), LinkedHashMap::new, toList()));
    }

    private List<List<String>> lines(String from, String to, String more) {
        return Arrays.stream(book.get(file(from, to) + more).ok().body().split("\r\n"))
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static void balances(List<List<String>> lines) {
        assertThat(amount(lines, "", "Debit")).isEqualByComparingTo(amount(lines, "", "Credit"));
    }

    private static BigDecimal amount(List<List<String>> lines, String account, String side) {
        return lines.stream()
                .filter(line -> line.get(4).startsWith(account))
                .map(line -> new BigDecimal(line.get(side.equals("Debit") ? 11 : 12).replace(',', '.')))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
