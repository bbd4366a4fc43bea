package io.receivables.command.edge;

import io.receivables.command.stream.Command;
import io.receivables.platform.identity.AccessMatrix;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Every command that the API takes, by name: taken from the endpoints themselves, so that none can be missing. A command is
 * named after the class of its endpoint ({@code IssueInvoiceApi}: {@code IssueInvoice}); of a class with several endpoints,
 * the method's name follows ({@code RequestRefundOfPayment}).
 */
@Component
public class CommandEndpoints {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ConversionService conversion;
    private final AccessMatrix access;
    private volatile @Nullable Map<String, CommandEndpoint> byName;

    // The mapping is asked late: it holds endpoints that ask for this bean.
    CommandEndpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            @Qualifier("mvcConversionService") ConversionService conversion, AccessMatrix access) {
        this.mappings = mappings;
        this.conversion = conversion;
        this.access = access;
    }

    /** What an endpoint made of a request: the command, and the context to send it in. */
    public record Bound(Command command, CommandContext context) {}

    /** All of them, in the order of their names. */
    public List<CommandEndpoint> all() {
        return List.copyOf(byName().values());
    }

    /**
     * Builds a command as its endpoint does from a request of its own.
     *
     * @param target the ids of its path, in order
     * @throws Refusal what the endpoint, or the gate before it, would answer
     */
    public Bound bind(Actor actor, String key, String correlationId, String name, List<String> target,
            @Nullable JsonNode body) {
        var endpoint = byName().get(name);
        if (endpoint == null) {
            throw new Refusal(ProblemCode.COMMAND_UNKNOWN, "no command is called " + name);
        }
        if (!access.allows(actor, endpoint.endpoint())) {
            throw new Refusal(ProblemCode.FORBIDDEN, "none of the token's roles may call " + endpoint.endpoint());
        }
        CommandContext.requireKey(key);
        return endpoint.bind(new CommandContext(actor, key, endpoint.target(target), null, correlationId, null), target,
                body);
    }

    private Map<String, CommandEndpoint> byName() {
        var known = byName;
        if (known == null) {
            known = read();
            byName = known;
        }
        return known;
    }

    private Map<String, CommandEndpoint> read() {
        var handlers = mappings.getObject().getHandlerMethods();
        var perClass = handlers.values()
                .stream()
                .filter(CommandEndpoints::takesCommand)
                .collect(Collectors.groupingBy(HandlerMethod::getBeanType, Collectors.counting()));
        return handlers.entrySet()
                .stream()
                .filter(entry -> takesCommand(entry.getValue()))
                .map(entry -> endpoint(entry.getKey(), entry.getValue(),
                        perClass.getOrDefault(entry.getValue().getBeanType(), 0L) > 1))
                .collect(Collectors.toMap(CommandEndpoint::name, Function.identity(), (one, other) -> {
                    throw new IllegalStateException("two commands are called " + one.name());
                }, TreeMap::new));
    }

    private CommandEndpoint endpoint(RequestMappingInfo mapping, HandlerMethod handler, boolean oneOfSeveral) {
        var slice = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
        var method = handler.getMethod().getName();
        var name = oneOfSeveral ? slice + Character.toUpperCase(method.charAt(0)) + method.substring(1) : slice;
        return new CommandEndpoint(name, mapping.getMethodsCondition().getMethods().iterator().next().name(),
                mapping.getPatternValues().iterator().next(), handler.createWithResolvedBean(), conversion);
    }

    private static boolean takesCommand(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(CommandContext.class::equals);
    }
}
