package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** A placement of claims with a collection agency. */
public record AgencyPlacementId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgencyPlacementId {
        Objects.requireNonNull(value, "AgencyPlacementId");
    }

    @Override
    public String toString() {
        return value;
    }
}
