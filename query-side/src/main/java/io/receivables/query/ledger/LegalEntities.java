package io.receivables.query.ledger;

import io.receivables.events.entity.LegalEntityChanged;
import io.receivables.events.entity.LegalEntityEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.entity.LegalEntityRegistered;
import io.receivables.platform.resource.LegalEntityResource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The companies that are owed. There are few, so their whole history is read each time. */
public class LegalEntities {

    private final History history;

    LegalEntities(History history) {
        this.history = history;
    }

    /** The particulars last recorded up to the position. */
    public Optional<LegalEntityResource> find(LegalEntityId id, long position) {
        return all(position).stream().filter(entity -> entity.legalEntity().equals(id)).findFirst();
    }

    /** All of them, in the order of their registration. */
    public Collection<LegalEntityResource> all(long position) {
        var entities = new LinkedHashMap<LegalEntityId, LegalEntityResource>();
        for (var fact : history.ofType("LegalEntity", position)) {
            if (fact.event() instanceof LegalEntityEvent event) {
                entities.put(event.legalEntity(), of(event, fact.sequence() + 1, position));
            }
        }
        return List.copyOf(entities.values());
    }

    private static LegalEntityResource of(LegalEntityEvent event, long version, long position) {
        return switch (event) {
            case LegalEntityRegistered entity -> new LegalEntityResource(entity.legalEntity(), entity.name(),
                    entity.country(), entity.timeZone(), entity.baseCurrency(), entity.siren(), version, position);
            case LegalEntityChanged entity -> new LegalEntityResource(entity.legalEntity(), entity.name(),
                    entity.country(), entity.timeZone(), entity.baseCurrency(), entity.siren(), version, position);
        };
    }
}
