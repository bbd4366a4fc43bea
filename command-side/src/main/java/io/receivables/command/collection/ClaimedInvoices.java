package io.receivables.command.collection;

import io.receivables.command.account.AccountRow;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invoices that an action in court or a declaration is about, and what it does to their limitation. */
@Component
public class ClaimedInvoices {

    private final Streams<Invoice> invoices;
    private final OpenClaims claims;
    private final LimitationTerms terms;

    ClaimedInvoices(Streams<Invoice> invoices, OpenClaims claims, LimitationTerms terms) {
        this.invoices = invoices;
        this.claims = claims;
        this.terms = terms;
    }

    /**
     * Those that are named, or all of the account that are open.
     *
     * @throws Refusal ACCOUNT_MISMATCH, ITEM_NOT_OPEN
     */
    public List<InvoiceId> of(AccountRow account, @Nullable List<InvoiceId> named, LocalDate date) {
        var all = named == null ? claims.invoices(account, date) : named.stream().distinct().toList();
        if (all.isEmpty()) {
            throw new Refusal(ProblemCode.ITEM_NOT_OPEN,
                    "no invoice of account " + account.accountId() + " is open at " + date);
        }
        for (var id : all) {
            var owner = invoices.load(id).ask(Invoice::accountId);
            if (!owner.equals(account.accountId())) {
                throw new Refusal(ProblemCode.ACCOUNT_MISMATCH,
                        "invoice " + id + " is of account " + owner + ", not " + account.accountId());
            }
        }
        return all;
    }

    /** What of them is open at a date and stays so. */
    public Money open(List<InvoiceId> ids, LocalDate date, Currency currency) {
        return ids.stream()
                .flatMap(id -> invoices.load(id).ask(it -> it.open(null, date)).stream())
                .map(InstalmentAmount::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** @throws Refusal ITEM_NOT_OPEN, LIMITATION_LAPSED */
    public void interrupt(List<InvoiceId> ids, LimitationInterruptionKind kind, String cause, String reason,
            LocalDate date) {
        // One cause interrupts an invoice once in each way and on each day.
        var id = new LimitationInterruptionId(cause + "-" + kind + "-" + date);
        for (var invoiceId : ids) {
            var invoice = invoices.load(invoiceId);
            var issued = invoice.ask(Invoice::issued);
            var term = terms.of(issued, date);
            invoice.decide(it -> it.limitations()
                    .interrupt(id, kind, term, cause,
                            reason, date));
        }
    }

    /** The same for those of them of which something is still open. */
    public void interruptOpen(List<InvoiceId> ids, LimitationInterruptionKind kind, String cause, String reason,
            LocalDate date) {
        interrupt(ids.stream().filter(id -> invoices.load(id).ask(it -> it.limitations().isOpen(date))).toList(), kind,
                cause, reason, date);
    }

    /** What the cause has interrupted counts as if it had not been. */
    public void voidAll(List<InvoiceId> ids, String cause, String reason, LocalDate date) {
        ids.forEach(id -> invoices.load(id).decide(it -> it.limitations().voidAll(cause, reason, date)));
    }
}
