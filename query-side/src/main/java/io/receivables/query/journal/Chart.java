package io.receivables.query.journal;

import io.receivables.events.accountmapping.AccountMappingSet;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts and journals that are valid on a day. */
record Chart(AccountMappingSet mapping) {

    VatRegime vatRegime() {
        return mapping.vatRegime();
    }

    /** Where tax on sales is kept until it falls due. */
    AccountRole taxOnSales() {
        return vatRegime() == VatRegime.ON_CASH ? AccountRole.VAT_PENDING : AccountRole.VAT_COLLECTED;
    }

    /** Where cash and credit is that settles nothing yet: on an account of its own, if the chart has one. */
    AccountRole customerCredit() {
        return find(AccountRole.CUSTOMER_CREDIT, null).isPresent()
                ? AccountRole.CUSTOMER_CREDIT
                : AccountRole.RECEIVABLE;
    }

    /**
     * The account of the rate, else the one for all rates.
     *
     * @throws Refusal ACCOUNT_MAPPING_MISSING
     */
    MappedAccount account(AccountRole role, @Nullable Percentage rate) {
        return find(role, rate).or(() -> find(role, null))
                .orElseThrow(() -> missing("account", rate == null ? role.name() : role + " at " + rate + " %"));
    }

    /** @throws Refusal ACCOUNT_MAPPING_MISSING */
    MappedJournal journal(JournalRole role) {
        return mapping.journals()
                .stream()
                .filter(it -> it.role() == role)
                .findFirst()
                .orElseThrow(() -> missing("journal", role.name()));
    }

    private Optional<MappedAccount> find(AccountRole role, @Nullable Percentage rate) {
        return mapping.accounts().stream().filter(it -> it.role() == role && same(it.taxRate(), rate)).findFirst();
    }

    private static boolean same(@Nullable Percentage one, @Nullable Percentage other) {
        return one == null || other == null ? one == other : one.value().compareTo(other.value()) == 0;
    }

    private Refusal missing(String what, String role) {
        return new Refusal(ProblemCode.ACCOUNT_MAPPING_MISSING, "no " + what + " is mapped for " + role + " in version "
                + mapping.version() + " of the account mapping of " + mapping.legalEntity() + ", valid from "
                + mapping.validFrom() + "; set it with PUT /v1/account-mappings/" + mapping.legalEntity());
    }
}
