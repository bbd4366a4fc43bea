package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.LegalActionClosed;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.LegalActionKind;
import io.receivables.events.account.LegalActionOutcome;
import io.receivables.events.account.LegalActionTaken;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action in court.
 *
 * @param interruptsLimitation whether it started the limitation of its invoices anew
 * @param outcome null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalActionResource(LegalActionId legalActionId, AccountId accountId, LegalActionKind kind,
        @Nullable String courtReference, List<InvoiceId> invoices, boolean interruptsLimitation,
        LocalDate effectiveDate, @Nullable LegalActionOutcome outcome, @Nullable LocalDate closedDate,
        @Nullable String reason, long version, @Nullable Long position) implements Versioned {

    public static LegalActionResource of(LegalActionTaken taken) {
        return new LegalActionResource(taken.legalActionId(), taken.accountId(), taken.kind(), taken.courtReference(),
                taken.invoices(), taken.interruptsLimitation(), taken.effectiveDate(), null, null, null, 0, null);
    }

    public LegalActionResource after(LegalActionClosed closed) {
        return new LegalActionResource(legalActionId, accountId, kind, courtReference, invoices, interruptsLimitation,
                effectiveDate, closed.outcome(), closed.effectiveDate(), closed.reason(), version, position);
    }

    public LegalActionResource versioned(long version) {
        return new LegalActionResource(legalActionId, accountId, kind, courtReference, invoices, interruptsLimitation,
                effectiveDate, outcome, closedDate, reason, version, position);
    }

    @Override
    public LegalActionResource at(long at) {
        return new LegalActionResource(legalActionId, accountId, kind, courtReference, invoices, interruptsLimitation,
                effectiveDate, outcome, closedDate, reason, version, at);
    }
}
