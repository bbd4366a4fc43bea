package io.receivables.command.edge;

import io.receivables.command.stream.Command;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Lets an endpoint build its command, so that somebody else can send it. */
final class CommandCapture {

    private static final ScopedValue<CommandCapture> CURRENT = ScopedValue.newInstance();

    private @Nullable Command command;

    private CommandCapture() {}

    static boolean isBound() {
        return CURRENT.isBound();
    }

    static ResponseEntity<byte[]> take(Command command) {
        CURRENT.get().command = command;
        return ResponseEntity.accepted().build();
    }

    /** The command that the endpoint would have sent. */
    static Command of(Callable<?> endpoint) throws Exception {
        var capture = new CommandCapture();
        ScopedValue.where(CURRENT, capture).call(endpoint::call);
        if (capture.command == null) {
            throw new IllegalStateException("an endpoint that sends no command");
        }
        return capture.command;
    }
}
