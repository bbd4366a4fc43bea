package io.receivables.command.edge;

import io.receivables.platform.problem.Problem;
import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;

/** After a body was bound: nothing required is missing, and the request remembers it for the idempotency fingerprint. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandBodyAdvice extends RequestBodyAdviceAdapter {

    static final String BODY = CommandBodyAdvice.class.getName() + ".body";

    /** A body that cannot be read is refused with what the reader saw. */
    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException unreadable) {
        return ProblemAdvice.answer(unreadable.getCause() instanceof JacksonException json
                ? BodyRefusals.of(json)
                : new Refusal(ProblemCode.REQUIRED, "a JSON body is required"));
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return type instanceof Class<?> bound && bound.isRecord();
    }

    @Override
    public Object afterBodyRead(@Nullable Object body, HttpInputMessage message, MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) {
            throw new Refusal(ProblemCode.REQUIRED, "a JSON object is required, not null");
        }
        RequiredFields.check((Record) body);
        RequestContextHolder.currentRequestAttributes().setAttribute(BODY, body, RequestAttributes.SCOPE_REQUEST);
        return body;
    }
}
