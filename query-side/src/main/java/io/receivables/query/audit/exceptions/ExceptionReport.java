package io.receivables.query.audit.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded in some days and is worth a look.
 *
 * @param days after which a fact counts as backdated
 * @param splitDays within which amounts are added up
 * @param totals of the whole report, whatever part of it the page shows; kinds of which there is none are left out
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExceptionReport(LegalEntityId legalEntity, LocalDate from, LocalDate to, int days, int splitDays,
        Known asKnown, List<Total> totals, List<ReportedException> items, @Nullable String nextCursor) {

    /** @param amounts by currency; empty for what has none */
    public record Total(ExceptionKind kind, long count, List<Money> amounts) {}
}
