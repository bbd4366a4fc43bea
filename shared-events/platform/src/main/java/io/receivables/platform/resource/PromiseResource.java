package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PromiseCash;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.PromiseStanding;
import io.receivables.platform.agreement.PromiseStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's word to pay, as it stands at a date.
 *
 * @param lastDay the promised date with the days of grace
 * @param invoiceIds what the customer speaks of; empty for the account as a whole
 * @param cash what came for it, by the last judgement
 * @param counted of which payments
 * @param statusSince the day from which the status holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseResource(PromiseId promiseId, AccountId accountId, PromiseStatus status, LocalDate statusSince,
        Money amount, LocalDate promisedDate, LocalDate lastDay, List<InvoiceId> invoiceIds, @Nullable String contact,
        Money cash, List<PromiseCash> counted, @Nullable PromiseId replaces, @Nullable PromiseId replacedBy,
        @Nullable String withdrawal, LocalDate effectiveDate, long version, @Nullable Long position)
        implements
            Versioned {

    public static PromiseResource of(PromiseStanding promise, LocalDate asAt, long version) {
        var made = promise.made();
        var judged = promise.judgementAt(asAt);
        var withdrawn = promise.isWithdrawnAt(asAt) ? promise.withdrawn() : null;
        return new PromiseResource(made.promiseId(), made.accountId(), promise.statusAt(asAt),
                since(made.effectiveDate(), withdrawn, judged.orElse(null)), made.amount(), made.promisedDate(),
                made.lastDay(), made.invoices(), made.contact(), promise.cashAt(asAt),
                judged.map(PromiseJudged::counted).orElse(List.of()), made.replaces(),
                withdrawn == null ? null : withdrawn.replacedBy(), withdrawn == null ? null : withdrawn.reason(),
                made.effectiveDate(), version, null);
    }

    private static LocalDate since(LocalDate made, @Nullable PromiseWithdrawn withdrawn,
            @Nullable PromiseJudged judged) {
        if (withdrawn != null) {
            return withdrawn.effectiveDate();
        }
        return judged == null ? made : judged.effectiveDate();
    }

    @Override
    public PromiseResource at(long at) {
        return new PromiseResource(promiseId, accountId, status, statusSince, amount, promisedDate, lastDay, invoiceIds,
                contact, cash, counted, replaces, replacedBy, withdrawal, effectiveDate, version, at);
    }
}
