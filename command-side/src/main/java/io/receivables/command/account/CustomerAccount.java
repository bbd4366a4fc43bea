package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.TermsChanged;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A customer account: its terms. What is owed on it is in the streams of its documents. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class CustomerAccount implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private CustomerAccountOpened opened;

    CustomerAccount() {}

    public static CustomerAccount open(CustomerAccountOpened opened) {
        apply(opened);
        return new CustomerAccount();
    }

    public void changeTerms(PaymentTerms terms, LocalDate effectiveDate) {
        if (effectiveDate.isBefore(opened.effectiveDate())) {
            throw new Refusal(ProblemCode.BEFORE_ACCOUNT_OPENED, effectiveDate + " is before account "
                    + opened.accountId() + " was opened, " + opened.effectiveDate());
        }
        apply(new TermsChanged(opened.accountId(), opened.legalEntity(), terms, effectiveDate));
    }

    @EventSourcingHandler
    void evolve(CustomerAccountEvent event) {
        switch (event) {
            case CustomerAccountOpened first -> {
                opened = first;
                streamId = StreamType.ACCOUNT.streamId(first.accountId());
            }
            case TermsChanged _ -> {
                // Which terms hold at a date is answered by the reference row, so that issuing never loads the account.
            }
        }
    }

    public Currency currency() {
        return opened.currency();
    }

    @Override
    public LegalEntityId legalEntity() {
        return opened.legalEntity();
    }
}
