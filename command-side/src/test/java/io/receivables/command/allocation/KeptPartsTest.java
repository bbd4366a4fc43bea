package io.receivables.command.allocation;

import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptPartsTest {

    @Test
    void nothingStaysWhenAllIsTaken() {
        assertThat(KeptParts.after(eur("98.00"), List.of(part(1, "98.00", "2.00")))).isEmpty();
    }

    @Test
    void theDiscountStaysInProportion() {
        assertThat(KeptParts.after(eur("49.00"), List.of(part(1, "98.00", "2.00"))))
                .containsExactly(part(1, "49.00", "1.00"));
    }

    @Test
    void theLastInstalmentIsTakenFirst() {
        assertThat(KeptParts.after(eur("50.00"), List.of(part(1, "60.00", "1.00"), part(2, "40.00", "1.00"))))
                .containsExactly(part(1, "50.00", "0.83"));
    }

    @Test
    void aPartOfDiscountAloneStaysWithWhatStands() {
        assertThat(KeptParts.after(eur("10.00"), List.of(part(1, "0.00", "5.00"), part(2, "40.00"))))
                .containsExactly(part(1, "0.00", "5.00"), part(2, "30.00"));
    }
}
