package io.receivables.command.collection;

import io.receivables.command.account.AccountRow;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItems;
import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The open instalments of an account that something is done about, with what is open of them. */
@Component
public class OpenClaims {

    private final OpenItems openItems;

    OpenClaims(OpenItems openItems) {
        this.openItems = openItems;
    }

    /** @throws Refusal ITEM_NOT_OPEN */
    public List<ClaimItem> named(AccountRow account, List<ItemBody> named, LocalDate date) {
        var open = open(account, date).toList();
        var found = new LinkedHashSet<ClaimItem>();
        for (int i = 0; i < named.size(); i++) {
            var wanted = named.get(i);
            var items = open.stream().filter(item -> isOf(item, wanted)).map(OpenClaims::claim).toList();
            if (items.isEmpty()) {
                throw Amounts.refusal(ProblemCode.ITEM_NOT_OPEN, "/items/" + i,
                        "of " + (wanted.instalment() == null ? "" : "instalment " + wanted.instalment() + " of ")
                                + "invoice " + wanted.invoiceId() + " nothing is open on account "
                                + account.accountId());
            }
            found.addAll(items);
        }
        return List.copyOf(found);
    }

    /** @throws Refusal NOTHING_OVERDUE */
    public List<ClaimItem> overdue(AccountRow account, LocalDate date) {
        var late = open(account, date).filter(item -> item.dates().due().isBefore(date))
                .map(OpenClaims::claim)
                .toList();
        if (late.isEmpty()) {
            throw new Refusal(ProblemCode.NOTHING_OVERDUE,
                    "no invoice of account " + account.accountId() + " is overdue at " + date);
        }
        return late;
    }

    /** The invoices of which something is open. */
    public List<InvoiceId> invoices(AccountRow account, LocalDate date) {
        return open(account, date).map(item -> new InvoiceId(item.key().documentId())).distinct().toList();
    }

    private Stream<OpenItem> open(AccountRow account, LocalDate date) {
        return openItems.of(account)
                .stream()
                .filter(item -> item.key().kind() == OpenItem.Kind.INVOICE
                        && !item.dates().document().isAfter(date));
    }

    private static boolean isOf(OpenItem item, ItemBody wanted) {
        return item.key().documentId().equals(wanted.invoiceId().value())
                && (wanted.instalment() == null || wanted.instalment() == item.key().instalment());
    }

    private static ClaimItem claim(OpenItem item) {
        return new ClaimItem(new InvoiceId(item.key().documentId()), item.key().instalment(), item.amount());
    }
}
