package io.receivables.command.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that another ledger had recorded before the cut-over of 2026-02-01; the account is open since 2025-01-01. */
class OpeningItemsApiTest {

    private static final String OPENING = "'opening':{'cutOverDate':'2026-02-01'}";

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource({"2024-06-30, 2024-12-31, BEFORE_ACCOUNT_OPENED", "2024-06-30, 2024-06-29, CUT_OVER_BEFORE_DOCUMENT"})
    void aCutOverBeforeTheAccountOrTheDocumentIsRefused(String date, String cutOver, String code) {
        var opening = "'opening':{'cutOverDate':'" + cutOver + "'}";

        var refused = invoice("100.00", date, opening).expect(422, code);
        payment("100.00", date, opening).expect(422, code);
        creditNote("100.00", date, opening).expect(422, code);

        assertThat(refused.at("/detail")).contains(cutOver);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/opening/cutOverDate");
    }

    @Test
    void aCutOverAfterTodayIsRefused() {
        var later = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(2);
        var opening = "'opening':{'cutOverDate':'" + later + "'}";

        invoice("100.00", "2026-01-01", opening).expect(422, "DATE_IN_FUTURE");
        payment("100.00", "2026-01-01", opening).expect(422, "DATE_IN_FUTURE");
        creditNote("100.00", "2026-01-01", opening).expect(422, "DATE_IN_FUTURE");
    }

    @Test
    void anOpeningWithoutCutOverIsRefused() {
        var refused = invoice("100.00", "2026-01-01", "'opening':{}").expect(400, "REQUIRED");

        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/opening/cutOverDate");
    }

    @Test
    void lessThanIsOpenCannotHaveBeenTheOriginalTotal() {
        var refused = invoice("100.00", "2026-01-01",
                "'opening':{'cutOverDate':'2026-02-01','originalTotal':" + Book.eur("99.99") + "}")
                .expect(422, "ORIGINAL_TOTAL_TOO_SMALL");

        assertThat(refused.at("/detail")).contains("100.00 EUR", "99.99 EUR");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/opening/originalTotal");
    }

    @Test
    void anOriginalTotalInAnotherCurrencyIsRefused() {
        invoice("100.00", "2026-01-01",
                "'opening':{'cutOverDate':'2026-02-01','originalTotal':{'amount':'200','currency':'USD'}}")
                .expect(422, "CURRENCY_MISMATCH");
    }

    @Test
    void anInvoiceKeepsItsOldDatesThoughTheAccountIsYounger() {
        var answer = invoice("100.00", "2024-06-30",
                "'opening':{'cutOverDate':'2026-02-01','originalTotal':" + Book.eur("250.00") + "}").expect(201);

        assertThat(answer.at("/issueDate")).isEqualTo("2024-06-30");
        // The terms of the account, 30 days, from the old date of issue.
        assertThat(answer.at("/instalments/0/dueDate")).isEqualTo("2024-07-30");
        assertThat(answer.at("/opening/cutOverDate")).isEqualTo("2026-02-01");
        assertThat(answer.at("/opening/originalTotal/amount")).isEqualTo("250.00");
        assertThat(answer.at("/total/amount")).isEqualTo("100.00");
    }

    @Test
    void anInvoiceOfThisBookHasNoOpening() {
        assertThat(invoice("100.00", "2026-01-01", "'supplyDate':'2026-01-01'").expect(201).body().has("opening"))
                .isFalse();
    }

