package io.receivables.command.agreement;

import io.receivables.command.agreement.DisputeRows.Dispute;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PromiseId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.DisputedShares;
import io.receivables.platform.agreement.PlanDates;
import io.receivables.platform.agreement.PlanStanding;
import io.receivables.platform.agreement.PlanStatus;
import io.receivables.platform.agreement.PromiseStanding;
import io.receivables.platform.agreement.PromiseStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is contested, promised and agreed on one account, as of a date: what need not be paid now, and why.
 */
public final class AccountAgreements {

    private final LocalDate asAt;
    private final List<Dispute> disputes;
    private final AgreementStanding standing;

    AccountAgreements(LocalDate asAt, List<Dispute> disputes, AgreementStanding standing) {
        this.asAt = asAt;
        this.disputes = disputes.stream().filter(it -> it.isOpenAt(asAt)).toList();
        this.standing = standing;
    }

    /** Why (a part of) an item is not asked for. */
    public enum Reason {
        /** The customer contests it. */
        DISPUTED,
        /** A payment plan in good standing covers it. */
        PAYMENT_PLAN,
        /** A promise covers it whose day and days of grace have not passed. */
        PROMISED
    }

    /**
     * @param amount of the item, above zero, that is not asked for
     * @param detail in words, with the numbers
     */
    public record Excluded(OpenItem.Key item, Reason reason, Money amount, String detail) {}

    /**
     * A promise that is open.
     *
     * @param left what has not come of it yet
     * @param lastDay the last day on which money keeps it
     * @param invoices what the customer speaks of; empty for the account as a whole
     */
    public record OpenPromise(PromiseId promiseId, Money left, LocalDate promisedDate, LocalDate lastDay,
            List<InvoiceId> invoices) {}

    /**
     * What of the account's items may not be asked for at the date: disputed parts, then what plans in good standing cover,
     * then what open promises cover, the oldest due first. The amounts of an item are never more than it.
     *
     * @param items what is open of the account at the date; payments and credit notes among them are passed over
     */
    public List<Excluded> excluded(List<OpenItem> items) {
        var left = new HashMap<OpenItem.Key, Money>();
        var owed = items.stream()
                .filter(item -> item.key().kind().isOwed())
                .sorted(Comparator.comparing((OpenItem item) -> item.dates().due()).thenComparing(OpenItem::key))
                .toList();
        owed.forEach(item -> left.put(item.key(), item.amount()));
        var excluded = new ArrayList<Excluded>();
        var disputed = disputed(owed);
        for (var item : owed) {
            exclude(item, Reason.DISPUTED, disputed.get(item.key()), "disputed", left, excluded);
        }
        for (var item : owed) {
            exclude(item, Reason.PAYMENT_PLAN, planned(item),
                    plan(item.key()).map(it -> "in payment plan " + it).orElse(""), left, excluded);
        }
        for (var promise : openPromises()) {
            var rest = promise.left();
            for (var item : owed) {
                if (rest.isPositive() && covers(promise, item)) {
                    rest = rest.minus(exclude(item, Reason.PROMISED, rest, "promise " + promise.promiseId() + " by "
                            + promise.promisedDate(), left, excluded));
                }
            }
        }
        return List.copyOf(excluded);
    }

    private static Money exclude(OpenItem item, Reason reason, @Nullable Money wanted, String what,
            Map<OpenItem.Key, Money> left, List<Excluded> excluded) {
        var room = Objects.requireNonNull(left.get(item.key()));
        var amount = wanted == null ? Money.zero(room.currency()) : wanted.min(room);
        if (amount.isPositive()) {
            left.put(item.key(), room.minus(amount));
            excluded.add(new Excluded(item.key(), reason, amount, what + ": " + amount));
        }
        return amount;
    }

    private static boolean covers(OpenPromise promise, OpenItem item) {
        return promise.invoices().isEmpty() || item.key().kind() == Kind.INVOICE
                && promise.invoices().contains(new InvoiceId(item.key().documentId()));
    }

