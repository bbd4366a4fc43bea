package io.receivables.command.factoring.assign;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.Accounts;
import io.receivables.command.agreement.Agreements;
import io.receivables.command.collection.HeldItems;
import io.receivables.command.collection.HeldItems.Holder;
import io.receivables.command.collection.HeldItems.Row;
import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.Reply;
import io.receivables.command.factoring.Factoring;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Streams;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AssignReceivablesHandler {

    private final Streams<Factoring> factorings;
    private final Streams<Invoice> invoices;
    private final Accounts accounts;
    private final HeldItems held;
    private final Agreements agreements;

    AssignReceivablesHandler(Streams<Factoring> factorings, Streams<Invoice> invoices, Accounts accounts,
            HeldItems held, Agreements agreements) {
        this.factorings = factorings;
        this.invoices = invoices;
        this.accounts = accounts;
        this.held = held;
        this.agreements = agreements;
    }

    @CommandHandler
    Reply handle(AssignReceivables command) {
        var account = accounts.require(command.accountId());
        var date = command.effectiveDate();
        account.requireOpenAt(date);
        var assigned = assignable(command, account);
        var items = assigned.entrySet()
                .stream()
                .flatMap(entry -> entry.getValue()
                        .stream()
                        .map(part -> new ClaimItem(entry.getKey(), part.instalment(), part.amount())))
                .toList();
        if (command.commission() != null) {
            Amounts.requireCurrency(account.currency(), command.commission(), "/commission");
        }
        held.requireNotHeld(Holder.AGENCY, account.accountId(), items, date);
        var id = command.factoringId();
        var factoring = factorings.begin(() -> Factoring.assign(new ReceivablesFactored(id, account.accountId(),
                account.legalEntity(), command.factor(), command.recourse(), command.derecognised(), items,
                command.advancePercent(), command.guaranteeFundPercent(), command.commission(), date)));
        assigned.forEach((invoice, parts) -> invoices.load(invoice)
                .decide(it -> it.factored().assign(id, command.derecognised(), parts, date)));
        held.put(Holder.FACTOR, id, items, new Row(account.accountId(), account.legalEntity(), date, null));
        return Reply.created(factoring.show(Factoring::resource), "/v1/factoring/" + id);
    }

    private Map<InvoiceId, List<InstalmentAmount>> assignable(AssignReceivables command, AccountRow account) {
        var assigned = new TreeMap<InvoiceId, List<InstalmentAmount>>(Comparator.comparing(InvoiceId::value));
        for (int i = 0; i < command.items().size(); i++) {
            var item = command.items().get(i);
            try {
                var parts = assignable(item, command.effectiveDate(), account);
                var all = assigned.computeIfAbsent(item.invoiceId(), _ -> new ArrayList<>());
                parts.stream().filter(part -> !all.contains(part)).forEach(all::add);
            } catch (Refusal refusal) {
                throw refusal.under("/items/" + i);
            }
        }
        return assigned;
    }

    private List<InstalmentAmount> assignable(ItemBody item, LocalDate date, AccountRow account) {
        var invoice = invoices.load(item.invoiceId());
        var owner = invoice.ask(Invoice::accountId);
        if (!owner.equals(account.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH,
                    "invoice " + item.invoiceId() + " is of account " + owner + ", not " + account.accountId());
        }
        // What leaves the books would look as if it had been paid under the plan.
        agreements.requireNotPlanned(account.accountId(), item.invoiceId());
        return invoice.ask(it -> it.assignable(item.instalment(), date));
    }
}
