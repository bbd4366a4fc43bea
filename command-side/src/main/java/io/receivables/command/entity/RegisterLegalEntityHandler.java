package io.receivables.command.entity;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.LegalEntityRow;
import io.receivables.command.stream.LegalEntityRows;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Registers or changes, and keeps the reference row that other commands read. */
@Component
class RegisterLegalEntityHandler {

    private final Streams<LegalEntity> entities;
    private final LegalEntityRows rows;
    private final Clock clock;

    RegisterLegalEntityHandler(Streams<LegalEntity> entities, LegalEntityRows rows, Clock clock) {
        this.entities = entities;
        this.rows = rows;
        this.clock = clock;
    }

    @CommandHandler
    Reply handle(RegisterLegalEntity command) {
        var id = command.legalEntity();
        if (!CommandContext.current().actor().maySee(id)) {
            throw StreamType.LEGAL_ENTITY.notFound(id.value());
        }
        var today = LocalDate.now(clock.withZone(command.timeZone()));
        if (entities.find(id).isPresent()) {
            var entity = entities.load(id);
            entity.decide(it -> it.change(command, today));
            return Reply.ok(entity.show(LegalEntity::resource));
        }
        var entity = entities.begin(() -> LegalEntity.register(command, today));
        rows.add(id, new LegalEntityRow(command.timeZone(), command.baseCurrency()));
        return Reply.created(entity.show(LegalEntity::resource), "/v1/legal-entities/" + id);
    }
}
