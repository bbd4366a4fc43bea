package io.receivables.query.page;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.platform.resource.CreditNoteResource;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.query.agedbalance.EdgesInForce;
import io.receivables.query.collectioncase.GetCollectionCase;
import io.receivables.query.creditnotedetail.FindCreditNotes;
import io.receivables.query.customeraccount.GetCustomerAccount;
import io.receivables.query.customeraccount.GetOpenItems;
import io.receivables.query.customeraccount.GetTimeline;
import io.receivables.query.customeraccount.OpenItem;
import io.receivables.query.dunning.GetDunningBlocks;
import io.receivables.query.dunning.GetDunningLetters;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.hindsight.AllocationView;
import io.receivables.query.page.AccountSheet.ClassChoice;
import io.receivables.query.page.AccountSheet.CreditLine;
import io.receivables.query.page.AccountSheet.OpenLine;
import io.receivables.query.paymentdetail.FindPayments;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads all that the page of a customer account shows from one state of the books. */
@Service
@SnapshotRead
class ReadAccount {

    private final AccountAccess access;
    private final Cuts cuts;
    private final GetCustomerAccount account;
    private final GetOpenItems openItems;
    private final GetTimeline timeline;
    private final FindPayments payments;
    private final FindCreditNotes creditNotes;
    private final EdgesInForce edges;
    private final GetCollectionCase cases;
    private final ReadAgreements agreements;
    private final GetDunningLetters letters;
    private final GetDunningBlocks blocks;
    private final ReadDunning dunning;

    ReadAccount(AccountAccess access, Cuts cuts, GetCustomerAccount account, GetOpenItems openItems,
            GetTimeline timeline, FindPayments payments, FindCreditNotes creditNotes, EdgesInForce edges,
            ReadAgreements agreements, GetDunningLetters letters, GetDunningBlocks blocks, ReadDunning dunning,
            GetCollectionCase cases) {
        this.access = access;
        this.cuts = cuts;
        this.account = account;
        this.openItems = openItems;
        this.timeline = timeline;
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.edges = edges;
        this.cases = cases;
        this.agreements = agreements;
        this.letters = letters;
        this.blocks = blocks;
        this.dunning = dunning;
    }

    /**
     * @param openAfter where the page of open items begins
     * @param after where the page of facts begins
     */
    AccountSheet handle(AccountId id, Links links, @Nullable String openAfter, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var of = links.viewpoint().classFilter();
        var it = account.handle(id, of, request);
        var asOf = access.require(id.value(), request);
        var buckets = Buckets.of(edges.of(links.viewpoint().edges(), it.legalEntity(), asOf).edges().days());
        var open = openItems.handle(id, of, request, AllocationView.DECIDED, new Paging(null, openAfter));
        var facts = timeline.handle(id, request, new Paging("50", after));
        return new AccountSheet(it, cuts.of(asOf, request), Amount.of(it.balance()), Amount.of(it.amountDue()),
                Amount.of(it.overdue()), Amount.of(it.unapplied()), Amount.of(it.disputed()),
                Amount.of(it.doubtful()), Amount.of(it.exposure()),
                it.creditLimit() == null ? null : Amount.of(it.creditLimit()),
                it.creditLimit() == null ? null : Amount.of(it.creditLimit().minus(it.exposure())),
                open.items().stream().map(item -> line(item, asOf.asAt(), buckets, links)).toList(),
                more(links.account(id.value()), "openAfter", open.nextCursor()), credits(id, links),
                agreements.of(it, buckets, links),
                facts.items().stream().map(fact -> FactLine.of(fact, links)).toList(),
                more(links.account(id.value()), "after", facts.nextCursor()),
                dunning.lines(letters.ofAccount(id, request, new Paging("10", null)).items(), links),
                blocks.handle(id, request, new Paging("50", null)).items(), choices(id, links),
                cases.ofAccount(id, request));
    }

    private static List<ClassChoice> choices(AccountId id, Links links) {
        var viewpoint = links.viewpoint();
        var chosen = viewpoint.classFilter().receivableClass();
        return Stream.concat(Stream.of(new ClassChoice("ALL",
                new Links(viewpoint.ofClass(null)).account(id.value()), chosen == null)),
                Stream.of(ReceivableClass.values())
                        .map(one -> new ClassChoice(one.name(),
                                new Links(viewpoint.ofClass(one.name())).account(id.value()), one == chosen)))
                .toList();
    }

    private static OpenLine line(OpenItem item, LocalDate asAt, Buckets buckets, Links links) {
        var age = "documentDate".equals(links.viewpoint().basis())
                ? ChronoUnit.DAYS.between(item.issueDate(), asAt)
                : item.daysPastDue();
        var invoice = item.invoiceId();
        var charge = item.chargeId();
        return new OpenLine(charge != null ? charge : Objects.requireNonNull(invoice), invoice, item.invoiceNumber(),
                item.instalment(), item.chargeKind(), item.receivableClass().name(),
                invoice == null ? null : links.invoice(invoice), item.issueDate(),
                item.dueDate(), item.daysPastDue(), item.planDueDate(), item.planDaysPastDue(),
                item.amountDisputed() == null ? null : Amount.of(item.amountDisputed()), Amount.of(item.amountDue()),
                buckets.of(age));
    }

    private List<CreditLine> credits(AccountId id, Links links) {
        var request = links.viewpoint().asOf();
        var cash = payments.handle(new FindPayments.Filter(null, id.value(), null, "true", null), request,
                Paging.FIRST_PAGE);
        var notes = creditNotes.handle(new FindCreditNotes.Filter(null, id.value(), "true", null), request,
                Paging.FIRST_PAGE);
        return Stream.concat(cash.items().stream().map(payment -> line(payment, links)),
                notes.items().stream().map(note -> line(note, links))).toList();
    }

    private static CreditLine line(PaymentResource payment, Links links) {
        var id = payment.paymentId().value();
        return new CreditLine("payment", id, payment.reference() == null ? "" : payment.reference(),
                links.payment(id), payment.receivedDate(), Amount.of(payment.amount()),
                Amount.of(payment.unallocatedAmount()), Amount.of(payment.refundPending()));
    }

    private static CreditLine line(CreditNoteResource note, Links links) {
        var id = note.creditNoteId().value();
        return new CreditLine("creditNote", id, note.creditNoteNumber(), links.creditNote(id), note.issueDate(),
                Amount.of(note.total()), Amount.of(note.unallocatedAmount()), Amount.of(note.refundPending()));
    }

    private static @Nullable String more(String page, String field, @Nullable String cursor) {
        return cursor == null ? null : Links.url(page, Map.of(field, cursor));
    }
}
