package io.receivables.query.audit.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.query.kpi.Kpi;
import io.receivables.query.kpi.KpiAnswer.Period;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key figure, its formula, and where the movements of each of its inputs are found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KpiExplanation(String kpi, String legalEntity, String currency, LocalDate asAt, Known asKnown, Period period,
        Kpi figure, List<Input> inputs) {

    /**
     * @param movements the query whose lines add up to the value; absent for what is no sum of movements, such as a number
     *        of days
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Input(String name, String value, @Nullable String movements) {}
}
