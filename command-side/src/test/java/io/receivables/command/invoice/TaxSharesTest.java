package io.receivables.command.invoice;

import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issuedWithTax;
import static io.receivables.command.testing.Fixtures.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxSharesTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void theTaxIsThatOfTheInvoiceTimesUnpaidOverTotal() {
        var whole = TaxShares.of(issuedWithTax().lines());
        assertThat(TaxShares.split(eur("655.00"), whole, eur("0.00"), whole, false))
                .containsExactly(share("20.00", "500.00", "100.00"), share("10.00", "50.00", "5.00"));
    }

    @Test
    void linesOfOneRateAreOne() {
        var line = new InvoiceLine("a", eur("10.00"), Percentage.of("20"), eur("2.00"));
        var same = new InvoiceLine("b", eur("5.00"), Percentage.of("20.00"), eur("1.00"));
        assertThat(TaxShares.of(List.of(line, same))).containsExactly(share("20", "15.00", "3.00"));
        assertThat(TaxShares.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261125})
    void partByPartNothingIsLostAndNothingIsTooMuch(long seed) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var whole = TaxShares.of(randomLines(random));
            var total = gross(whole);
            var left = whole;
            var open = total;
            while (open.isPositive()) {
                var part = random.nextInt(3) == 0
                        ? open
                        : Money.ofMinorUnits(1 + random.nextLong(open.minorUnits()), EUR);
                var shares = TaxShares.split(part, whole, eur("0.00"), left, part.equals(open));
                assertThat(gross(shares)).as("seed %s, %s of %s", seed, part, whole).isEqualTo(part);
                left = TaxShares.minus(left, shares);
                assertThat(left).as("seed %s, %s of %s", seed, part, whole)
                        .allSatisfy(share -> assertThat(share.tax().isNegative()).isFalse());
                open = open.minus(part);
            }
            assertThat(TaxShare.taxOf(left, EUR)).isEqualTo(eur("0.00"));
        }
    }

    private static List<InvoiceLine> randomLines(Random random) {
        var rates = List.of("20.00", "10.00", "5.50", "2.10", "0.00");
        var lines = new ArrayList<InvoiceLine>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            var rate = Percentage.of(rates.get(random.nextInt(rates.size())));
            var net = Money.ofMinorUnits(1 + random.nextInt(100_000), EUR);
            lines.add(new InvoiceLine("x", net, rate, net.percentageRoundedHalfUp(rate)));
        }
        return lines;
    }

    private static Money gross(List<TaxShare> shares) {
        return TaxShare.netOf(shares, EUR).plus(TaxShare.taxOf(shares, EUR));
    }
}
