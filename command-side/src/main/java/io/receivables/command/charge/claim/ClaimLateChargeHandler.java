package io.receivables.command.charge.claim;

import io.receivables.command.charge.ChargeClaims;
import io.receivables.command.charge.ChargePlan;
import io.receivables.command.charge.ChargePlan.Skip;
import io.receivables.command.charge.ChargePlanner;
import io.receivables.command.charge.LateCharge;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.charge.ChargeKind;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ClaimLateChargeHandler {

    private final Streams<Invoice> invoices;
    private final ChargeClaims claims;
    private final ChargePlanner planner;

    ClaimLateChargeHandler(Streams<Invoice> invoices, ChargeClaims claims, ChargePlanner planner) {
        this.invoices = invoices;
        this.claims = claims;
        this.planner = planner;
    }

    @CommandHandler
    Reply handle(ClaimLateCharge command) {
        var invoice = invoices.load(command.invoiceId());
        var charge = command.amount() == null
                ? computed(invoice, command)
                : claims.claimGiven(invoice, command.chargeId(), command.kind(), command.amount(),
                        command.effectiveDate());
        var id = charge.ask(LateCharge::claimed).chargeId();
        return Reply.created(invoice.show((_, version) -> charge.ask(it -> it.resource(version))),
                "/v1/late-charges/" + id);
    }

    /** Also reverses and claims anew what comes out otherwise by now; the answer is the last claim. */
    private Loaded<LateCharge> computed(Loaded<Invoice> invoice, ClaimLateCharge command) {
        var policy = claims.policyAt(invoice, command.effectiveDate());
        requireRule(policy, planner.debtorClass(invoice.ask(Invoice::issued)), command);
        claims.requireOnce(invoice, command.kind());
        var plan = planner.plan(invoice, command.effectiveDate(), policy, Set.of(command.kind()));
        if (plan.claims().isEmpty()) {
            throw nothing(plan, command);
        }
        claims.carryOut(invoice, plan, command.effectiveDate());
        return claims.claimed(plan.claims().getLast().chargeId());
    }

    private static void requireRule(PolicyInForce policy, DebtorClass debtorClass, ClaimLateCharge command) {
        var all = policy.rules().lateCharges();
        var rules = all == null ? null : all.of(debtorClass);
        var rule = rules == null ? null : switch (command.kind()) {
            case INTEREST -> rules.interest();
            case FIXED_INDEMNITY -> rules.fixedIndemnity();
            case FEE -> rules.fees().isEmpty() ? null : rules.fees();
        };
        if (rule == null) {
            throw new Refusal(ProblemCode.LATE_CHARGE_RULE_MISSING, "the credit policy that is valid at "
                    + command.effectiveDate() + " has no rule for " + command.kind()
                    + (debtorClass == DebtorClass.BUSINESS ? "" : " of a debtor of the class " + debtorClass)
                    + ": an amount is expected");
        }
    }

    private static Refusal nothing(ChargePlan plan, ClaimLateCharge command) {
        var why = plan.skipped().stream().map(Skip::detail).collect(Collectors.joining("; "));
        return new Refusal(ProblemCode.NOTHING_TO_CLAIM, "invoice " + command.invoiceId() + " owes no more "
                + words(command.kind()) + " at " + command.effectiveDate() + (why.isEmpty() ? "" : ": " + why));
    }

    private static String words(ChargeKind kind) {
        return switch (kind) {
            case INTEREST -> "interest";
            case FIXED_INDEMNITY -> "indemnity";
            case FEE -> "fee";
        };
    }
}
