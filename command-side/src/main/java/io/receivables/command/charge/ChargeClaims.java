package io.receivables.command.charge;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Claims late charges of invoices and takes them back: the charge and its invoice decide, in one transaction. */
@Component
public class ChargeClaims {

    private final Streams<LateCharge> charges;
    private final CreditPolicies policies;

    ChargeClaims(Streams<LateCharge> charges, CreditPolicies policies) {
        this.charges = charges;
        this.policies = policies;
    }

    /** An amount that somebody has decided on. */
    public Loaded<LateCharge> claimGiven(Loaded<Invoice> invoice, ChargeId id, ChargeKind kind, Money amount,
            LocalDate date) {
        var issued = invoice.ask(Invoice::issued);
        Amounts.requireCurrency(issued.total().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        return claim(invoice, new LateChargeClaimed(id, issued.accountId(), issued.legalEntity(), issued.invoiceId(),
                issued.receivableClass(), kind, amount, policies.at(issued.legalEntity(), date).version(), null, null,
                date));
    }

    public Loaded<LateCharge> claim(Loaded<Invoice> invoice, LateChargeClaimed claim) {
        invoice.decide(it -> it.charge(claim.chargeId(), claim.kind(), claim.amount(), claim.effectiveDate()));
        return charges.begin(() -> LateCharge.claim(claim));
    }

    public Loaded<LateCharge> reverse(Loaded<Invoice> invoice, ChargeId id, String reason, LocalDate date) {
        var charge = charges.load(id);
        var claimed = charge.ask(LateCharge::claimed);
        if (!invoice.ask(Invoice::issued).invoiceId().equals(claimed.invoiceId())) {
            throw charges.notFound(id);
        }
        charge.decide(it -> it.reverse(reason, date));
        invoice.decide(it -> it.reverseCharge(claimed, reason, date));
        return charge;
    }
}
