package io.receivables.events.entity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The particulars of a legal entity were replaced; its base currency never changes.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param timeZone decides when the entity's "today" begins
 * @param siren French company register number, nine digits, where the entity has one
 */
@Revision("1")
public record LegalEntityChanged(LegalEntityId legalEntity, String name, String country, ZoneId timeZone,
        Currency baseCurrency,
        @Nullable String siren, LocalDate effectiveDate) implements LegalEntityEvent {}
