package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A company that is owed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalEntityResource(LegalEntityId legalEntity, String name, String country, ZoneId timeZone,
        Currency baseCurrency, @Nullable String siren, long version, @Nullable Long position) implements Versioned {

    @Override
    public LegalEntityResource at(long position) {
        return new LegalEntityResource(legalEntity, name, country, timeZone, baseCurrency, siren, version, position);
    }
}
