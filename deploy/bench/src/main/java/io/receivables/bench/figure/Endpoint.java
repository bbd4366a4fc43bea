package io.receivables.bench.figure;

import io.receivables.bench.run.Service;
import io.receivables.command.edge.CommandContext;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.identity.Role;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.DeserializationFeature;

/**
 * The endpoint of a command, called without a server: from the bound body to the answer, through {@code Commands} and the
 * bus to the commit.
 */
final class Endpoint {

    private static final Actor ACTOR = new Actor("bench",
            Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toSet()), Set.of(), true);

    private final String path;
    private final HandlerMethod method;
    private final Service service;

    private Endpoint(String path, HandlerMethod method, Service service) {
        this.path = path;
        this.method = method;
        this.service = service;
        method.getMethod().setAccessible(true);
    }

    /** @param path as the endpoint's mapping has it, such as {@code /v1/payments/{id}/allocations} */
    static Endpoint post(Service service, String path) {
        var mapping = service.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().getPatternValues().contains(path)
                        && entry.getKey().getMethodsCondition().toString().contains("POST")
                        && entry.getKey().getHeadersCondition().isEmpty())
                .map(entry -> new Endpoint(path, entry.getValue().createWithResolvedBean(), service))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing answers POST " + path));
    }

    /** A call that is ready to be made once, or again as its own repetition. */
    Prepared prepare(String json, String... ids) {
        var target = path;
        var arguments = new @Nullable Object[method.getMethodParameters().length];
        int id = 0;
        Object body = null;
        for (var parameter : method.getMethodParameters()) {
            var type = parameter.getParameterType();
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = bind(json, type);
                arguments[parameter.getParameterIndex()] = body;
            } else if (parameter.hasParameterAnnotation(PathVariable.class)) {
                target = target.replaceFirst("\\{[^}]*}", ids[id]);
                arguments[parameter.getParameterIndex()] = conversion().convert(ids[id++], type);
            }
        }
        for (var parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == CommandContext.class) {
                arguments[parameter.getParameterIndex()] = new CommandContext(ACTOR, UUID.randomUUID().toString(),
                        "POST " + target, null, UUID.randomUUID().toString(), null);
            }
        }
        return new Prepared(arguments, body);
    }

    /** As commands are read: by the one converter that refuses unknown fields, wherever it stands among the others. */
    private Object bind(String json, Class<?> type) {
        return service.context()
                .getBean("requestMappingHandlerAdapter", RequestMappingHandlerAdapter.class)
                .getMessageConverters()
                .stream()
                .filter(JacksonJsonHttpMessageConverter.class::isInstance)
                .map(converter -> ((JacksonJsonHttpMessageConverter) converter).getMapper())
                .filter(mapper -> mapper.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .findFirst()
                .orElseThrow()
                .readValue(json, type);
    }

    private ConversionService conversion() {
        return service.context().getBean("mvcConversionService", ConversionService.class);
    }

    /** The arguments of one call. */
    final class Prepared {

        private final @Nullable Object[] arguments;
        private final @Nullable Object body;

        Prepared(@Nullable Object[] arguments, @Nullable Object body) {
            this.arguments = arguments;
            this.body = body;
        }

        /** @throws Exception when the command is refused */
        void call() throws Exception {
            RequestContextHolder.setRequestAttributes(new BoundBody(body));
            try {
                var answer = (ResponseEntity<?>) method.getMethod().invoke(method.getBean(), arguments);
                if (!answer.getStatusCode().is2xxSuccessful()) {
                    throw new IllegalStateException(path + " answers " + answer);
                }
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() instanceof Exception refused ? refused : thrown;
            } finally {
                RequestContextHolder.resetRequestAttributes();
            }
        }
    }
}
