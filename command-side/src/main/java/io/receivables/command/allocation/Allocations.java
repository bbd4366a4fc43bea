package io.receivables.command.allocation;

import io.receivables.command.credit.Credit;
import io.receivables.command.credit.CreditDocument;
import io.receivables.command.invoice.Receivable;
import io.receivables.command.invoice.SettlementClaim;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Loaded;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Allocates payments and credit notes to invoices and late charges, and takes it back: both streams decide, in one
 * transaction.
 */
@Component
public class Allocations {

    private final Receivables receivables;

    Allocations(Receivables receivables) {
        this.receivables = receivables;
    }

    /** All that a new document's {@code allocations} ask for. */
    public <T extends CreditDocument> void allocate(Loaded<T> document, List<AllocationWish> wishes) {
        receivables.loadAll(wishes.stream().map(AllocationWish::target).toList());
        for (int i = 0; i < wishes.size(); i++) {
            try {
                allocate(document, wishes.get(i));
            } catch (Refusal refusal) {
                throw refusal.under("/allocations/" + i);
            }
        }
    }

    public <T extends CreditDocument> void allocate(Loaded<T> document, AllocationWish wish) {
        var receivable = receivables.load(wish.target());
        var date = wish.effectiveDate() != null
                ? wish.effectiveDate()
                : Credit.later(document.ask(CreditDocument::availableFrom), receivable.ask(Receivable::owedFrom));
        var claim = document.ask(it -> new SettlementClaim(it.account(), wish.amount(), wish.instalment(),
                wish.discount(), date, it.valueDate()));
        settle(document, wish.target(), wish.allocationId(), receivable.ask(it -> it.plan(claim)), date);
    }

    public <T extends CreditDocument> void reverse(Loaded<T> document, AllocationId id, String reason,
            LocalDate date) {
        var allocation = document.ask(it -> it.credit().requireActive(id));
        document.decide(it -> it.reverseAllocation(id, reason, date));
        receivables.reverse(allocation.target(), id, document.ask(CreditDocument::source), allocation.parts(), reason,
                date);
    }

    /**
     * Takes an amount back from what a document settled of an invoice, the newest allocation first. One that falls only in
     * part is reversed, and what stays of it is allocated anew: at each date that is the same book.
     */
    public <T extends CreditDocument> void reopen(Loaded<T> document, List<Reopening> wishes, String reason,
            LocalDate date) {
        receivables.loadAll(wishes.stream().map(Reopening::target).toList());
        for (int i = 0; i < wishes.size(); i++) {
            reopen(document, wishes.get(i), "/reopen/" + i + "/amount", reason, date);
        }
    }

    private <T extends CreditDocument> void reopen(Loaded<T> document, Reopening wish, String pointer, String reason,
            LocalDate date) {
        Amounts.requireCurrency(document.ask(it -> it.credit().free()).currency(), wish.amount(), pointer);
        Amounts.requirePositive(wish.amount(), pointer);
        var newestFirst = new ArrayList<>(document.ask(it -> it.credit().active()).entrySet()).reversed();
        var left = wish.amount();
        for (var entry : newestFirst) {
            var allocation = entry.getValue();
            if (left.isZero() || !allocation.target().equals(wish.target())) {
                continue;
            }
            var taken = left.min(SettledPart.amountOf(allocation.parts()));
            left = left.minus(taken);
            reverse(document, entry.getKey(), reason, date);
            var stays = KeptParts.after(taken, allocation.parts());
            if (!stays.isEmpty()) {
                settle(document, wish.target(), wish.remainder(), stays, date);
            }
        }
        if (left.isPositive()) {
            throw new Refusal(ProblemCode.REOPEN_EXCEEDS_ALLOCATED, wish.amount() + " exceeds the "
                    + wish.amount().minus(left) + " that is allocated to invoice " + wish.invoiceId());
        }
    }

    private <T extends CreditDocument> void settle(Loaded<T> document, AllocationTarget target, AllocationId id,
            List<SettledPart> parts, LocalDate date) {
        document.decide(it -> it.allocate(id, target, parts, date));
        receivables.settle(target, id, document.ask(CreditDocument::source), parts, date,
                document.ask(it -> Credit.later(date, it.moneyDate())));
    }
}
