package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** An invoice; the number printed on it is another thing. */
public record InvoiceId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvoiceId {
        Objects.requireNonNull(value, "InvoiceId");
    }

    @Override
    public String toString() {
        return value;
    }
}
