package io.receivables.query.page;

import io.receivables.events.charge.AppliedReference;
import io.receivables.events.charge.ChargeCalculation;
import io.receivables.events.charge.InterestPeriod;
import io.receivables.events.money.Percentage;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.platform.resource.LateChargeResource;
import io.receivables.query.latecharge.GetLateCharge;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.page.InvoiceSheet.ChargeLine;
import io.receivables.query.page.InvoiceSheet.PeriodLine;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the late charges of an invoice for its page, with how each came about. */
@Component
class ReadCharges {

    /** Cents would hide that interest is rounded once, at the claim. */
    private static final int SHOWN_DECIMALS = 6;

    private final GetLateCharge charge;

    ReadCharges(GetLateCharge charge) {
        this.charge = charge;
    }

    List<ChargeLine> of(InvoiceResource invoice, AsOf asOf) {
        var ids = invoice.lateCharges().stream().map(it -> it.chargeId()).toList();
        return charge.handle(ids, asOf).stream().map(ReadCharges::line).toList();
    }

    private static ChargeLine line(LateChargeResource it) {
        var calculation = it.calculation();
        return new ChargeLine(it.chargeId().value(), it.kind().name(), it.dueDate(), Amount.of(it.amount()),
                Amount.of(it.amountDue()), it.policyVersion(), calculation == null ? null : calculation.source(),
                periods(calculation));
    }

    private static List<PeriodLine> periods(@Nullable ChargeCalculation calculation) {
        return calculation == null ? List.of() : calculation.periods().stream().map(ReadCharges::line).toList();
    }

    private static PeriodLine line(InterestPeriod it) {
        return new PeriodLine(it.instalment(), it.start(), it.end(), it.days(), Amount.of(it.base()),
                Amount.of(it.annualPercent().toString()).text(),
                it.interest().setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).toPlainString(),
                it.reference() == null ? null : words(it.reference()),
                it.disputed() == null ? null : Amount.of(it.disputed()));
    }

    private static String words(AppliedReference it) {
        return it.rate() + " " + it.halfYear() + ": " + percent(it.percent()) + " (" + it.source() + ")";
    }

    private static String percent(Percentage it) {
        return it + " %";
    }
}