    @Test
    void linesWithTaxAreThoseOfTheResidue() {
        var id = Book.id("INV");
        var answer = api.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-01-01',%3$s,
                 'lines':[{'description':'rest','netAmount':%4$s,'taxRate':'20'}]}"""
                .formatted(id, book.account, OPENING, Book.eur("50.00"))).expect(201);

        assertThat(answer.at("/total/amount")).isEqualTo("60.00");
    }

    @Test
    void nothingSettlesAnInvoiceBeforeTheCutOver() {
        var invoice = invoice("100.00", "2026-01-01", OPENING).expect(201).at("/invoiceId");
        var payment = book.payment("100.00");

        var refused = allocate(payment, invoice, "100.00", "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        assertThat(refused.at("/detail")).contains("2026-02-01");
        post("/v1/invoices/" + invoice + "/cancellation", "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        post("/v1/invoices/" + invoice + "/write-offs", "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        allocate(payment, invoice, "100.00", "2026-02-01").expect(201);
    }

    @Test
    void noMoneyIsSpentBeforeTheCutOver() {
        var invoice = book.invoice("100.00");
        var payment = payment("100.00", "2026-01-10", OPENING).expect(201).at("/paymentId");
        var note = creditNote("100.00", "2026-01-10", OPENING).expect(201).at("/creditNoteId");

        allocate(payment, invoice, "10.00", "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        refund("/v1/payments/" + payment, "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        refund("/v1/credit-notes/" + note, "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        post("/v1/payments/" + payment + "/reversal", "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        post("/v1/credit-notes/" + note + "/cancellation", "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        allocate(payment, invoice, "10.00", "2026-02-01").expect(201);
    }

    @Test
    void cashThatNobodyHadIdentifiedIsIdentifiedFromTheCutOverOn() {
        var id = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','legalEntity':'%s','amount':%s,'receivedDate':'2026-01-10','method':'CHEQUE',%s}"""
                .formatted(id, book.entity, Book.eur("40.00"), OPENING)).expect(201);
        var path = "/v1/payments/" + id + "/identification";
        var body = "{'accountId':'" + book.account + "','effectiveDate':'%s'}";

        api.post(path, body.formatted("2026-01-31")).expect(422, "NOT_AVAILABLE_AT_DATE");
        api.post(path, body.formatted("2026-02-01")).expect(200);
    }

    @Test
    void anAllocationWithoutDateCountsFromTheLaterCutOver() {
        var invoice = invoice("100.00", "2026-01-01", "'opening':{'cutOverDate':'2026-02-10'}").expect(201)
                .at("/invoiceId");
        var answer = payment("100.00", "2026-01-10", OPENING + ",'allocations':[{'invoiceId':'" + invoice
                + "','amount':" + Book.eur("100.00") + "}]").expect(201);

        assertThat(answer.at("/allocations/0/effectiveDate")).isEqualTo("2026-02-10");
    }

    /** What was paid in time under the old ledger earns its discount, whenever it is allocated. */
    @Test
    void anEarlyPaymentOfTheOldLedgerEarnsItsDiscount() {
        var invoice = invoice("100.00", "2026-01-01",
                OPENING + ",'discount':{'percent':'2','until':'2026-01-11'}").expect(201).at("/invoiceId");
        var inTime = payment("49.00", "2026-01-10", OPENING).expect(201).at("/paymentId");
        var late = payment("49.00", "2026-01-12", OPENING).expect(201).at("/paymentId");

        assertThat(allocate(inTime, invoice, "49.00", "2026-02-01").expect(201).at("/allocations/0/discount/amount"))
                .isEqualTo("1.00");
        assertThat(allocate(late, invoice, "49.00", "2026-02-01").expect(201).at("/allocations/0/discount/amount"))
                .isEqualTo("0.00");
    }

    @Test
    void aCreditNoteSettlesFromTheCutOverOn() {
        var invoice = invoice("100.00", "2025-12-01", OPENING).expect(201).at("/invoiceId");
        var answer = creditNote("30.00", "2025-12-20", OPENING + ",'allocations':[{'invoiceId':'" + invoice
                + "','amount':" + Book.eur("30.00") + "}]").expect(201);

        assertThat(answer.at("/issueDate")).isEqualTo("2025-12-20");
        assertThat(answer.at("/opening/cutOverDate")).isEqualTo("2026-02-01");
        assertThat(answer.at("/allocations/0/effectiveDate")).isEqualTo("2026-02-01");
    }

    private Api.Answer invoice(String total, String issued, String more) {
        var id = Book.id("INV");
        return api.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'%3$s','total':%4$s,%5$s}"""
                .formatted(id, book.account, issued, Book.eur(total), more));
    }

    private Api.Answer payment(String amount, String received, String more) {
        return api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'%s','method':'BANK_TRANSFER',%s}"""
                .formatted(Book.id("P"), book.account, Book.eur(amount), received, more));
    }

    private Api.Answer creditNote(String total, String issued, String more) {
        var id = Book.id("CN");
        return api.post("/v1/credit-notes", """
                {'creditNoteId':'%1$s','creditNoteNumber':'%1$s','accountId':'%2$s','issueDate':'%3$s','total':%4$s,
                 'reason':'goods returned',%5$s}""".formatted(id, book.account, issued, Book.eur(total), more));
    }

    private Api.Answer allocate(String payment, String invoice, String amount, String date) {
        return api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'%s'}"
                        .formatted(invoice, Book.eur(amount), date));
    }

    private Api.Answer refund(String document, String date) {
        return api.post(document + "/refunds", "{'amount':%s,'reason':'asked','effectiveDate':'%s'}"
                .formatted(Book.eur("1.00"), date));
    }

    private Api.Answer post(String path, String date) {
        return api.post(path, "{'reason':'mistake','effectiveDate':'" + date + "'}");
    }
}
