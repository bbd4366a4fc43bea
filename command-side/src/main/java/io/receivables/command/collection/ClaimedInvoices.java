package io.receivables.command.collection;

import io.receivables.command.account.AccountRow;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Amounts;
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
        if (named != null) {
            for (int i = 0; i < named.size(); i++) {
                requireOpen(account, named.get(i), date, "/invoiceIds/" + i);
            }
            return named.stream().distinct().toList();
        }
        var open = claims.invoices(account, date).stream().filter(id -> isOpen(id, date)).toList();
        if (open.isEmpty()) {
            throw new Refusal(ProblemCode.ITEM_NOT_OPEN,
                    "no invoice of account " + account.accountId() + " is open at " + date);
        }
        return open;
    }

    private void requireOpen(AccountRow account, InvoiceId id, LocalDate date, String pointer) {
        var owner = invoices.load(id).ask(Invoice::accountId);
        if (!owner.equals(account.accountId())) {
            throw Amounts.refusal(ProblemCode.ACCOUNT_MISMATCH, pointer,
                    "invoice " + id + " is of account " + owner + ", not " + account.accountId());
        }
        Amounts.requireNotBefore(date, invoices.load(id).ask(Invoice::issued).effectiveDate(),
                "the issue of invoice " + id);
        if (!isOpen(id, date)) {
            throw Amounts.refusal(ProblemCode.ITEM_NOT_OPEN, pointer,
                    "of invoice " + id + " nothing is open at " + date + " and ever after");
        }
    }

    private boolean isOpen(InvoiceId id, LocalDate date) {
        return invoices.load(id).ask(it -> it.limitations().isOpen(date));
    }

    /**
     * Those that are named, or all of the account that are open and arose before a procedure was opened: what arises later is
     * paid when it falls due and declared only when somebody says so (C. com. L622-17, L622-24).
     *
     * @throws Refusal ACCOUNT_MISMATCH, ITEM_NOT_OPEN
     */
    public List<InvoiceId> toDeclare(AccountRow account, @Nullable List<InvoiceId> named, LocalDate opened,
            LocalDate date) {
        if (named != null) {
            return of(account, named, date);
        }
        var arisen = of(account, null, date).stream()
                .filter(id -> Insolvencies.arose(invoices.load(id).ask(Invoice::issued)).isBefore(opened))
                .toList();
        if (arisen.isEmpty()) {
            throw new Refusal(ProblemCode.ITEM_NOT_OPEN, "no invoice of account " + account.accountId()
                    + " that is open at " + date + " arose before the procedure was opened, " + opened);
        }
        return arisen;
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
        interrupt(ids.stream().filter(id -> isOpen(id, date)).toList(), kind, cause, reason, date);
    }

    /** What the cause has interrupted counts as if it had not been. */
    public void voidAll(List<InvoiceId> ids, String cause, String reason, LocalDate date) {
        ids.forEach(id -> invoices.load(id).decide(it -> it.limitations().voidAll(cause, reason, date)));
    }
}
