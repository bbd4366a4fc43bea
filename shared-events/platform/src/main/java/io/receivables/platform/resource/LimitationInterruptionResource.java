package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that started the limitation of an invoice anew.
 *
 * @param limitationDate the last day to claim the instalment that lapses first; null where no policy says how many years
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitationInterruptionResource(LimitationInterruptionId interruptionId, InvoiceId invoiceId,
        LimitationInterruptionKind kind, List<Integer> instalments, String reason, LocalDate effectiveDate,
        @Nullable LocalDate limitationDate, long version, @Nullable Long position) implements Versioned {

    @Override
    public LimitationInterruptionResource at(long at) {
        return new LimitationInterruptionResource(interruptionId, invoiceId, kind, instalments, reason, effectiveDate,
                limitationDate, version, at);
    }
}
