package io.receivables.command.creditgroup.limit;

import io.receivables.command.creditgroup.CreditGroup;
import io.receivables.command.creditgroup.CreditGroupClaim;
import io.receivables.command.creditgroup.CreditGroups;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.CreditLimit;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Sets a limit or asks a second person, and keeps the reference row that decisions read. */
@Component
class SetCreditGroupLimitHandler {

    private final Streams<CreditGroup> streams;
    private final CreditGroups groups;
    private final CreditPolicies policies;
    private final BusinessDays days;

    SetCreditGroupLimitHandler(Streams<CreditGroup> streams, CreditGroups groups, CreditPolicies policies,
            BusinessDays days) {
        this.streams = streams;
        this.groups = groups;
        this.policies = policies;
        this.days = days;
    }

    @CommandHandler
    Reply handle(SetCreditGroupLimit command) {
        var id = command.creditGroupId();
        var entity = command.legalEntity();
        var actor = CommandContext.current().actor();
        if (!actor.maySee(entity)) {
            throw StreamType.LEGAL_ENTITY.notFound(entity.value());
        }
        var today = days.today(entity);
        groups.lock(List.of(id));
        var limit = new CreditLimit(command.limit(), command.validFrom() == null ? today : command.validFrom(),
                command.validTo());
        var approval = policies.at(entity, today).creditLimitApproval(command.currency());
        var claim = new CreditGroupClaim(id, entity, command.currency(), command.creditLimitId(), limit,
                command.reason(), actor.subject(), today);
        boolean known = streams.find(id).isPresent();
        var stream = known ? streams.load(id) : streams.begin(() -> CreditGroup.begin(claim, approval));
        if (known) {
            stream.decide(it -> it.set(claim, approval, today));
        }
        var resource = stream.show(CreditGroup::resource);
        groups.setLimits(id, entity, command.currency(), resource.terms());
        return known ? Reply.ok(resource) : Reply.created(resource, "/v1/credit-groups/" + id);
    }
}
