package io.receivables.command.account.contact;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.account.AccountId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EraseContactApi {

    private final Commands commands;

    EraseContactApi(Commands commands) {
        this.commands = commands;
    }

    @DeleteMapping("/v1/customer-accounts/{id}/contact")
    ResponseEntity<byte[]> erase(@PathVariable AccountId id, CommandContext context) {
        return commands.send(new EraseContact(id), context);
    }
}
