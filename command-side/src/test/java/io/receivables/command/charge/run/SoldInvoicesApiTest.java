package io.receivables.command.charge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charges for lateness go with the claim that a factor has bought without recourse. */
class SoldInvoicesApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    SoldInvoicesApiTest() {
        api.put("/v1/credit-policies/" + book.entity, """
                {'validFrom':'2025-01-01','lateCharges':{'interest':{'annualPercent':'10'},'fixedIndemnity':%s,
                 'scale':{'kind':'FLAT','amount':%s}}}""".formatted(Book.eur("40.00"), Book.eur("12.00"))).expect(201);
    }

    @Test
    void whatWasSoldLateIsTheFactorsWithAllThatItBears() {
        var invoice = book.invoice("36500.00");
        factor(false, invoice, "2026-02-10");
        assertThat(amounts(run("2026-02-20"))).isEmpty();
        assertThat(api.post("/v1/invoices/" + invoice + "/late-charges",
                "{'kind':'FIXED_INDEMNITY','effectiveDate':'2026-02-20'}")
                .expect(422, "NOTHING_TO_CLAIM")
                .at("/detail")).contains("factor");
    }

    @Test
    void whatWasClaimedBeforeItWasSoldStays() {
        var invoice = book.invoice("36500.00");
        assertThat(amounts(run("2026-02-10"))).containsExactlyInAnyOrder("INTEREST 100.00", "FIXED_INDEMNITY 40.00",
                "FEE 12.00");
        factor(false, invoice, "2026-02-15");
        var run = run("2026-02-20");
        assertThat(amounts(run)).isEmpty();
        assertThat(run.at("/skipped/0/reason")).isEqualTo("FACTORED");
        assertThat(run.body().at("/reversed").size()).isZero();
    }

    @Test
    void whatWasClaimedAfterASaleThatIsRecordedLateFalls() {
        var invoice = book.invoice("36500.00");
        assertThat(amounts(run("2026-02-10"))).hasSize(3);
        factor(false, invoice, "2026-02-05");
        var run = run("2026-02-20");
        assertThat(amounts(run)).isEmpty();
        assertThat(run.body().at("/reversed").size()).isEqualTo(3);
    }

    @Test
    void whatIsBoughtBackBearsChargesForTheDaysOnWhichItWasOurs() {
        var invoice = book.invoice("36500.00");
        var factoring = factor(false, invoice, "2026-02-10");
        assertThat(amounts(run("2026-02-20"))).isEmpty();
        api.post("/v1/factoring/" + factoring + "/buy-back", "{'reason':'returned','effectiveDate':'2026-02-20'}")
                .expect(200);
        // Ten days before it was sold, and five since it is back.
        assertThat(amounts(run("2026-02-25"))).containsExactlyInAnyOrder("INTEREST 150.00", "FIXED_INDEMNITY 40.00",
                "FEE 12.00");
    }

    @Test
    void thePartThatWasPaidLateBeforeTheRestWasSoldIsOurs() {
        var invoice = book.invoice("36500.00");
        var payment = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-02-10','method':'BANK_TRANSFER',
                 'autoAllocate':false}""".formatted(payment, book.account, Book.eur("18250.00"))).expect(201);
        api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-10'}"
                        .formatted(invoice, Book.eur("18250.00")))
                .expect(201);
        factor(false, invoice, "2026-02-12");
        assertThat(amounts(run("2026-02-20"))).contains("INTEREST 50.00");
    }

    @Test
    void whatWasSoldWithRecourseStaysOurs() {
        var invoice = book.invoice("36500.00");
        factor(true, invoice, "2026-02-10");
        assertThat(amounts(run("2026-02-20"))).contains("INTEREST 200.00");
    }

    private String factor(boolean recourse, String invoice, String date) {
        return api.post("/v1/customer-accounts/" + book.account + "/factoring", """
                {'factor':'FACTOR','recourse':%s,'items':[{'invoiceId':'%s'}],'effectiveDate':'%s'}"""
                .formatted(recourse, invoice, date)).expect(201).at("/factoringId");
    }

    private Answer run(String asAt) {
        return api.post("/v1/late-charge-runs", "{'legalEntity':'%s','asAt':'%s'}".formatted(book.entity, asAt))
                .expect(200);
    }

    private static List<String> amounts(Answer run) {
        var amounts = new ArrayList<String>();
        for (var charge : run.body().at("/charges")) {
            amounts.add(charge.at("/kind").asString() + " " + charge.at("/amount/amount").asString());
        }
        return amounts;
    }
}
