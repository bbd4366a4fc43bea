package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.PromiseStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decides about promises to pay. */
final class Promises {

    private final CustomerAccountOpened opened;
    private final AgreementStanding standing;

    Promises(CustomerAccountOpened opened, AgreementStanding standing) {
        this.opened = opened;
        this.standing = standing;
    }

    void make(PromiseClaim claim, int graceDays, @Nullable Integer policyVersion) {
        Amounts.requireCurrency(opened.currency(), claim.amount(), "/amount");
        Amounts.requirePositive(claim.amount(), "/amount");
        if (!claim.promisedDate().isAfter(claim.effectiveDate())) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/promisedDate", "promised date " + claim.promisedDate()
                    + " is not after the day of the promise, " + claim.effectiveDate());
        }
        if (standing.promise(claim.promiseId()).isPresent()) {
            throw new Refusal(ProblemCode.PROMISE_ALREADY_EXISTS, "promise " + claim.promiseId() + " already exists");
        }
        if (claim.replaces() != null) {
            withdraw(claim.replaces(), "replaced by promise " + claim.promiseId(), claim.promiseId(),
                    claim.effectiveDate());
        }
        apply(new PromiseMade(opened.accountId(), opened.legalEntity(), claim.promiseId(), claim.amount(),
                claim.promisedDate(), graceDays, claim.invoices(), claim.contact(), claim.replaces(), policyVersion,
                claim.effectiveDate()));
    }

    /** A promise that is kept, kept in part or broken is history; only an open one can be withdrawn. */
    void withdraw(PromiseId id, String reason, @Nullable PromiseId replacedBy, LocalDate date) {
        var promise = standing.promise(id)
                .orElseThrow(() -> new Refusal(ProblemCode.PROMISE_NOT_FOUND,
                        "no promise " + id + " on account " + opened.accountId()));
        requireOpen(promise, date);
        Amounts.requireNotBefore(date, promise.made().effectiveDate(), "promise " + id);
        apply(new PromiseWithdrawn(opened.accountId(), opened.legalEntity(), id, reason, replacedBy, date));
    }

    private static void requireOpen(PromiseStanding promise, LocalDate date) {
        var made = promise.made();
        if (promise.withdrawn() != null) {
            throw new Refusal(ProblemCode.PROMISE_NOT_OPEN, "promise " + made.promiseId() + " was withdrawn at "
                    + promise.withdrawn().effectiveDate());
        }
        switch (promise.statusAt(LocalDate.MAX)) {
            case OPEN -> {
                if (date.isAfter(made.lastDay())) {
                    throw new Refusal(ProblemCode.PROMISE_NOT_OPEN, "promise " + made.promiseId() + " of "
                            + made.amount() + " ran out at " + made.lastDay() + ", before " + date);
                }
            }
            case KEPT, PARTLY_KEPT, BROKEN, WITHDRAWN -> throw new Refusal(ProblemCode.PROMISE_NOT_OPEN, "promise "
                    + made.promiseId() + " of " + made.amount() + " by " + made.promisedDate() + " is "
                    + promise.statusAt(LocalDate.MAX) + ": " + promise.cashAt(LocalDate.MAX) + " came for it");
        }
    }
}
