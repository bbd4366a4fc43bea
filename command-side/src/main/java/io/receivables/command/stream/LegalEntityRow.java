package io.receivables.command.stream;

import java.time.ZoneId;
import java.util.Currency;

/** What other commands need to know of a legal entity; neither ever changes. */
public record LegalEntityRow(ZoneId timeZone, Currency baseCurrency) {}
