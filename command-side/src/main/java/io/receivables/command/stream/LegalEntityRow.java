package io.receivables.command.stream;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What other commands need to know of a legal entity. Time zone and base currency never change.
 *
 * @param policyVersion the highest version of its credit policy; 0 while it has none
 */
public record LegalEntityRow(ZoneId timeZone, Currency baseCurrency, int policyVersion) {}
