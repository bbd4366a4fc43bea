package io.receivables.command.dunning.sendagain;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.policy.LetterChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SendLetterAgainApi {

    private final Commands commands;

    SendLetterAgainApi(Commands commands) {
        this.commands = commands;
    }

    record Body(String reason, @Nullable LetterChannel channel) {}

    @PostMapping("/v1/dunning-letters/{id}/deliveries")
    ResponseEntity<byte[]> send(@PathVariable DunningLetterId id, @RequestBody Body body, CommandContext context) {
        return commands.send(new SendLetterAgain(id, body.channel(), body.reason()), context);
    }
}
