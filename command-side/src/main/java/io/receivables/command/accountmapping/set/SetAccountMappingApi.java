package io.receivables.command.accountmapping.set;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetAccountMappingApi {

    private final Commands commands;

    SetAccountMappingApi(Commands commands) {
        this.commands = commands;
    }

    /**
     * @param vatRegime absent: tax falls due with the invoice
     * @param source where the chart was taken from
     */
    record Body(LocalDate validFrom, @Nullable VatRegime vatRegime, List<MappedAccount> accounts,
            List<MappedJournal> journals, String source) {}

    @PutMapping("/v1/account-mappings/{legalEntity}")
    ResponseEntity<byte[]> set(@PathVariable LegalEntityId legalEntity, @RequestBody Body body,
            CommandContext context) {
        AccountMappingMustBeSound.check(body.accounts(), body.journals());
        return commands.send(new SetAccountMapping(legalEntity, body.validFrom(),
                body.vatRegime() == null ? VatRegime.ON_DEBITS : body.vatRegime(), body.accounts(), body.journals(),
                body.source()), context);
    }
}
