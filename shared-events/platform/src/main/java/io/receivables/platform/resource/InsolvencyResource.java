package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyClaimDeclared;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.account.InsolvencyKind;
import io.receivables.events.account.InsolvencyLifted;
import io.receivables.events.account.InsolvencyOpened;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insolvency procedure of a customer.
 *
 * @param declareBy the last day to declare our claim
 * @param declaredLate whether it was declared after that day
 * @param creditHold whether the account was put on hold with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InsolvencyResource(InsolvencyId insolvencyId, AccountId accountId, InsolvencyKind kind,
        @Nullable String courtReference, LocalDate effectiveDate, @Nullable LocalDate declareBy, boolean creditHold,
        @Nullable Money declaredAmount, @Nullable LocalDate declaredDate, @Nullable Boolean declaredLate,
        List<InvoiceId> declaredInvoices, @Nullable LocalDate liftedDate, @Nullable String reason, long version,
        @Nullable Long position) implements Versioned {

    public static InsolvencyResource of(InsolvencyOpened opened) {
        return new InsolvencyResource(opened.insolvencyId(), opened.accountId(), opened.kind(),
                opened.courtReference(), opened.effectiveDate(), opened.declareBy(), opened.creditHold(), null, null,
                null, List.of(), null, null, 0, null);
    }

    public InsolvencyResource after(InsolvencyClaimDeclared declared) {
        return new InsolvencyResource(insolvencyId, accountId, kind, courtReference, effectiveDate, declareBy,
                creditHold, declared.amount(), declared.effectiveDate(), declared.late(), declared.invoices(),
                liftedDate, reason, version, position);
    }

    public InsolvencyResource after(InsolvencyLifted lifted) {
        return new InsolvencyResource(insolvencyId, accountId, kind, courtReference, effectiveDate, declareBy,
                creditHold, declaredAmount, declaredDate, declaredLate, declaredInvoices, lifted.effectiveDate(),
                lifted.reason(), version, position);
    }

    public InsolvencyResource versioned(long version) {
        return new InsolvencyResource(insolvencyId, accountId, kind, courtReference, effectiveDate, declareBy,
                creditHold, declaredAmount, declaredDate, declaredLate, declaredInvoices, liftedDate, reason, version,
                position);
    }

    @Override
    public InsolvencyResource at(long at) {
        return new InsolvencyResource(insolvencyId, accountId, kind, courtReference, effectiveDate, declareBy,
                creditHold, declaredAmount, declaredDate, declaredLate, declaredInvoices, liftedDate, reason, version,
                at);
    }
}
