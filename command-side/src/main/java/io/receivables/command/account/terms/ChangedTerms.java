package io.receivables.command.account.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The terms that a command set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangedTerms(AccountId accountId, PaymentTerms terms, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public ChangedTerms at(long at) {
        return new ChangedTerms(accountId, terms, effectiveDate, version, at);
    }
}
