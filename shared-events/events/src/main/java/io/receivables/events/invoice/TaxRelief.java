package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value added tax that a write-off takes back.
 *
 * @param grounds null where the policy asks for none
 * @param pending whether the tax was not due yet, because it falls due when the customer pays; then no duplicate is needed
 * @param perRate what is written off, split by the rates of the invoice
 * @param mention what the duplicate of the invoice must say; null where none is needed
 * @param source the law that the mention rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaxRelief(@Nullable ReliefGrounds grounds, boolean pending, List<TaxShare> perRate,
        @Nullable String mention, @Nullable String source) {}
