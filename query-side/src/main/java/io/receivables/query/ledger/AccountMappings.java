package io.receivables.query.ledger;

import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.entity.LegalEntityId;
import java.util.List;

/** The versions of account mappings. There are few, so they are read from their history each time. */
public class AccountMappings {

    private final History history;

    AccountMappings(History history) {
        this.history = history;
    }

    /** Every version that was known, whatever its date, in the order in which they were set. */
    public List<AccountMappingSet> all(long position) {
        return history.ofType("AccountMapping", position)
                .stream()
                .map(fact -> (AccountMappingSet) fact.event())
                .toList();
    }

    /** Those of one legal entity. */
    public List<AccountMappingSet> of(LegalEntityId entity, long position) {
        return all(position).stream().filter(set -> set.legalEntity().equals(entity)).toList();
    }
}
