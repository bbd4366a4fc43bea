package io.receivables.platform.identity;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request whose token was accepted. */
final class ActorAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    ActorAuthentication(Actor actor) {
        super(AuthorityUtils.createAuthorityList(actor.roles()));
        this.actor = actor;
        setDetails(actor);
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.subject();
    }

    /** The token itself is not kept: nothing behind the gate needs it. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
