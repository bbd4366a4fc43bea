package io.receivables.command.charge.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.command.charge.ChargePlan;
import io.receivables.command.charge.LateInvoices.Found;
import io.receivables.command.edge.RunInParts;
import io.receivables.events.account.AccountId;
import io.receivables.events.charge.ChargeCalculation;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run, or a part of it, has claimed.
 *
 * @param simulation whether another policy version than the valid one was tried
 * @param policyVersion by which new claims are judged
 * @param invoices how many were looked at
 * @param counts of all of it; the lists have the first {@value #MOST} of each
 * @param reversed charges that come out otherwise by what is known now
 * @param skipped late invoices, or kinds of charges of them, of which nothing is claimed, and why
 * @param next where the next part begins; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LateChargeRun(LegalEntityId legalEntity, LocalDate asAt, boolean dryRun, boolean simulation,
        @Nullable Integer policyVersion, int invoices, Counts counts, List<Claimed> charges, List<Reversed> reversed,
        List<Skipped> skipped, @Nullable Found next, long version,
        @Nullable Long position) implements Versioned, RunInParts.Done<LateChargeRun> {

    /** So many of each are listed: an answer stays one that can be read, whatever a book is in arrears. */
    static final int MOST = 1_000;

    record Counts(int charges, int reversed, int skipped) {

        Counts plus(Counts more) {
            return new Counts(charges + more.charges, reversed + more.reversed, skipped + more.skipped);
        }
    }

    /** @param chargeId absent in a dry run */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(@Nullable ChargeId chargeId, InvoiceId invoiceId, AccountId accountId, ChargeKind kind, Money amount,
            @Nullable Integer policyVersion, @Nullable ChargeCalculation calculation, @Nullable ChargeId replaces) {}

    record Reversed(ChargeId chargeId, InvoiceId invoiceId, Money amount, String reason) {}

    record Skipped(InvoiceId invoiceId, AccountId accountId, ChargeKind kind, ChargePlan.Reason reason,
            String detail) {}

    static LateChargeRun begin(RunLateCharges command, @Nullable Integer policyVersion) {
        return new LateChargeRun(command.legalEntity(), command.asAt(), command.dryRun(),
                command.policyVersion() != null, policyVersion, 0, new Counts(0, 0, 0), List.of(), List.of(), List.of(),
                null, 1, null);
    }

    /** Together with what is done for one invoice. */
    LateChargeRun with(InvoiceIssued invoice, ChargePlan plan) {
        var id = invoice.invoiceId();
        return with(new Counts(plan.claims().size(), plan.stale().size(), plan.skipped().size()),
                plan.claims().stream().map(it -> claimed(id, it)).toList(),
                plan.stale().stream().map(it -> new Reversed(it.chargeId(), id, it.amount(), it.reason())).toList(),
                plan.skipped()
                        .stream()
                        .map(it -> new Skipped(id, invoice.accountId(), it.kind(), it.reason(), it.detail()))
                        .toList(),
                1);
    }

    private Claimed claimed(InvoiceId invoice, LateChargeClaimed it) {
        return new Claimed(dryRun ? null : it.chargeId(), invoice, it.accountId(), it.kind(), it.amount(),
                it.policyVersion(), it.calculation(), it.replaces());
    }

    @Override
    public LateChargeRun with(LateChargeRun part) {
        return with(part.counts, part.charges, part.reversed, part.skipped, part.invoices).endingAt(part.next)
                .at(part.position == null ? position : part.position);
    }

    LateChargeRun endingAt(@Nullable Found last) {
        return new LateChargeRun(legalEntity, asAt, dryRun, simulation, policyVersion, invoices, counts, charges,
                reversed, skipped, last, version, position);
    }

    private LateChargeRun with(Counts more, List<Claimed> moreCharges, List<Reversed> moreReversed,
            List<Skipped> moreSkipped, int moreInvoices) {
        return new LateChargeRun(legalEntity, asAt, dryRun, simulation, policyVersion, invoices + moreInvoices,
                counts.plus(more), joined(charges, moreCharges), joined(reversed, moreReversed),
                joined(skipped, moreSkipped), next,
                version, position);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).limit(MOST).toList();
    }

    @Override
    public LateChargeRun at(long at) {
        return at(Long.valueOf(at));
    }

    private LateChargeRun at(@Nullable Long at) {
        return new LateChargeRun(legalEntity, asAt, dryRun, simulation, policyVersion, invoices, counts, charges,
                reversed, skipped, next, version, at);
    }
}
