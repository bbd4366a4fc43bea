package io.receivables.events.entity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A company began to keep its receivables here.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param timeZone decides when the entity's "today" begins
 * @param siren French company register number, nine digits, where the entity has one
 */
@Revision("1")
public record LegalEntityRegistered(LegalEntityId legalEntity, String name, String country, ZoneId timeZone,
        Currency baseCurrency,
        @Nullable String siren, LocalDate effectiveDate) implements LegalEntityEvent {}
