package io.receivables.query.page;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.identity.Role;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param canLogOut whether this instance has a login page of its own
 * @param readsBooks whether any of the roles sees business data
 * @param path the page's own, for the form that changes the viewpoint
 */
record Shell(String who, List<String> roles, boolean canLogOut, boolean readsBooks, boolean readsEvents,
        String path) {

    static Shell of(Actor actor, boolean canLogOut, String path) {
        return new Shell(actor.subject(), actor.roles().stream().sorted().toList(), canLogOut,
                actor.roles().stream().anyMatch(role -> !role.equals(Role.OPERATOR.code())),
                actor.has(Role.CONTROLLER) || actor.has(Role.AUDITOR), path);
    }

    /** Around a page for somebody who is not known. */
    static Shell ofNobody(String path) {
        return new Shell("", List.of(), false, false, false, path);
    }
}
