package io.receivables.command.charge.run;

import io.receivables.command.account.ClosedAccounts;
import io.receivables.command.charge.ChargeClaims;
import io.receivables.command.charge.ChargePlanner;
import io.receivables.command.charge.LateInvoices;
import io.receivables.command.charge.LateInvoices.Key;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.charge.ChargeKind;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RunLateChargesHandler {

    /** Invoices in a part: other commands wait for no more than these. */
    private static final int PART = 50;
    private static final Set<ChargeKind> ALL = Set.copyOf(EnumSet.allOf(ChargeKind.class));

    private final Streams<Invoice> invoices;
    private final LateInvoices lateInvoices;
    private final ChargePlanner planner;
    private final ChargeClaims claims;
    private final CreditPolicies policies;
    private final BusinessDays days;
    private final ClosedAccounts closed;

    RunLateChargesHandler(Streams<Invoice> invoices, LateInvoices lateInvoices, ChargePlanner planner,
            ChargeClaims claims, CreditPolicies policies, BusinessDays days,
            ClosedAccounts closed) {
        this.invoices = invoices;
        this.lateInvoices = lateInvoices;
        this.planner = planner;
        this.claims = claims;
        this.policies = policies;
        this.days = days;
        this.closed = closed;
    }

    @CommandHandler
    Reply handle(RunLateCharges command) {
        if (!CommandContext.current().actor().maySee(command.legalEntity())) {
            throw StreamType.LEGAL_ENTITY.notFound(command.legalEntity().value());
        }
        days.refuseFuture(command.legalEntity(), command.asAt());
        var policy = policy(command);
        var found = lateInvoices.after(command.legalEntity(), command.asAt(), command.after(), PART);
        var run = LateChargeRun.begin(command, policy.version());
        for (var candidate : found) {
            run = charge(run, candidate.key(), policy, command);
        }
        return Reply.ok(run.endingAt(found.isEmpty() ? null : found.getLast()));
    }

    private PolicyInForce policy(RunLateCharges command) {
        var policy = command.policyVersion() == null
                ? policies.at(command.legalEntity(), command.asAt())
                : policies.version(command.legalEntity(), command.policyVersion())
                        .orElseThrow(() -> new Refusal(ProblemCode.POLICY_VERSION_NOT_FOUND, "the credit policy of "
                                + command.legalEntity() + " has no version " + command.policyVersion()));
        if (policy.rules().lateCharges() == null) {
            throw new Refusal(ProblemCode.LATE_CHARGE_RULE_MISSING, "the credit policy of " + command.legalEntity()
                    + (command.policyVersion() == null
                            ? " that is valid at " + command.asAt()
                            : ", version " + command.policyVersion() + ",")
                    + " has no rules for late charges");
        }
        return policy;
    }

    private LateChargeRun charge(LateChargeRun run, Key key, PolicyInForce policy, RunLateCharges command) {
        var invoice = invoices.load(key.invoice());
        var issued = invoice.ask(Invoice::issued);
        // A closed account owes nothing new; one refusal would stop the whole part.
        if (closed.closedDate(issued.legalEntity(), key.account()) != null) {
            return run;
        }
        if (invoice.ask(Invoice::isCancelled) || issued.effectiveDate().isAfter(command.asAt())) {
            return run;
        }
        var plan = planner.plan(invoice, command.asAt(), policy, ALL);
        if (!command.dryRun()) {
            claims.carryOut(invoice, plan, command.asAt());
            if (invoice.ask(Invoice::isSettled) && plan.isFinal()
                    && command.asAt().equals(days.today(command.legalEntity()))) {
                lateInvoices.done(issued.legalEntity(), key.account(), key.invoice());
            }
        }
        return run.with(issued, plan);
    }
}
