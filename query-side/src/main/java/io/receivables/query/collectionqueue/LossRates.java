package io.receivables.query.collectionqueue;

import static java.util.stream.Collectors.joining;

import io.receivables.events.money.Money;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.collectionqueue.QueueItem.Reason;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of what is overdue is expected to be lost, by its age and the customer's class of risk. An amount times its rate,
 * half up for each age of an account, is the value at risk.
 *
 * @param own by the id of the legal entity; one that is left out has the illustrative ones
 */
record LossRates(Map<String, Bands> own) {

    /**
     * @param firstDays the first day past due of each band, rising from 1
     * @param percents as many, for each class of risk
     */
    record Bands(List<Integer> firstDays, Map<RiskClass, List<BigDecimal>> percents) {

        /** The same for every class of risk. */
        static Bands of(List<Integer> firstDays, List<BigDecimal> percents) {
            var same = new LinkedHashMap<RiskClass, List<BigDecimal>>();
            for (var risk : RiskClass.values()) {
                same.put(risk, percents);
            }
            return new Bands(firstDays, same);
        }

        boolean askForRisk() {
            return percents.values().stream().distinct().count() > 1;
        }

        /** Such as 1-30 or >90. */
        private String days(int band) {
            return band == firstDays.size()
                    ? ">" + (firstDays.get(band - 1) - 1)
                    : firstDays.get(band - 1) + "-" + (firstDays.get(band) - 1);
        }

        private boolean contains(int band, int day) {
            return firstDays.get(band) <= day && (band + 1 == firstDays.size() || day < firstDays.get(band + 1));
        }

        private String edgesSql() {
            return firstDays.stream().map(String::valueOf).collect(joining(",", "array[", "]"));
        }

        private String percentsSql() {
            if (!askForRisk()) {
                return sql(percents.values().iterator().next());
            }
            return percents.entrySet()
                    .stream()
                    .map(of -> "when '" + of.getKey() + "' then " + sql(of.getValue()))
                    .collect(joining(" ", "case coalesce(risk, 'NOT_ENOUGH_HISTORY') ", " end"));
        }

        private static String sql(List<BigDecimal> percents) {
            return percents.stream().map(BigDecimal::toPlainString).collect(joining(",", "array[", "]::numeric[]"));
        }
    }

    /** IFRS 9, illustrative example 12: a matrix by age. */
    static final Bands ILLUSTRATIVE = Bands.of(List.of(1, 31, 61, 91),
            List.of(new BigDecimal("1.6"), new BigDecimal("3.6"), new BigDecimal("6.6"), new BigDecimal("10.6")));

    /** Whether a rate depends on the customer's class of risk. */
    boolean askForRisk() {
        return own.values().stream().anyMatch(Bands::askForRisk);
    }

    /** The first days of the bands of all legal entities, rising: figures are summed between them. */
    List<Integer> allFirstDays() {
        return Stream.concat(Stream.of(ILLUSTRATIVE), own.values().stream())
                .flatMap(bands -> bands.firstDays().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The value at risk of an account, over its sums {@code b0}, {@code b1} … from one of these days to the next. */
    String atRisk(String column) {
        return choice(column, this::atRisk);
    }

    private String atRisk(Bands bands) {
        var days = allFirstDays();
        return IntStream.range(0, bands.firstDays().size())
                .mapToObj(band -> "round((%s) * (%s)[%d] / 100)".formatted(IntStream.range(0, days.size())
                        .filter(no -> bands.contains(band, days.get(no)))
                        .mapToObj(no -> "b" + no)
                        .collect(joining(" + ")), bands.percentsSql(), band + 1))
                .collect(joining(" + "));
    }

    /** An array of the first days of the bands of the legal entity {@code column}. */
    String edges(String column) {
        return choice(column, Bands::edgesSql);
    }

    /** An array of their rates for the class of risk {@code risk}. */
    String percents(String column) {
        return choice(column, Bands::percentsSql);
    }

    private String choice(String column, Function<Bands, String> sql) {
        if (own.isEmpty()) {
            return sql.apply(ILLUSTRATIVE);
        }
        var cases = new StringBuilder("case ").append(column);
        int no = 0;
        for (var bands : own.values()) {
            cases.append(" when :ratesOf").append(no++).append(" then ").append(sql.apply(bands));
        }
        return cases.append(" else ").append(sql.apply(ILLUSTRATIVE)).append(" end").toString();
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        int no = 0;
        for (var entity : own.keySet()) {
            parameters.put("ratesOf" + no++, entity);
        }
        return parameters;
    }

    /** Why a band adds what it adds to the value at risk. */
    Reason reason(String legalEntity, RiskClass risk, int band, Money open, Money loss) {
        var bands = own.getOrDefault(legalEntity, ILLUSTRATIVE);
        var percent = bands.percents().getOrDefault(risk, List.of()).get(band - 1);
        return new Reason("EXPECTED_LOSS", loss.amount().toPlainString(), open + " " + bands.days(band)
                + " days past due, of which " + percent.toPlainString() + " % is expected to be lost: " + loss);
    }
}
