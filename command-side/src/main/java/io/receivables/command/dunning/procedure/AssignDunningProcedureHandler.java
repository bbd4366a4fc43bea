package io.receivables.command.dunning.procedure;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.dunning.DunningAssignments;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.DunningProcedure;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AssignDunningProcedureHandler {

    private final Streams<CustomerAccount> accounts;
    private final DunningAssignments assignments;
    private final CreditPolicies policies;
    private final BusinessDays days;

    AssignDunningProcedureHandler(Streams<CustomerAccount> accounts, DunningAssignments assignments,
            CreditPolicies policies, BusinessDays days) {
        this.accounts = accounts;
        this.assignments = assignments;
        this.policies = policies;
        this.days = days;
    }

    @CommandHandler
    Reply handle(AssignDunningProcedure command) {
        var id = command.accountId();
        var account = accounts.load(id);
        var entity = account.ask(CustomerAccount::legalEntity);
        var today = days.today(entity);
        if (command.procedure() != null) {
            requireNamed(entity, command.procedure(), today);
        }
        account.decide(it -> it.assignDunningProcedure(command.procedure(), today));
        assignments.put(id, command.procedure());
        return Reply.ok(account.show((_, version) -> new AssignedProcedure(id, command.procedure(), version, null)));
    }

    private void requireNamed(LegalEntityId entity, String procedure, LocalDate today) {
        var rules = policies.at(entity, today).rules().dunning();
        var known = rules == null || rules.procedures() == null
                ? List.<String>of()
                : rules.procedures().stream().map(DunningProcedure::name).toList();
        if (!known.contains(procedure)) {
            throw Amounts.refusal(ProblemCode.DUNNING_PROCEDURE_UNKNOWN, "/procedure", "the credit policy of " + entity
                    + " that is valid at " + today + " has no procedure " + procedure + "; it has " + known);
        }
    }
}
