package io.receivables.command.policy.simulate;

import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.entity.LegalEntityRegistered;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.Refusal;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/** What is recorded of a legal entity and its policy, read from their own histories, for nothing is decided here. */
@Component
class RecordedPolicies {

    private final EventStore store;

    RecordedPolicies(EventStore store) {
        this.store = store;
    }

    /** @throws Refusal LEGAL_ENTITY_NOT_FOUND, also when the actor may not see it */
    Currency baseCurrency(LegalEntityId entity) {
        return facts(StreamType.LEGAL_ENTITY.streamId(entity), LegalEntityRegistered.class)
                .filter(_ -> Actor.current().maySee(entity))
                .map(LegalEntityRegistered::baseCurrency)
                .findFirst()
                .orElseThrow(() -> StreamType.LEGAL_ENTITY.notFound(entity.value()));
    }

    Optional<CreditPolicySet> version(LegalEntityId entity, int version) {
        return facts(StreamType.CREDIT_POLICY.streamId(entity), CreditPolicySet.class)
                .filter(set -> set.version() == version)
                .findFirst();
    }

    private <T> Stream<T> facts(String streamId, Class<T> type) {
        return store.readEvents(streamId)
                .asStream()
                .<Object>map(Message::getPayload)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
