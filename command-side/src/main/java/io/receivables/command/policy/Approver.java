package io.receivables.command.policy;

import io.receivables.command.edge.CommandContext;
import io.receivables.platform.identity.Role;
import java.util.Set;

/**
 * Somebody who agrees to what another one asks for.
 *
 * @param roles as tokens spell them
 */
public record Approver(String subject, Set<String> roles) {

    /** Who sent the command that this thread handles. */
    public static Approver current() {
        var actor = CommandContext.current().actor();
        return new Approver(actor.subject(), actor.roles());
    }

    /** A controller may approve whatever any other role may. */
    boolean has(String role) {
        return roles.contains(role) || roles.contains(Role.CONTROLLER.code());
    }
}
