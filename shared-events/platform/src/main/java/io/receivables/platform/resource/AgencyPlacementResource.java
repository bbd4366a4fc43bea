package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPaymentReported;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.account.AgencyPlacementMade;
import io.receivables.events.account.AgencyPlacementRecalled;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims that a collection agency works on.
 *
 * @param items as they were placed; one that was recalled says when
 * @param collected the payments that the agency has reported
 * @param fees what it charges for them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgencyPlacementResource(AgencyPlacementId placementId, AccountId accountId, String agency,
        Status status, Money amount, List<PlacedItem> items, @Nullable Percentage feePercent, Money collected,
        Money fees, List<ReportedPayment> payments, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    /** Whether the agency still has something of it. */
    public enum Status {
        PLACED,
        RECALLED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlacedItem(InvoiceId invoiceId, int instalment, Money amount, @Nullable LocalDate recalledDate,
            @Nullable String reason) {

        public boolean isPlaced() {
            return recalledDate == null;
        }

        public ClaimItem claim() {
            return new ClaimItem(invoiceId, instalment, amount);
        }
    }

    /** A payment that the agency has collected. */
    public record ReportedPayment(PaymentId paymentId, Money amount, Money fee, LocalDate effectiveDate) {}

    public static AgencyPlacementResource of(AgencyPlacementMade made) {
        var zero = Money.zero(made.items().getFirst().amount().currency());
        return new AgencyPlacementResource(made.placementId(), made.accountId(), made.agency(), Status.PLACED,
                ClaimItem.total(made.items()),
                made.items()
                        .stream()
                        .map(item -> new PlacedItem(item.invoiceId(), item.instalment(), item.amount(), null, null))
                        .toList(),
                made.feePercent(), zero, zero, List.of(), made.effectiveDate(), 0, null);
    }

    /** What the agency still has. */
    public List<ClaimItem> placed() {
        return items.stream().filter(PlacedItem::isPlaced).map(PlacedItem::claim).toList();
    }

    public AgencyPlacementResource after(AgencyPlacementRecalled recalled) {
        var left = items.stream()
                .map(item -> item.isPlaced() && recalled.items().contains(item.claim())
                        ? new PlacedItem(item.invoiceId(), item.instalment(), item.amount(), recalled.effectiveDate(),
                                recalled.reason())
                        : item)
                .toList();
        var now = left.stream().anyMatch(PlacedItem::isPlaced) ? Status.PLACED : Status.RECALLED;
        return new AgencyPlacementResource(placementId, accountId, agency, now, amount, left, feePercent, collected,
                fees, payments, effectiveDate, version, position);
    }

    public AgencyPlacementResource after(AgencyPaymentReported reported) {
        var all = Stream.concat(payments.stream(), Stream.of(new ReportedPayment(reported.paymentId(),
                reported.amount(), reported.fee(), reported.effectiveDate()))).toList();
        return new AgencyPlacementResource(placementId, accountId, agency, status, amount, items, feePercent,
                collected.plus(reported.amount()), fees.plus(reported.fee()), all, effectiveDate, version, position);
    }

    public AgencyPlacementResource versioned(long version) {
        return new AgencyPlacementResource(placementId, accountId, agency, status, amount, items, feePercent,
                collected, fees, payments, effectiveDate, version, position);
    }

    @Override
    public AgencyPlacementResource at(long at) {
        return new AgencyPlacementResource(placementId, accountId, agency, status, amount, items, feePercent,
                collected, fees, payments, effectiveDate, version, at);
    }
}
