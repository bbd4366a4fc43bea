package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A formal demand for payment. */
public record FinalNoticeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FinalNoticeId {
        Objects.requireNonNull(value, "FinalNoticeId");
    }

    @Override
    public String toString() {
        return value;
    }
}
