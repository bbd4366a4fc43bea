package io.receivables.command.account.paymentplan;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.account.PaymentPlanClaim;
import io.receivables.command.agreement.Agreements;
import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.lane.ReadStreams;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.PlanItem;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ProposePaymentPlanHandler {

    private final Streams<CustomerAccount> accounts;
    private final Streams<Invoice> invoices;
    private final DocumentParts parts;
    private final Agreements agreements;
    private final BusinessDays days;
    private final ReadStreams reads;

    ProposePaymentPlanHandler(Streams<CustomerAccount> accounts, Streams<Invoice> invoices, DocumentParts parts,
            Agreements agreements, BusinessDays days, ReadStreams reads) {
        this.accounts = accounts;
        this.invoices = invoices;
        this.parts = parts;
        this.agreements = agreements;
        this.days = days;
        this.reads = reads;
    }

    @CommandHandler
    Reply handle(ProposePaymentPlan command) {
        var id = command.planId();
        var account = accounts.load(command.accountId());
        var entity = account.ask(CustomerAccount::legalEntity);
        if (parts.isTaken(DocumentParts.Kind.PAYMENT_PLAN, id)) {
            throw new Refusal(ProblemCode.PAYMENT_PLAN_ALREADY_EXISTS, "payment plan " + id + " already exists");
        }
        var claim = new PaymentPlanClaim(id, open(command), command.rates(), command.reason(),
                command.effectiveDate());
        reads.requireCurrent(claim.items()
                .stream()
                .map(item -> StreamType.INVOICE.streamId(item.invoiceId()))
                .toList());
        account.decide(it -> it.proposePlan(claim));
        parts.add(DocumentParts.Kind.PAYMENT_PLAN, id, entity, StreamType.ACCOUNT, command.accountId());
        agreements.keep(account);
        var today = days.today(entity);
        return Reply.created(account.show((it, version) -> it.planResource(id, today, version)),
                "/v1/payment-plans/" + id);
    }

    /** What is open of the items at the date and stays open from then on. */
    private List<PlanItem> open(ProposePaymentPlan command) {
        var items = new LinkedHashSet<PlanItem>();
        for (int i = 0; i < command.items().size(); i++) {
            var wanted = command.items().get(i);
            var pointer = "/items/" + i;
            var invoice = invoices.load(wanted.invoiceId());
            var owner = invoice.ask(Invoice::accountId);
            if (!owner.equals(command.accountId())) {
                throw Amounts.refusal(ProblemCode.ACCOUNT_MISMATCH, pointer + "/invoiceId", "invoice "
                        + wanted.invoiceId() + " is of account " + owner + ", not " + command.accountId());
            }
            var found = invoice.ask(it -> it.openInstalments(command.effectiveDate()))
                    .stream()
                    .filter(it -> wanted.instalment() == null || wanted.instalment() == it.no())
                    .map(it -> new PlanItem(wanted.invoiceId(), it.no(), it.dueDate(), it.amount()))
                    .toList();
            if (found.isEmpty()) {
                throw Amounts.refusal(ProblemCode.NOTHING_TO_PLAN, pointer, "nothing is open of "
                        + (wanted.instalment() == null ? "" : "instalment " + wanted.instalment() + " of ") + "invoice "
                        + wanted.invoiceId() + " at " + command.effectiveDate() + " and ever after");
            }
            items.addAll(found);
        }
        return List.copyOf(items);
    }
}
