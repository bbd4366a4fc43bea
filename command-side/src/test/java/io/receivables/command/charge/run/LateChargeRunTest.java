package io.receivables.command.charge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.charge.ChargePlan;
import io.receivables.command.charge.run.LateChargeRun.Claimed;
import io.receivables.command.charge.run.LateChargeRun.Counts;
import io.receivables.command.charge.run.LateChargeRun.Skipped;
import io.receivables.events.account.AccountId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run answers when its parts are put together. */
class LateChargeRunTest {

    private static final Claimed CHARGE = new Claimed(null, new InvoiceId("I"), new AccountId("C"), ChargeKind.INTEREST,
            Money.of("1.00", "EUR"), 1, null, null);
    private static final Skipped SKIPPED = new Skipped(new InvoiceId("I"), new AccountId("C"), ChargeKind.INTEREST,
            ChargePlan.Reason.WITHIN_GRACE, "1 day");

    @Test
    void allIsCountedAndTheFirstOfEachAreListed() {
        var run = part(600, 10).with(part(600, 5)).with(part(1, 0));
        assertThat(run.charges()).hasSize(LateChargeRun.MOST);
        assertThat(run.skipped()).hasSize(15);
        assertThat(run.counts()).isEqualTo(new Counts(1201, 0, 15));
        assertThat(run.invoices()).isEqualTo(30);
    }

    private static LateChargeRun part(int charges, int skipped) {
        return new LateChargeRun(new LegalEntityId("FR01"), LocalDate.of(2026, 3, 1), false, false, 1, 10,
                new Counts(charges, 0, skipped), Collections.nCopies(charges, CHARGE), List.of(),
                Collections.nCopies(skipped, SKIPPED), null, 1, null);
    }
}
