package io.receivables.command.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published table of commands, for batches. */
@RestController
class CommandTableApi {

    private final CommandEndpoints endpoints;

    CommandTableApi(CommandEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * A command and the URL that it has of its own.
     *
     * @param bodyRequired null when it takes no body
     */
    record Entry(String command, String method, String path, @Nullable Boolean bodyRequired) {}

    record Table(List<Entry> items) {}

    @GetMapping("/v1/commands")
    Table commands() {
        return new Table(endpoints.all()
                .stream()
                .map(it -> new Entry(it.name(), it.method(), it.path(), it.requiresBody()))
                .toList());
    }
}
