package io.receivables.command.edge;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;

/** Reads command bodies; answers with the problem that the reader saw, not with a generic one. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    StrictJsonConverter() {
        super(StrictJson.mapper());
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) throws IOException {
        try {
            return super.read(type, message);
        } catch (HttpMessageNotReadableException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(HttpMessageNotReadableException e) {
        return e.getCause() instanceof JacksonException json ? BodyRefusals.of(json) : e;
    }
}
