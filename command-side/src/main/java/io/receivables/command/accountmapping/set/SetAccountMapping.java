package io.receivables.command.accountmapping.set;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;

/** What is booked from {@code validFrom} on shall be booked on these accounts. */
record SetAccountMapping(LegalEntityId legalEntity, LocalDate validFrom, VatRegime vatRegime,
        List<MappedAccount> accounts, List<MappedJournal> journals, String source) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT_MAPPING.streamId(legalEntity);
    }
}
