package io.receivables.platform.identity;

import java.util.Set;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One endpoint and who may call it.
 *
 * @param servedBy what answers there: {@code command}, {@code query}, {@code standalone}, {@code actuator} or
 * {@code files} (static files)
 * @param openToAnybody whether it needs no token at all
 */
public record AccessRow(String method, PathPattern path, String servedBy, Set<Role> roles, boolean openToAnybody) {

    public AccessRow {
        roles = Set.copyOf(roles);
    }

    boolean allows(Actor actor) {
        return openToAnybody || roles.stream().anyMatch(actor::has);
    }

    /** Method and path, as the file has them. */
    public String endpoint() {
        return method + " " + path.getPatternString();
    }
}
