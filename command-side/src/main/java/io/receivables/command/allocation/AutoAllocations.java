package io.receivables.command.allocation;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.Accounts;
import io.receivables.command.credit.Credit;
import io.receivables.command.credit.CreditDocument;
import io.receivables.command.invoice.Receivable;
import io.receivables.command.lane.StreamsAhead;
import io.receivables.command.matching.Debt;
import io.receivables.command.matching.Item;
import io.receivables.command.matching.Matching;
import io.receivables.command.matching.Matching.Proposal;
import io.receivables.command.matching.Matching.Step;
import io.receivables.command.matching.Question;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItems;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.policy.Tolerance;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Loaded;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.RuleApplied;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.AllocationRule;
import io.receivables.events.policy.ComponentOrder;
import io.receivables.platform.resource.AutoAllocationResource;
import io.receivables.platform.resource.AutoAllocationResource.Outcome;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets the rules of the policy find what unallocated money settles. The table of open items names the candidates; what is
 * open of them is asked of their streams, and each allocation is decided as if the request had named it.
 */
@Component
public class AutoAllocations {

    /** What an event tells of the items that a rule saw. */
    private static final int MOST_INPUTS = 10;

    private final OpenItems openItems;
    private final Accounts accounts;
    private final Receivables receivables;
    private final StreamsAhead ahead;
    private final CreditPolicies policies;
    private final Allocations allocations;

    AutoAllocations(OpenItems openItems, Accounts accounts, Receivables receivables, StreamsAhead ahead,
            CreditPolicies policies, Allocations allocations) {
        this.openItems = openItems;
        this.accounts = accounts;
        this.receivables = receivables;
        this.ahead = ahead;
        this.policies = policies;
        this.allocations = allocations;
    }

    public <T extends CreditDocument> AutoAllocationResource allocate(Loaded<T> document, AutoAllocationWish wish) {
        var account = accounts.require(document.ask(CreditDocument::account));
        var available = document.ask(CreditDocument::availableFrom);
        var date = wish.effectiveDate() == null ? available : wish.effectiveDate();
        Amounts.requireNotBefore(date, available, "the money is there");
        var policy = policies.at(account.legalEntity(), date);
        var free = document.ask(it -> it.credit().freeFrom(date));
        var candidates = free.isPositive() ? candidates(account) : List.<AllocationTarget>of();
        var debts = debts(document, candidates.stream().limit(AllocationBody.MOST).toList(), wish.effectiveDate(),
                date);
        boolean payersWordAlone = candidates.size() > AllocationBody.MOST
                && order(policy).contains(AllocationRule.INSTRUCTION)
                && document.ask(CreditDocument::hasInstruction);
        var proposal = Matching.propose(new Question(free, policy.tolerance(account.currency()).amount(), date,
                document.ask(it -> it.namedAmong(debts)), componentOrder(policy), debts),
                payersWordAlone ? List.of(AllocationRule.INSTRUCTION) : order(policy));
        if (wish.dryRun()) {
            return found(free, leftBesideDifference(document, free, proposal, policy.tolerance(account.currency())),
                    proposal, policy, payersWordAlone, proposals(proposal));
        }
        make(document, wish, date, proposal, policy);
        var left = free.min(document.ask(it -> it.credit().freeFrom(date)));
        return found(free, left, proposal, policy, payersWordAlone, null);
    }

    /** As {@link #make} would leave it: once a debt is settled, cents within the tolerance are kept. */
    private static <T extends CreditDocument> Money leftBesideDifference(Loaded<T> document, Money free,
            Proposal proposal, Tolerance tolerance) {
        var paid = new LinkedHashMap<Debt, Money>();
        proposal.steps()
                .forEach(step -> step.shares().forEach(share -> paid.merge(share.debt(), share.amount(), Money::plus)));
        boolean settles = paid.entrySet().stream().anyMatch(it -> it.getKey().toPay().equals(it.getValue()));
        var rest = document.ask(it -> it.credit().free()).minus(free.minus(proposal.left()));
        return settles && document.ask(it -> it.keepsDifference(rest, tolerance))
                ? proposal.left().minus(rest.min(proposal.left()))
                : proposal.left();
    }

    /** The oldest due first. */
    private List<AllocationTarget> candidates(AccountRow account) {
        return openItems.of(account)
                .stream()
                .filter(item -> item.key().kind().isOwed())
                .map(item -> target(item.key()))
                .distinct()
                .toList();
    }

