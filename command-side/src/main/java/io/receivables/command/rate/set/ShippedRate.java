package io.receivables.command.rate.set;

import io.receivables.events.money.Percentage;
import io.receivables.events.rate.HalfYearRate;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Values of reference rates that ship with the product, each file with its source; see {@code rates/README.md}. */
record ShippedRate(List<HalfYearRate> values, String source) {

    private static final Map<String, String> SOURCES = Map.of(
            "ECB_MRO", "European Central Bank, main refinancing operations, fixed rate (series ECBMRRFR of FRED)",
            "FR_LEGAL_RATE_B2B", "taux de l'intérêt légal, créances entre professionnels, 2nd half-year 2024");

    /** @throws Refusal REFERENCE_RATE_NOT_FOUND when none ships under this name */
    static ShippedRate of(String rate) {
        var source = SOURCES.get(rate);
        if (source == null) {
            throw new Refusal(ProblemCode.REFERENCE_RATE_NOT_FOUND,
                    "no values of " + rate + " are shipped, only of " + SOURCES.keySet().stream().sorted().toList());
        }
        return new ShippedRate(read("/rates/" + rate + ".csv"), source);
    }

    private static List<HalfYearRate> read(String resource) {
        try (var csv = ShippedRate.class.getResourceAsStream(resource)) {
            if (csv == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .skip(1)
                    .map(ShippedRate::value)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First and last day of the half-year, percent. */
    private static HalfYearRate value(String line) {
        var cells = line.split(",");
        return new HalfYearRate(LocalDate.parse(cells[0]), Percentage.of(cells[2]));
    }
}
