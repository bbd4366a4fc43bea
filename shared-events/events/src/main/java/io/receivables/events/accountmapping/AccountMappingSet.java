package io.receivables.events.accountmapping;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A version of the account mapping was set. What is booked on a day is booked by the version that is valid then: of those
 * with {@code validFrom} not after it, the one with the latest {@code validFrom}, and of these the highest version.
 *
 * @param version counts from 1 within the legal entity
 * @param source where the chart was taken from
 */
@Revision("1")
public record AccountMappingSet(LegalEntityId legalEntity, int version, LocalDate validFrom, VatRegime vatRegime,
        List<MappedAccount> accounts, List<MappedJournal> journals, String source) implements AccountMappingEvent {

    public AccountMappingSet {
        accounts = List.copyOf(accounts);
        journals = List.copyOf(journals);
    }

    @Override
    public LocalDate effectiveDate() {
        return validFrom;
    }
}
