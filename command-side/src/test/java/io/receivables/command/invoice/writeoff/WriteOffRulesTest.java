package io.receivables.command.invoice.writeoff;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.CLERK;
import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.RECOVERY;
import static io.receivables.command.testing.Fixtures.WRITE_OFF;
import static io.receivables.command.testing.Fixtures.approver;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.issuedWithTax;
import static io.receivables.command.testing.Fixtures.limit;
import static io.receivables.command.testing.Fixtures.parts;
import static io.receivables.command.testing.Fixtures.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.WriteOffClaim;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.invoice.Evidence;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.ReliefGrounds;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.policy.ApprovalStep;
import io.receivables.events.policy.RequiredApproval;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a policy asks of a write-off, and what tax makes of it (CGI article 272-1). */
class WriteOffRulesTest {

    private static final String MENTION = "Facture demeurée impayée pour la somme de 550,00\u00A0€ (prix net) et pour la "
            + "somme de 105,00\u00A0€ (TVA correspondante) qui ne peut faire l'objet d'une déduction (article 272 du CGI)";
    private static final List<TaxShare> HALF = List.of(share("20.00", "500.00", "100.00"),
            share("10.00", "50.00", "5.00"));
    private static final Evidence PAPER = new Evidence("judgment.pdf", "00", "dms:1");

    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void aReasonThatThePolicyDoesNotKnowIsRefused() {
        var rules = rules(List.of("insolvency", "vanished"), null, null, null, null);
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("10.00", false, null), limit("50.00"), rules, CLERK))
                .refused(ProblemCode.REASON_NOT_ALLOWED, REASON, "insolvency, vanished");
    }

    @Test
    void aboveAnAmountItNeedsEvidence() {
        var rules = rules(null, "10.00", null, null, null);
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("10.01", false, null), limit("50.00"), rules, CLERK))
                .refused(ProblemCode.EVIDENCE_MISSING, "10.01 EUR", "10.00 EUR");
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("10.01", false, null, PAPER), limit("50.00"), rules, CLERK))
                .shows(it -> assertThat(it.resource(day("02-01"), 2).amountWrittenOff()).isEqualTo(eur("10.01")));
    }

    @Test
    void taxReliefNeedsEvidenceAndGroundsWhereThePolicySaysSo() {
        invoice.given(issuedWithTax())
                .when(it -> it.writeOff(claim("655.00", true, ReliefGrounds.FAILED_PURSUIT), limit("1000.00"),
                        rules(null, null, true, null, null), CLERK))
                .refused(ProblemCode.EVIDENCE_MISSING, "655.00 EUR");
        invoice.given(issuedWithTax())
                .when(it -> it.writeOff(claim("655.00", true, null, PAPER), limit("1000.00"),
                        rules(null, null, null, true, null), CLERK))
                .refused(ProblemCode.RELIEF_GROUNDS_MISSING, "LIQUIDATION_JUDGMENT");
    }

    @Test
    void theTaxOfWhatIsUnpaidIsTakenBackAtEachRate() {
        invoice.given(issuedWithTax())
                .when(it -> it.writeOff(claim("655.00", true, ReliefGrounds.LIQUIDATION_JUDGMENT), limit("1000.00"),
                        WriteOffRules.NONE, CLERK))
                .then(writtenOff(relief()))
                .shows(it -> assertThat(it.resource(day("02-01"), 2).taxRelieved()).isEqualTo(eur("105.00")))
                .shows(it -> assertThat(it.resource(day("01-31"), 2).taxRelieved()).isEqualTo(eur("0.00")));
    }

    @Test
    void whereTaxIsDueOnCashAPendingTaxIsTakenBackAndNoDuplicateIsNeeded() {
        invoice.given(issuedWithTax())
                .when(it -> it.writeOff(claim("655.00", true, null), limit("1000.00"), rules(null, null, null, null,
                        true), CLERK))
                .then(writtenOff(new TaxRelief(null, true, HALF, null, "CGI art. 272-1")));
    }

    @Test
    void anInvoiceWithoutLinesTellsOfNoTax() {
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("100.00", true, null), limit("100.00"), WriteOffRules.NONE, CLERK))
                .shows(it -> assertThat(it.writeOffResource(WRITE_OFF, 2).relief()).isNull())
                .shows(it -> assertThat(it.resource(day("02-01"), 2).taxRelieved()).isEqualTo(eur("0.00")));
    }

    @Test
    void theReversalTakesTheReliefBack() {
        invoice.given(issuedWithTax(), writtenOff(relief()))
                .when(it -> it.reverseWriteOff(WRITE_OFF, REASON, day("03-01")))
                .then(new WriteOffReversed(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, parts("655.00"), REASON, day("03-01"),
                        new TaxRelief(ReliefGrounds.LIQUIDATION_JUDGMENT, false, HALF, null, "CGI art. 272-1")))
                .shows(it -> assertThat(it.resource(day("03-01"), 3).taxRelieved()).isEqualTo(eur("0.00")));
    }

    @Test
    void withMoneyThatComesLaterItsTaxIsDueAgain() {
        invoice.given(issuedWithTax(), writtenOff(relief()))
                .when(it -> it.recover(RECOVERY, eur("131.00"), null, null, day("04-01")))
                .then(recovered("131.00", share("20.00", "100.00", "20.00"), share("10.00", "10.00", "1.00")))
                .shows(it -> assertThat(it.resource(day("04-01"), 3).taxRelieved()).isEqualTo(eur("84.00")));
    }

    @Test
    void allThatIsRecoveredMakesAllTaxDue() {
        invoice.given(issuedWithTax(), writtenOff(relief()), recovered("131.00", share("20.00", "100.00", "20.00"),
                share("10.00", "10.00", "1.00")))
                .when(it -> it.recover(new RecoveryId("R2"), eur("524.00"), null, null,
                        day("05-01")))
                .shows(it -> assertThat(it.resource(day("05-01"), 4).taxRelieved()).isEqualTo(eur("0.00")));
    }

    @Test
    void aRecoveryThatIsTakenBackMakesItsTaxUndue() {
        invoice.given(issuedWithTax(), writtenOff(relief()), recovered("131.00", share("20.00", "100.00", "20.00"),
                share("10.00", "10.00", "1.00")))
                .when(it -> it.reverseRecovery(RECOVERY, REASON, day("04-10")))
                .then(new RecoveryReversed(INVOICE, ACCOUNT, ENTITY, RECOVERY, eur("131.00"), null, REASON,
                        day("04-10"),
                        List.of(share("20.00", "100.00", "20.00"), share("10.00", "10.00", "1.00"))))
                .shows(it -> assertThat(it.resource(day("04-10"), 4).taxRelieved()).isEqualTo(eur("105.00")));
    }

    @Test
    void theMatrixAsksForTwoControllersAboveItsStep() {
        var matrix = new ApprovalLimit(eur("10.00"), 3, List.of(new ApprovalStep(eur("50.00"), "credit-manager", 1),
                new ApprovalStep(null, "controller", 2)));
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("50.00", false, null), matrix, WriteOffRules.NONE, CLERK))
                .then(requested("50.00", new RequiredApproval(1, "credit-manager")));
        invoice.given(issued("100.00"))
                .when(it -> it.writeOff(claim("50.01", false, null), matrix, WriteOffRules.NONE, CLERK))
                .then(requested("50.01", new RequiredApproval(2, "controller")));
    }

    @Test
    void theFirstOfTwoApprovalsGivesNothingUp() {
        var asked = requested("80.00", new RequiredApproval(2, "controller"));
        var given = new WriteOffApprovalGiven(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, CONTROLLER, day("02-05"));
        invoice.given(issued("100.00"), asked)
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-05")))
                .then(given)
                .shows(it -> assertThat(it.resource(day("02-05"), 3).amountDue()).isEqualTo(eur("100.00")));
        invoice.given(issued("100.00"), asked, given)
                .when(it -> it.approveWriteOff(WRITE_OFF, approver(CONTROLLER), day("02-06")))
                .refused(ProblemCode.APPROVER_HAS_APPROVED, CONTROLLER);
        invoice.given(issued("100.00"), asked, given)
                .when(it -> it.approveWriteOff(WRITE_OFF, approver("carla"), day("02-06")))
                .then(new InvoiceWrittenOff(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, parts("80.00"), REASON, false,
                        List.of(),
                        CLERK, "carla", eur("10.00"), 3, day("02-01"), null, List.of(CONTROLLER, "carla")))
                .shows(it -> assertThat(it.resource(day("02-06"), 4).amountDue()).isEqualTo(eur("20.00")));
    }

    private static WriteOffClaim claim(String amount, boolean taxRelief, @Nullable ReliefGrounds grounds,
            Evidence... evidence) {
        return new WriteOffClaim(WRITE_OFF, eur(amount), null, REASON, taxRelief, grounds, List.of(evidence),
                day("02-01"));
    }

    private static WriteOffRules rules(@Nullable List<String> reasons, @Nullable String evidenceAbove,
            @Nullable Boolean evidenceForRelief, @Nullable Boolean grounds, @Nullable Boolean vatOnCash) {
        var above = evidenceAbove == null ? null : eur(evidenceAbove);
        return new WriteOffRules(reasons, above, evidenceForRelief, grounds, null, vatOnCash, null, null, null);
    }

    private static TaxRelief relief() {
        return new TaxRelief(ReliefGrounds.LIQUIDATION_JUDGMENT, false, HALF, MENTION, "CGI art. 272-1");
    }

    private static InvoiceWrittenOff writtenOff(TaxRelief relief) {
        return new InvoiceWrittenOff(INVOICE, ACCOUNT, ENTITY, new WriteOffId("W1"), parts("655.00"), REASON, true,
                List.of(), CLERK, null, eur("1000.00"), 3, day("02-01"), relief, null);
    }

    private static WriteOffRequested requested(String amount, RequiredApproval required) {
        return new WriteOffRequested(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, parts(amount), REASON, false, List.of(),
                CLERK,
                eur("10.00"), 3, day("02-01"), null, required);
    }

    private static WrittenOffAmountRecovered recovered(String amount, TaxShare... due) {
        return new WrittenOffAmountRecovered(INVOICE, ACCOUNT, ENTITY, RECOVERY, eur(amount), null, null, day("04-01"),
                List.of(due));
    }
}
