package io.receivables.query.ledger;

import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.accountmapping.AccountMappingEvent;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.dunning.DunningRunEvent;
import io.receivables.events.entity.LegalEntityEvent;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.period.AccountingPeriodEvent;
import io.receivables.events.policy.CreditPolicyEvent;
import io.receivables.events.rate.ReferenceRateEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact with everything that the books keep of it.
 *
 * @param stored when the node that recorded it believed it to be
 * @param who did it
 * @param reasonGiven with the command
 * @param accountingDate under which it is booked; its business date unless that month was closed
 */
record RecordedFact(long position, Instant stored, String type, @Nullable String who, @Nullable String reasonGiven,
        LocalDate accountingDate, ReceivablesEvent event) {

    /** What is common to all legal entities is of none of them. */
    private static final String OF_ALL = "*";

    /** Under which it is booked, where that is not its business date. */
    @Nullable
    LocalDate lateAccountingDate() {
        return accountingDate.equals(event.effectiveDate()) ? null : accountingDate;
    }

    StreamKey stream() {
        return StreamKey.of(event);
    }

    /** The reason that was given with the command, else the one that the fact itself carries. */
    @Nullable
    String why() {
        return reasonGiven == null ? Reasons.in(event) : reasonGiven;
    }

    /**
     * What the order of facts must be kept in: the account; without one, the stream. A payment that is identified leaves
     * the one for the other and belongs to both; a transfer moves cash of two accounts.
     */
    Set<String> sequences() {
        var account = accountId();
        if (account == null) {
            return Set.of(stream().toString());
        }
        return switch (event) {
            case PaymentIdentified identified -> Set.of(stream().toString(), ofAccount(account));
            case PaymentTransferred given -> Set.of(ofAccount(account), ofAccount(given.toAccountId().value()));
            case PaymentTransferReversed back -> Set.of(ofAccount(account), ofAccount(back.toAccountId().value()));
            default -> Set.of(ofAccount(account));
        };
    }

    private static String ofAccount(String accountId) {
        return "account " + accountId;
    }

    String legalEntity() {
        return switch (event) {
            case AccountEntry entry -> entry.legalEntity().value();
            case LegalEntityEvent entity -> entity.legalEntity().value();
            case CreditPolicyEvent policy -> policy.legalEntity().value();
            case DunningRunEvent run -> run.legalEntity().value();
            case AccountingPeriodEvent period -> period.legalEntity().value();
            case AccountMappingEvent mapping -> mapping.legalEntity().value();
            case CreditGroupEvent group -> group.legalEntity().value();
            case ReferenceRateEvent rate -> OF_ALL;
            default -> throw new IllegalArgumentException("no legal entity is known for " + event.getClass());
        };
    }

    @Nullable
    String accountId() {
        var account = event instanceof AccountEntry entry ? entry.accountId() : null;
        return account == null ? null : account.value();
    }
}
