package io.receivables.command.account.closure;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.openitem.LastMove;
import io.receivables.command.openitem.ReadBooks;
import io.receivables.command.stream.BusinessDays;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CloseAccountApi {

    private final Commands commands;
    private final ReadBooks books;
    private final BusinessDays days;

    CloseAccountApi(Commands commands, ReadBooks books, BusinessDays days) {
        this.commands = commands;
        this.books = books;
        this.days = days;
    }

    record Body(String reason, LocalDate effectiveDate) {}

    /** What is zero today is zero from today on; for an earlier date the history is read, beside the commands that go on. */
    @PostMapping("/v1/customer-accounts/{id}/closure")
    ResponseEntity<byte[]> close(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        var history = body.effectiveDate().isBefore(days.todayAnywhere()) ? books.lastMove(id) : LastMove.unread(id);
        return commands.send(new CloseAccount(id, body.reason(), body.effectiveDate(), history), context);
    }
}
