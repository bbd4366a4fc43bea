package io.receivables.query.edge;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Counts the rows of an answer that has a list of them: its {@code items}, or its {@code rows}. */
@ControllerAdvice
final class RowCounter implements ResponseBodyAdvice<Object> {

    private static final List<String> LISTS = List.of("items", "rows");

    private static final ClassValue<Optional<Method>> LIST_OF = new ClassValue<>() {

        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(it -> List.class.isAssignableFrom(it.getType()) && LISTS.contains(it.getName()))
                            .map(RecordComponent::getAccessor)
                            .peek(it -> it.setAccessible(true))
                            .findFirst()
                    : Optional.empty();
        }
    };

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returned, MediaType type,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null) {
            LIST_OF.get(body.getClass()).ifPresent(list -> count(body, list));
        }
        return body;
    }

    private static void count(Object body, Method list) {
        try {
            if (list.invoke(body) instanceof List<?> rows) {
                RowCount.note(rows.size());
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the list of " + body.getClass() + " cannot be read", impossible);
        }
    }
}
