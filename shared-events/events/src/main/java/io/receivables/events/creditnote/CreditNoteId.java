package io.receivables.events.creditnote;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A credit note; the number printed on it is another thing. */
public record CreditNoteId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CreditNoteId {
        Objects.requireNonNull(value, "CreditNoteId");
    }

    @Override
    public String toString() {
        return value;
    }
}
