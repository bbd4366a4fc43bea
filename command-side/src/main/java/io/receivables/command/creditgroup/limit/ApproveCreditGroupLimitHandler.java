package io.receivables.command.creditgroup.limit;

import io.receivables.command.creditgroup.CreditGroup;
import io.receivables.command.creditgroup.CreditGroups;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ApproveCreditGroupLimitHandler {

    private final Streams<CreditGroup> streams;
    private final CreditGroups groups;
    private final BusinessDays days;

    ApproveCreditGroupLimitHandler(Streams<CreditGroup> streams, CreditGroups groups, BusinessDays days) {
        this.streams = streams;
        this.groups = groups;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ApproveCreditGroupLimit command) {
        groups.lock(List.of(command.creditGroupId()));
        var stream = streams.load(command.creditGroupId());
        var today = days.today(stream.ask(CreditGroup::legalEntity));
        var actor = CommandContext.current().actor().subject();
        stream.decide(it -> it.approve(command.creditLimitId(), actor, today));
        var resource = stream.show(CreditGroup::resource);
        groups.setLimits(command.creditGroupId(), resource.legalEntity(), resource.currency(), resource.terms());
        return Reply.ok(resource);
    }
}
