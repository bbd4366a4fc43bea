package io.receivables.query.journal;

import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;

/**
 * A dated version of a legal entity's account mapping.
 *
 * @param mappingVersion counts from 1; 0 is the chart that ships for the entity's country, for days without another
 */
record AccountMappingResource(LegalEntityId legalEntity, int mappingVersion, LocalDate validFrom, VatRegime vatRegime,
        List<MappedAccount> accounts, List<MappedJournal> journals, String source) {

    static AccountMappingResource of(AccountMappingSet set) {
        return new AccountMappingResource(set.legalEntity(), set.version(), set.validFrom(), set.vatRegime(),
                set.accounts(), set.journals(), set.source());
    }
}
