package io.receivables.command.edge;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.identity.IdempotencyKey;
import io.receivables.platform.observability.Correlation;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * What a request says beside its body.
 *
 * @param idempotencyKey made by the client before its first try
 * @param target method and path: with the body, what the key stands for
 * @param ifMatch the version that the client has seen; null when it does not care
 * @param body the bound body; null when there is none
 * @param brief whether nobody reads more of the answer than {@link Brief} has
 */
public record CommandContext(Actor actor, String idempotencyKey, String target, @Nullable Long ifMatch,
        String correlationId, @Nullable Object body, boolean brief) {

    /** Metadata: the subject of the actor. */
    public static final String WHO = "who";
    /** Metadata: the command that caused an event. */
    public static final String COMMAND_ID = "commandId";
    /** Metadata: ties everything that one request set off. */
    public static final String CORRELATION_ID = Correlation.KEY;

    /** Metadata: why, where the fact has no field for it. */
    public static final String WHY = "why";
    private static final String CONTEXT = "context";
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

    /** Of a command that is answered in full. */
    public CommandContext(Actor actor, String idempotencyKey, String target, @Nullable Long ifMatch,
            String correlationId, @Nullable Object body) {
        this(actor, idempotencyKey, target, ifMatch, correlationId, body, false);
    }

    /** The context of the command that this thread handles. */
    public static CommandContext current() {
        return (CommandContext) Objects.requireNonNull(CurrentUnitOfWork.get().getMessage().getMetaData().get(CONTEXT),
                "a command without context");
    }

    /** What the command's message carries; each event inherits who, why, and what ties it to the request. */
    public MetaData metaData(String commandId, @Nullable String why) {
        var origin = MetaData.with(WHO, actor.subject())
                .and(COMMAND_ID, commandId)
                .and(CORRELATION_ID, correlationId)
                .and(CONTEXT, this);
        return why == null ? origin : origin.and(WHY, why);
    }

    static CommandContext of(HttpServletRequest request) {
        var key = IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER));
        return new CommandContext(Actor.current(), key, request.getMethod() + " " + request.getRequestURI(),
                ifMatch(request.getHeader(HttpHeaders.IF_MATCH)), correlationId(request), null);
    }

    /** @throws Refusal IDEMPOTENCY_KEY_INVALID */
    public static void requireKey(String key) {
        IdempotencyKey.requireValid(key);
    }

    /**
     * The context of a further part of what the request asks for, done in a transaction of its own: the key is derived, so
     * that the request sent again finds each part done.
     *
     * @param no from 2
     */
    public CommandContext part(int no) {
        var key = UUID.nameUUIDFromBytes((idempotencyKey + "/" + no).getBytes(StandardCharsets.UTF_8));
        return new CommandContext(actor, "part-" + no + "-" + key, target, null, correlationId, body);
    }

    CommandContext with(@Nullable Object boundBody) {
        return new CommandContext(actor, idempotencyKey, target, ifMatch, correlationId, boundBody, brief);
    }

    /** The same, answered in brief. */
    public CommandContext inBrief() {
        return new CommandContext(actor, idempotencyKey, target, ifMatch, correlationId, body, true);
    }

    private static @Nullable Long ifMatch(@Nullable String header) {
        if (header == null || "*".equals(header)) {
            return null;
        }
        var matcher = ETAG.matcher(header);
        if (!matcher.matches()) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "If-Match has one version as in ETag, such as \"7\"");
        }
        return Long.valueOf(matcher.group(1));
    }

    /** The one that came with the request, or a new one. */
    public static String correlationId(HttpServletRequest request) {
        return Correlation.of(request);
    }

    /** Hands the context to the endpoints that ask for it. */
    static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == CommandContext.class;
        }

        @Override
        public CommandContext resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                NativeWebRequest request, @Nullable WebDataBinderFactory factory) {
            return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }
}
