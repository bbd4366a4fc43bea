package io.receivables.command.entity;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Registers a legal entity, or replaces its particulars. */
public record RegisterLegalEntity(LegalEntityId legalEntity, String name, String country, ZoneId timeZone,
        Currency baseCurrency, @Nullable String siren) implements Command {

    @Override
    public String target() {
        return StreamType.LEGAL_ENTITY.streamId(legalEntity);
    }
}
