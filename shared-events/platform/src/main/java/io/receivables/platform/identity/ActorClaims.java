package io.receivables.platform.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the actor from an accepted token: {@code sub}, {@code roles}, {@code legal_entities}. */
final class ActorClaims implements Converter<Jwt, ActorAuthentication> {

    private static final String EVERY_ENTITY = "*";
    /** A subject is stored with every fact: a bound keeps an issuer's mistake out of the history. */
    private static final int LONGEST_SUBJECT = 255;

    @Override
    public ActorAuthentication convert(Jwt token) {
        var entities = texts(token, "legal_entities");
        var all = entities.contains(EVERY_ENTITY);
        return new ActorAuthentication(new Actor(subject(token), roles(token), all ? Set.of() : entities, all));
    }

    private static String subject(Jwt token) {
        var subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new InvalidBearerTokenException("claim sub must have 1 to " + LONGEST_SUBJECT + " characters");
        }
        return subject;
    }

    /** A role that is not ours gives nothing; the token may serve other services as well. */
    private static Set<String> roles(Jwt token) {
        return texts(token, "roles").stream().filter(role -> Role.of(role).isPresent()).collect(Collectors.toSet());
    }

    private static Set<String> texts(Jwt token, String claim) {
        var value = token.getClaims().get(claim);
        if (value == null) {
            return Set.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).collect(Collectors.toSet());
        }
        throw new InvalidBearerTokenException("claim " + claim + " must be an array of texts");
    }
}
