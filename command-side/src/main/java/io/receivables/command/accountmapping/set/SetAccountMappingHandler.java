package io.receivables.command.accountmapping.set;

import io.receivables.command.accountmapping.AccountMapping;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.LegalEntityRows;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.accountmapping.AccountMappingSet;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class SetAccountMappingHandler {

    private static final int FIRST = 1;

    private final Streams<AccountMapping> streams;
    private final LegalEntityRows entities;

    SetAccountMappingHandler(Streams<AccountMapping> streams, LegalEntityRows entities) {
        this.streams = streams;
        this.entities = entities;
    }

    @CommandHandler
    Reply handle(SetAccountMapping command) {
        var entity = command.legalEntity();
        if (entities.find(entity).isEmpty() || !CommandContext.current().actor().maySee(entity)) {
            throw StreamType.LEGAL_ENTITY.notFound(entity.value());
        }
        var version = new AccountMappingSet(entity, FIRST, command.validFrom(), command.vatRegime(),
                command.accounts(), command.journals(), command.source());
        if (streams.find(entity).isPresent()) {
            var mapping = streams.load(entity);
            mapping.decide(it -> it.set(version));
            return Reply.ok(mapping.show((it, at) -> AccountMappingVersion.of(it.latest(), at)));
        }
        var mapping = streams.begin(() -> AccountMapping.begin(version));
        return Reply.created(mapping.show((it, at) -> AccountMappingVersion.of(it.latest(), at)),
                "/v1/account-mappings");
    }
}