    /** What is disputed of each instalment; items without dispute are left out. */
    public Map<OpenItem.Key, Money> disputed(List<OpenItem> items) {
        var disputed = new HashMap<OpenItem.Key, Money>();
        for (var invoice : disputedInvoices()) {
            var open = items.stream()
                    .filter(it -> it.key().kind() == Kind.INVOICE && it.key().documentId().equals(invoice.value()))
                    .toList();
            var shares = DisputedShares.of(open.stream()
                    .map(it -> new DisputedShares.Open(it.key().instalment(), it.dates().due(),
                            it.amount().minorUnits()))
                    .toList(), claims(invoice));
            open.forEach(it -> {
                var share = shares.get(it.key().instalment());
                if (share != null) {
                    disputed.put(it.key(), Money.ofMinorUnits(share, it.amount().currency()));
                }
            });
        }
        return disputed;
    }

    private Set<InvoiceId> disputedInvoices() {
        var invoices = new HashSet<InvoiceId>();
        disputes.forEach(it -> invoices.add(it.invoice()));
        return invoices;
    }

    private List<DisputedShares.Claim> claims(InvoiceId invoice) {
        return disputes.stream()
                .filter(it -> it.invoice().equals(invoice))
                .map(it -> new DisputedShares.Claim(it.instalment() == 0 ? null : it.instalment(), it.minorUnits()))
                .toList();
    }

    /** The promises whose day and days of grace have not passed, and that are not kept yet; the earliest first. */
    public List<OpenPromise> openPromises() {
        return standing.promises()
                .stream()
                .filter(it -> it.existsAt(asAt) && it.statusAt(asAt) == PromiseStatus.OPEN
                        && !asAt.isAfter(it.made().lastDay()))
                .map(it -> new OpenPromise(it.made().promiseId(), it.made().amount().minus(it.cashAt(asAt)),
                        it.made().promisedDate(), it.made().lastDay(), it.made().invoices()))
                .sorted(Comparator.comparing(OpenPromise::promisedDate))
                .toList();
    }

    /**
     * Whether the customer did not keep the word given last: of the promises that were not withdrawn and whose days have
     * passed, or that are kept, the one with the latest promised date is broken or kept in part.
     */
    public boolean hasBrokenItsWord() {
        return brokenWord().isPresent();
    }

    /** Whether the customer broke the word given last, and something that it was about is still open. */
    public boolean hasBrokenItsWordOf(List<OpenItem> items) {
        return brokenWord().filter(broken -> items.stream()
                .filter(item -> item.key().kind().isOwed())
                .anyMatch(item -> broken.made().invoices().isEmpty()
                        ? !item.dates().due().isAfter(asAt)
                        : item.key().kind() == Kind.INVOICE && broken.made()
                                .invoices()
                                .contains(new InvoiceId(item.key().documentId()))))
                .isPresent();
    }

    private Optional<PromiseStanding> brokenWord() {
        return standing.brokenWordAt(asAt);
    }

    /** The plan in good standing that covers an instalment at the date. */
    public Optional<PaymentPlanId> plan(OpenItem.Key item) {
        return plansInForce().filter(it -> it.item(item.documentId(), item.instalment()).isPresent())
                .findFirst()
                .map(it -> it.proposed().planId())
                .filter(_ -> item.kind() == Kind.INVOICE);
    }

    private @Nullable Money planned(OpenItem item) {
        return item.key().kind() != Kind.INVOICE
                ? null
                : plansInForce().flatMap(it -> it.item(item.key().documentId(), item.key().instalment()).stream())
                        .map(it -> it.amount().min(item.amount()))
                        .findFirst()
                        .orElse(null);
    }

    private Stream<PlanStanding> plansInForce() {
        return standing.plans()
                .stream()
                .filter(it -> it.existsAt(asAt) && it.statusAt(asAt) == PlanStatus.IN_FORCE);
    }

    /** The day on which an instalment that a plan in good standing covers is due under it; empty when none does. */
    public Optional<LocalDate> planDueDate(OpenItem item, List<OpenItem> items) {
        return plansInForce().flatMap(plan -> PlanDates.of(plan, covered -> items.stream()
                .filter(it -> it.key().kind() == Kind.INVOICE
                        && it.key().documentId().equals(covered.invoiceId().value())
                        && it.key().instalment() == covered.instalment())
                .mapToLong(it -> it.amount().minorUnits())
                .sum()).stream())
                .filter(it -> item.key().kind() == Kind.INVOICE
                        && it.item().invoiceId().value().equals(item.key().documentId())
                        && it.item().instalment() == item.key().instalment())
                .map(PlanDates.Piece::planDueDate)
                .min(Comparator.naturalOrder());
    }
}
