package io.receivables.command.accountmapping.set;

import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.day;

import io.receivables.command.accountmapping.AccountMapping;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetAccountMappingTest {

    private final StreamFixture<AccountMapping> mapping = StreamFixture.of(AccountMapping.class,
            "account-mapping/FR01");

    @Test
    void theFirstVersionIsOne() {
        mapping.begins(() -> AccountMapping.begin(version(1, "02-01"))).then(version(1, "02-01"));
    }

    @Test
    void versionsCountUpWhateverTheirDates() {
        mapping.given(version(1, "02-01")).when(it -> it.set(version(1, "01-01"))).then(version(2, "01-01"));
    }

    private static AccountMappingSet version(int version, String validFrom) {
        return new AccountMappingSet(ENTITY, version, day(validFrom), VatRegime.ON_CASH,
                List.of(new MappedAccount(AccountRole.SALES, null, "706000", "Services", null)),
                List.of(new MappedJournal(JournalRole.SALES, "VE", "Ventes")), "chart of the group");
    }
}
