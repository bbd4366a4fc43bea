package io.receivables.command.accountmapping.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The version of an account mapping that a command set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountMappingVersion(LegalEntityId legalEntity, int mappingVersion, LocalDate validFrom, VatRegime vatRegime,
        List<MappedAccount> accounts, List<MappedJournal> journals, String source, long version,
        @Nullable Long position) implements Versioned {

    static AccountMappingVersion of(AccountMappingSet set, long version) {
        return new AccountMappingVersion(set.legalEntity(), set.version(), set.validFrom(), set.vatRegime(),
                set.accounts(), set.journals(), set.source(), version, null);
    }

    @Override
    public AccountMappingVersion at(long at) {
        return new AccountMappingVersion(legalEntity, mappingVersion, validFrom, vatRegime, accounts, journals, source,
                version, at);
    }
}
