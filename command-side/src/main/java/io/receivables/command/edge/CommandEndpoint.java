package io.receivables.command.edge;

import io.receivables.command.stream.Command;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint that takes a command. */
public final class CommandEndpoint {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final String name;
    private final String method;
    private final String path;
    private final HandlerMethod handler;
    private final ConversionService conversion;
    private final JsonMapper json = StrictJson.mapper();
    private final List<MethodParameter> parameters;
    private final String endpoint;
    private final long wantedIds;

    CommandEndpoint(String name, String method, String path, HandlerMethod handler, ConversionService conversion) {
        this.name = name;
        this.method = method;
        this.path = path;
        this.handler = handler;
        this.conversion = conversion;
        this.endpoint = method + " " + path;
        this.wantedIds = VARIABLE.matcher(path).results().count();
        this.parameters = List.of(handler.getMethodParameters());
        handler.getMethod().setAccessible(true);
    }

    public String name() {
        return name;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    String endpoint() {
        return endpoint;
    }

    /** Whether it needs a body; null when it takes none. */
    public @Nullable Boolean requiresBody() {
        return bodyParameter()
                .map(it -> Objects.requireNonNull(it.getParameterAnnotation(RequestBody.class)).required())
                .findFirst()
                .orElse(null);
    }

    private Stream<MethodParameter> bodyParameter() {
        return parameters.stream().filter(it -> it.hasParameterAnnotation(RequestBody.class));
    }

    /** Method and path of a request, as its own URL would have them. */
    String target(List<String> ids) {
        if (ids.size() != wantedIds) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    name + " has " + wantedIds + " ids in its target, as in " + path + ", not " + ids.size());
        }
        if (ids.isEmpty()) {
            return endpoint();
        }
        var left = ids.iterator();
        return method + " " + VARIABLE.matcher(path)
                .replaceAll(_ -> Matcher
                        .quoteReplacement(UriUtils.encodePathSegment(left.next(), StandardCharsets.UTF_8)));
    }

    CommandEndpoints.Bound bind(CommandContext context, List<String> ids, @Nullable JsonNode body) {
        var arguments = new ArrayList<@Nullable Object>(parameters.size());
        var left = ids.iterator();
        var bound = context;
        for (var parameter : parameters) {
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                arguments.add(id(left.next(), parameter));
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                var record = body(body, parameter);
                bound = context.with(record);
                arguments.add(record);
            } else if (parameter.getParameterType() == CommandContext.class) {
                arguments.add(context);
            } else {
                throw new IllegalStateException("nothing is known for " + parameter);
            }
        }
        return new CommandEndpoints.Bound(call(arguments), bound);
    }

    private @Nullable Object id(String text, MethodParameter parameter) {
        try {
            return conversion.convert(text, parameter.getParameterType());
        } catch (ConversionException e) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "an id of " + path + " cannot be read: " + text);
        }
    }

    private @Nullable Object body(@Nullable JsonNode body, MethodParameter parameter) {
        if (body == null || body.isNull()) {
            if (Objects.requireNonNull(parameter.getParameterAnnotation(RequestBody.class)).required()) {
                throw new Refusal(ProblemCode.REQUIRED, name + " needs a body");
            }
            return null;
        }
        try {
            var record = json.treeToValue(body, parameter.getParameterType());
            if (record instanceof Record fields) {
                RequiredFields.check(fields);
            }
            return record;
        } catch (JacksonException e) {
            throw BodyRefusals.of(e);
        }
    }

    private Command call(List<@Nullable Object> arguments) {
        try {
            return CommandCapture.of(() -> handler.getMethod().invoke(handler.getBean(), arguments.toArray()));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