    private <T extends CreditDocument> List<Debt> debts(Loaded<T> document, List<AllocationTarget> targets,
            @Nullable LocalDate wanted, LocalDate date) {
        ahead.read(targets.stream().map(Receivables::streamId).toList());
        return targets.stream()
                .map(target -> debt(document, receivables.load(target), date, wanted == null))
                .flatMap(Optional::stream)
                .toList();
    }

    private static AllocationTarget target(OpenItem.Key key) {
        return key.kind() == OpenItem.Kind.INVOICE
                ? AllocationTarget.of(new InvoiceId(key.documentId()))
                : AllocationTarget.of(new ChargeId(key.documentId()));
    }

    /** @param orLater whether one that is issued after the date is settled from its issue on */
    private static <T extends CreditDocument> Optional<Debt> debt(Loaded<T> document,
            Loaded<? extends Receivable> receivable, LocalDate date, boolean orLater) {
        var basis = receivable.ask(Receivable::discountDateBasis);
        var moneyDate = document.ask(it -> Optional.ofNullable(it.moneyDate(basis))).orElse(null);
        var from = orLater ? Credit.later(date, receivable.ask(Receivable::owedFrom)) : date;
        return receivable.ask(it -> it.debt(from, moneyDate));
    }

    private <T extends CreditDocument> void make(Loaded<T> document, AutoAllocationWish wish, LocalDate date,
            Proposal proposal, PolicyInForce policy) {
        var made = new LinkedHashMap<AllocationId, LocalDate>();
        for (var step : proposal.steps()) {
            var rule = rule(step, policy);
            for (var share : step.shares()) {
                var id = wish.id(made.size() + 1);
                var target = target(share.debt());
                var receivable = receivables.load(target);
                var from = Credit.later(date, receivable.ask(Receivable::owedFrom));
                var instalment = target.invoiceId() == null ? null : share.instalment();
                allocations.allocate(document, receivable,
                        new AllocationWish(id, target, share.amount(), instalment, null, from, false), from, rule);
                made.put(id, from);
            }
        }
        // Only at the end: before, what is left of the money is not yet a difference.
        made.forEach((id, from) -> allocations.clearDifference(document,
                receivables.load(document.ask(it -> it.credit().requireActive(id)).target()), id, from, false));
    }

    private static AllocationTarget target(Debt debt) {
        return debt.component() == Debt.Component.PRINCIPAL
                ? AllocationTarget.of(new InvoiceId(debt.documentId()))
                : AllocationTarget.of(new ChargeId(debt.documentId()));
    }

    private static RuleApplied rule(Step step, PolicyInForce policy) {
        return new RuleApplied(step.rule(), policy.version(), step.reason(), step.seen().size(),
                step.seen().stream().limit(MOST_INPUTS).map(AutoAllocations::input).toList());
    }

    private static RuleApplied.Item input(Item item) {
        return new RuleApplied.Item(item.debt().documentId(), item.part().instalment(), item.dueDate(), item.toPay());
    }

    private static List<AutoAllocationResource.Proposal> proposals(Proposal proposal) {
        return proposal.steps()
                .stream()
                .flatMap(step -> step.shares()
                        .stream()
                        .map(share -> new AutoAllocationResource.Proposal(share.debt().documentId(),
                                share.instalment(), share.amount(), step.rule(), step.reason())))
                .toList();
    }

    /** @param payersWordAlone whether no other rule was tried, since what it names may be among what was not looked at */
    private static AutoAllocationResource found(Money free, Money left, Proposal proposal, PolicyInForce policy,
            boolean payersWordAlone, @Nullable List<AutoAllocationResource.Proposal> proposals) {
        var outcome = proposal.steps().isEmpty()
                ? Outcome.NOT_ALLOCATED
                : left.isPositive() ? Outcome.PARTLY_ALLOCATED : Outcome.ALLOCATED;
        var unresolved = payersWordAlone
                ? "more than " + AllocationBody.MOST + " documents are open: only what the payer names among the "
                        + AllocationBody.MOST + " that are due first is settled"
                : proposal.unresolved();
        var reason = free.isPositive() ? unresolved : "nothing is unallocated";
        return new AutoAllocationResource(outcome, left, outcome == Outcome.ALLOCATED ? null : reason,
                policy.version(), proposals);
    }

    private static List<AllocationRule> order(PolicyInForce policy) {
        return Objects.requireNonNullElse(policy.rules().allocationOrder(), Matching.DEFAULT_ORDER);
    }

    private static ComponentOrder componentOrder(PolicyInForce policy) {
        return Objects.requireNonNullElse(policy.rules().componentOrder(), ComponentOrder.PRINCIPAL_FIRST);
    }
}
