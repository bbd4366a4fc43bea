package io.receivables.query.audit.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.query.audit.explain.Explanation.Line;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the movements that an input of a key figure is the sum of.
 *
 * @param total what the lines of all pages add up to, a decimal text
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record KpiMovements(String input, String legalEntity, String currency, LocalDate from, LocalDate asAt, Known asKnown,
        String total, List<Line> items, @Nullable String nextCursor) {}
