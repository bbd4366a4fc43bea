package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountClosed;
import io.receivables.events.account.AccountReopened;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.AccountClosureResource;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether an account takes facts. */
final class Closure {

    private final CustomerAccountOpened opened;
    private @Nullable AccountClosed closed;
    private @Nullable AccountReopened reopened;

    Closure(CustomerAccountOpened opened) {
        this.opened = opened;
    }

    void close(String reason, String closedBy, LocalDate date) {
        requireOpen();
        if (date.isBefore(opened.effectiveDate())) {
            throw new Refusal(ProblemCode.BEFORE_ACCOUNT_OPENED, date + " is before account " + opened.accountId()
                    + " was opened, " + opened.effectiveDate());
        }
        if (reopened != null) {
            Amounts.requireNotBefore(date, reopened.effectiveDate(), "the reopening of the account");
        }
        apply(new AccountClosed(opened.accountId(), opened.legalEntity(), reason, closedBy, date));
    }

    void reopen(String reason, String reopenedBy, LocalDate date) {
        if (closed == null || reopened != null) {
            throw new Refusal(ProblemCode.ACCOUNT_NOT_CLOSED, "account " + opened.accountId() + " is not closed");
        }
        Amounts.requireNotBefore(date, closed.effectiveDate(), "the closing of the account");
        apply(new AccountReopened(opened.accountId(), opened.legalEntity(), reason, reopenedBy, date));
    }

    /** @throws Refusal ACCOUNT_CLOSED */
    void requireOpen() {
        if (closed != null && reopened == null) {
            throw new Refusal(ProblemCode.ACCOUNT_CLOSED,
                    "account " + opened.accountId() + " is closed since " + closed.effectiveDate());
        }
    }

    void evolve(CustomerAccountEvent event) {
        switch (event) {
            case AccountClosed fact -> {
                closed = fact;
                reopened = null;
            }
            case AccountReopened fact -> reopened = fact;
            default -> {
                // About something else than the end of the account.
            }
        }
    }

    AccountClosureResource resource(long version) {
        var last = Objects.requireNonNull(closed);
        return reopened == null
                ? new AccountClosureResource(last.accountId(), last.effectiveDate(), last.reason(), last.closedBy(),
                        null, null, null, version, null)
                : new AccountClosureResource(last.accountId(), last.effectiveDate(), last.reason(), last.closedBy(),
                        reopened.effectiveDate(), reopened.reason(), reopened.reopenedBy(), version, null);
    }
}
