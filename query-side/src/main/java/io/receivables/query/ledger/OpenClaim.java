package io.receivables.query.ledger;

import io.receivables.events.account.ReceivableClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is open of an instalment or a late charge. Amounts are in minor units.
 *
 * @param instalment zero for a late charge
 * @param total of the whole document; zero where it was not asked for
 * @param net of the whole document, without tax; null where its tax is not known
 */
public record OpenClaim(DocumentType type, String id, int instalment, String accountId,
        ReceivableClass receivableClass, LocalDate due, long amount, long total, @Nullable Long net) {

    /** The net part of an amount of this document, rounded half up; all of it where the tax is not known. */
    public long netOf(long gross) {
        return net == null || net == total
                ? gross
                : BigDecimal.valueOf(gross)
                        .multiply(BigDecimal.valueOf(net))
                        .divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
