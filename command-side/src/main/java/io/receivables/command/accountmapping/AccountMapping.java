package io.receivables.command.accountmapping;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.accountmapping.AccountMappingEvent;
import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.entity.LegalEntityId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The account mapping of a legal entity: its versions, each valid from a date. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class AccountMapping implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private AccountMappingSet latest;

    AccountMapping() {}

    /** @param version the first one */
    public static AccountMapping begin(AccountMappingSet version) {
        apply(version);
        return new AccountMapping();
    }

    /** A further version. Earlier ones stay: what was booked before its date is booked by them. */
    public void set(AccountMappingSet version) {
        apply(new AccountMappingSet(version.legalEntity(), latest.version() + 1, version.validFrom(),
                version.vatRegime(), version.accounts(), version.journals(), version.source()));
    }

    @EventSourcingHandler
    void evolve(AccountMappingEvent event) {
        switch (event) {
            case AccountMappingSet version -> {
                latest = version;
                streamId = StreamType.ACCOUNT_MAPPING.streamId(version.legalEntity());
            }
        }
    }

    /** The version that was set last, which need not be the one that is valid today. */
    public AccountMappingSet latest() {
        return latest;
    }

    @Override
    public LegalEntityId legalEntity() {
        return latest.legalEntity();
    }
}
