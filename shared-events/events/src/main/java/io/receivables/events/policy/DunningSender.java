package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What letters say of who sends them, beside the name of the legal entity. Particulars of the company, not of a person.
 *
 * @param address its lines
 * @param bankAccount where to pay: an IBAN
 * @param bic of the bank
 * @param contact where to answer: an address of the department
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningSender(@Nullable List<String> address, @Nullable String bankAccount, @Nullable String bic,
        @Nullable String contact) {

    public static final DunningSender NONE = new DunningSender(null, null, null, null);

    public List<String> addressLines() {
        return address == null ? List.of() : address;
    }
}
