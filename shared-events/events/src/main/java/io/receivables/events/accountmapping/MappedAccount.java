package io.receivables.events.accountmapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * An account of the general ledger.
 *
 * @param taxRate null: for every rate that has no account of its own, and for what has none
 * @param number as the chart writes it
 * @param source why it is this account; null where nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappedAccount(AccountRole role, @Nullable Percentage taxRate, String number, String label,
        @Nullable String source) {}
