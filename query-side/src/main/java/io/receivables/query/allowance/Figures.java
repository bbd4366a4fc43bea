package io.receivables.query.allowance;

import io.receivables.events.money.Percentage;
import io.receivables.query.allowance.Allowance.Band;
import io.receivables.query.allowance.Allowance.History;
import io.receivables.query.allowance.Allowance.Matrix;
import io.receivables.query.allowance.Allowance.Migration;
import io.receivables.query.allowance.Allowance.Specific;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Works amounts of the allowance out. Each bucket is rounded half up, once, and the total is the sum of what is shown. */
record Figures(Currency currency) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final String FORMULA = "rate = migration to the next bucket x ... x migration to the last one x loss;"
            + " a migration is what was still open after growing into the next bucket / what had been open";

    List<Band> bands(List<Piece> pieces, Bands bands, List<? extends @Nullable BigDecimal> rates, BigDecimal forward) {
        var lines = new ArrayList<Band>();
        for (int i = 0; i < bands.count(); i++) {
            int band = i;
            var its = pieces.stream().filter(piece -> piece.band() == band).toList();
            var rate = rates.get(band);
            var applied = rate == null ? null : ahead(rate, forward);
            lines.add(
                    new Band(bands.label(band), sum(its, Piece::gross), sum(its, piece -> piece.gross() - piece.net()),
                            sum(its, Piece::secured), sum(its, Piece::base), rate == null ? null : plain(rate),
                            applied == null ? null : plain(applied), allowance(its, applied)));
        }
        return List.copyOf(lines);
    }

    /** Where nothing can be lost, nothing is expected to be, whatever the rate. */
    private @Nullable String allowance(List<Piece> pieces, @Nullable BigDecimal rate) {
        var base = BigDecimal.valueOf(pieces.stream().mapToLong(Piece::base).sum());
        if (rate == null) {
            return base.signum() == 0 ? text(BigDecimal.ZERO) : null;
        }
        return text(base.multiply(rate).movePointLeft(2).setScale(0, RoundingMode.HALF_UP));
    }

    private static BigDecimal ahead(BigDecimal rate, BigDecimal forward) {
        return rate.multiply(ALL.add(forward)).movePointLeft(2).min(ALL);
    }

    Specific specific(List<Piece> doubtful, Percentage percent) {
        return new Specific(sum(doubtful, Piece::gross), sum(doubtful, piece -> piece.gross() - piece.net()),
                sum(doubtful, Piece::secured), sum(doubtful, Piece::base), percent.toString(),
                text(BigDecimal.valueOf(doubtful.stream().mapToLong(Piece::base).sum())
                        .multiply(percent.value())
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.HALF_UP)));
    }

    History history(LossHistory history, Bands bands, int months, Segments.Key key, @Nullable Percentage lastLoss) {
        var migrations = new ArrayList<Migration>();
        for (int i = 0; i < history.steps().size(); i++) {
            var step = history.steps().get(i);
            var rate = step.rate();
            migrations.add(new Migration(bands.label(i), i == bands.last() ? "loss" : bands.label(i + 1),
                    text(step.base()), text(step.moved()),
                    rate == null ? null : plain(rate.movePointRight(2).setScale(6, RoundingMode.HALF_UP))));
        }
        return new History(history.from(), history.to(), months, key.receivableClass(), FORMULA,
                lastLoss == null ? null : lastLoss.toString(), List.copyOf(migrations));
    }

    String base(List<Piece> pieces) {
        return sum(pieces, Piece::base);
    }

    /** Null where one of them is not known. */
    @Nullable
    String sum(List<Band> bands) {
        return add(bands.stream().map(Band::allowance).toList());
    }

    @Nullable
    String total(List<Matrix> matrices, Specific doubtful) {
        var parts = new ArrayList<@Nullable String>();
        matrices.forEach(matrix -> parts.add(matrix.allowance()));
        parts.add(doubtful.allowance());
        return add(parts);
    }

    private @Nullable String add(List<? extends @Nullable String> amounts) {
        var sum = new BigDecimal(text(BigDecimal.ZERO));
        for (var amount : amounts) {
            if (amount == null) {
                return null;
            }
            sum = sum.add(new BigDecimal(amount));
        }
        return sum.toPlainString();
    }

    private String sum(List<Piece> pieces, ToLongFunction<Piece> of) {
        return text(BigDecimal.valueOf(pieces.stream().mapToLong(of).sum()));
    }

    private static String plain(BigDecimal rate) {
        var stripped = rate.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    String text(BigDecimal minorUnits) {
        int digits = currency.getDefaultFractionDigits();
        return minorUnits.movePointLeft(digits).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
