package io.receivables.command.charge;

import io.receivables.command.invoice.ClaimedCharge;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Claims late charges of invoices and takes them back: the charge and its invoice decide, in one transaction. */
@Component
public class ChargeClaims {

    private final Streams<LateCharge> charges;
    private final CreditPolicies policies;
    private final LateInvoices lateInvoices;

    ChargeClaims(Streams<LateCharge> charges, CreditPolicies policies, LateInvoices lateInvoices) {
        this.charges = charges;
        this.policies = policies;
        this.lateInvoices = lateInvoices;
    }

    /** An amount that somebody has decided on. */
    public Loaded<LateCharge> claimGiven(Loaded<Invoice> invoice, ChargeId id, ChargeKind kind, Money amount,
            LocalDate date) {
        var issued = invoice.ask(it -> it.issuedAsAt(date));
        Amounts.requireCurrency(issued.total().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        requireLate(issued, invoice.ask(Invoice::firstDue), kind, date);
        requireOnce(invoice, kind);
        return claim(invoice, new LateChargeClaimed(id, issued.accountId(), issued.legalEntity(), issued.invoiceId(),
                issued.receivableClass(), kind, amount, policies.at(issued.legalEntity(), date).version(), null, null,
                date));
    }

    /** A fee may be for something else than lateness, such as a returned debit. */
    private static void requireLate(InvoiceIssued issued, LocalDate due, ChargeKind kind, LocalDate date) {
        if (kind != ChargeKind.FEE && !date.isAfter(due)) {
            throw new Refusal(ProblemCode.INVOICE_NOT_LATE, "invoice " + issued.invoiceId() + " is due at " + due
                    + ": nothing is late at " + date);
        }
    }

    /** The indemnity is for an invoice, not for each reminder or part of it. */
    public void requireOnce(Loaded<Invoice> invoice, ChargeKind kind) {
        var before = invoice.ask(it -> it.charges(kind)).stream().map(ClaimedCharge::chargeId).findFirst();
        if (kind == ChargeKind.FIXED_INDEMNITY && before.isPresent()) {
            throw new Refusal(ProblemCode.LATE_CHARGE_ALREADY_CLAIMED, "the fixed indemnity of invoice "
                    + invoice.ask(Invoice::issued).invoiceId() + " is claimed once, by late charge " + before.get());
        }
    }

    /** The policy by which a charge of a date is judged. */
    public PolicyInForce policyAt(Loaded<Invoice> invoice, LocalDate date) {
        return policies.at(invoice.ask(Invoice::issued).legalEntity(), date);
    }

    /** Reverses what comes out otherwise now, and claims what is due. */
    public void carryOut(Loaded<Invoice> invoice, ChargePlan plan, LocalDate date) {
        plan.stale().forEach(it -> reverse(invoice, it.chargeId(), it.reason(), true, date));
        plan.claims().forEach(it -> claim(invoice, it));
    }

    private Loaded<LateCharge> claim(Loaded<Invoice> invoice, LateChargeClaimed claim) {
        invoice.decide(it -> it.charge(claim.chargeId(), claim.kind(), claim.amount(), claim.effectiveDate()));
        var issued = invoice.ask(Invoice::issued);
        lateInvoices.look(issued.legalEntity(), issued.accountId(), issued.invoiceId());
        return charges.begin(() -> LateCharge.claim(claim));
    }

    /**
     * @param recalculated whether what it was for may be claimed again
     * @throws Refusal LATE_CHARGE_NOT_FOUND when it is of another invoice, HAS_ALLOCATIONS when money stands against it
     */
    public Loaded<LateCharge> reverse(Loaded<Invoice> invoice, ChargeId id, String reason, boolean recalculated,
            LocalDate date) {
        var charge = charges.load(id);
        var claimed = charge.ask(LateCharge::claimed);
        if (!invoice.ask(Invoice::issued).invoiceId().equals(claimed.invoiceId())) {
            throw charges.notFound(id);
        }
        charge.decide(it -> it.reverse(reason, recalculated, date));
        invoice.decide(it -> it.reverseCharge(claimed, reason, recalculated, date));
        return charge;
    }

    /** The charge with this id, as it was just claimed. */
    public Loaded<LateCharge> claimed(ChargeId id) {
        return charges.load(id);
    }
}
