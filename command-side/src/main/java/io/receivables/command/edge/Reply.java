package io.receivables.command.edge;

import io.receivables.platform.resource.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * What a command handler answers: the resource that was created or acted on.
 *
 * @param location the path of what was created; null when nothing was
 */
public record Reply(Versioned resource, @Nullable String location) {

    public static Reply created(Versioned resource, String location) {
        return new Reply(resource, location);
    }

    public static Reply ok(Versioned resource) {
        return new Reply(resource, null);
    }

    public int status() {
        return location == null ? 200 : 201;
    }
}
