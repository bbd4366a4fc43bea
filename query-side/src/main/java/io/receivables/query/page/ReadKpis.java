package io.receivables.query.page;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.allowance.Allowance;
import io.receivables.query.allowance.Allowance.History;
import io.receivables.query.allowance.Allowance.Matrix;
import io.receivables.query.allowance.GetAllowance;
import io.receivables.query.cashforecast.CashForecast;
import io.receivables.query.cashforecast.GetCashForecast;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.kpi.GetKpiTrend;
import io.receivables.query.kpi.GetKpis;
import io.receivables.query.kpi.Kpi;
import io.receivables.query.kpi.KpiAnswer;
import io.receivables.query.kpi.KpiTrend;
import io.receivables.query.ledger.Progress;
import io.receivables.query.page.KpiSheet.AllowanceSheet;
import io.receivables.query.page.KpiSheet.BackTestLine;
import io.receivables.query.page.KpiSheet.BandLine;
import io.receivables.query.page.KpiSheet.ForecastSheet;
import io.receivables.query.page.KpiSheet.InputLine;
import io.receivables.query.page.KpiSheet.KpiLine;
import io.receivables.query.page.KpiSheet.MatrixLines;
import io.receivables.query.page.KpiSheet.MonthLine;
import io.receivables.query.page.KpiSheet.StepLine;
import io.receivables.query.page.KpiSheet.Trend;
import io.receivables.query.page.KpiSheet.TrendLine;
import io.receivables.query.page.KpiSheet.WeekLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads all that the page of key figures shows from one state of the books. */
@Service
@SnapshotRead
class ReadKpis {

    private static final BigDecimal WIDTH = BigDecimal.valueOf(600);
    private static final BigDecimal HEIGHT = BigDecimal.valueOf(120);

    private final GetKpis kpis;
    private final GetKpiTrend trend;
    private final GetAllowance allowance;
    private final GetCashForecast forecast;
    private final AsOfResolver resolver;
    private final Progress progress;

    ReadKpis(GetKpis kpis, GetKpiTrend trend, GetAllowance allowance, GetCashForecast forecast, AsOfResolver resolver,
            Progress progress) {
        this.kpis = kpis;
        this.trend = trend;
        this.allowance = allowance;
        this.forecast = forecast;
        this.resolver = resolver;
        this.progress = progress;
    }

    KpiSheet handle(KpiForm form, LegalEntityResource entity) {
        var answer = kpis.handle(form.kpis());
        var today = resolver.todayOf(new LegalEntityId(answer.legalEntity()));
        return new KpiSheet(answer.legalEntity(), entity.name(), answer.currency(), answer.asAt(),
                Knowledge.of(answer.asKnown(), progress.now()), answer.asAt().isAfter(today), answer.period().from(),
                answer.period().days(), answer.inputs().ties(), figures(answer.kpis()),
                answer.inputs().salesByMonth().stream().map(ReadKpis::month).toList(),
                trend(trend.handle(form.trend()).items()), allowance(allowance.handle(form.allowance())),
                forecast(forecast.handle(form.forecast())));
    }

    private static List<KpiLine> figures(KpiAnswer.Kpis it) {
        return List.of(line("dsoSimple", it.dsoSimple()), line("dsoCountback", it.dsoCountback()),
                line("dsoBestPossible", it.dsoBestPossible()),
                line("averageDaysDelinquent", it.averageDaysDelinquent()),
                line("collectionEffectiveness", it.collectionEffectiveness()), line("turnover", it.turnover()),
                line("turnoverOfEnds", it.turnoverOfEnds()), line("turnoverDays", it.turnoverDays()),
                line("averageDaysToPay", it.averageDaysToPay()), line("averageDaysLate", it.averageDaysLate()),
                line("shareOnTime", it.shareOnTime()), line("overdueShare", it.overdueShare()),
                line("badDebtShare", it.badDebtShare()), line("disputeShare", it.disputeShare()));
    }

    private static KpiLine line(String name, Kpi kpi) {
        return new KpiLine(name, amount(kpi.value()), kpi.unit().name(), kpi.reason(),
                kpi.inputs()
                        .entrySet()
                        .stream()
                        .map(input -> new InputLine(input.getKey(), Amount.of(input.getValue())))
                        .toList());
    }

    private static MonthLine month(KpiAnswer.Month it) {
        return new MonthLine(it.from(), it.to(), it.days(), Amount.of(it.sales()), amount(it.countedDays()));
    }

    private static Trend trend(List<KpiTrend> points) {
        var highest = points.stream()
                .map(KpiTrend::dsoSimple)
                .flatMap(Stream::ofNullable)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Trend(path(points, highest), Amount.of(highest.toPlainString()),
                points.stream().map(ReadKpis::line).toList());
    }

    private static TrendLine line(KpiTrend it) {
        var figures = new ArrayList<@Nullable Amount>();
        figures.add(amount(it.dsoSimple()));
        figures.add(amount(it.dsoCountback()));
        figures.add(amount(it.averageDaysDelinquent()));
        figures.add(amount(it.collectionEffectiveness()));
        figures.add(amount(it.averageDaysLate()));
        figures.add(amount(it.overdueShare()));
        return new TrendLine(it.asAt(), Amount.of(it.receivables()), Amount.of(it.netSales()), figures);
    }

    /** A line through the days of sales; a date without a figure is passed over. */
    private static String path(List<KpiTrend> points, BigDecimal highest) {
        var path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            var dso = points.get(i).dsoSimple();
            if (dso != null && points.size() > 1 && highest.signum() > 0) {
                var x = WIDTH.multiply(BigDecimal.valueOf(i))
                        .divide(BigDecimal.valueOf(points.size() - 1L), 1, RoundingMode.HALF_UP);
                var y = HEIGHT.subtract(HEIGHT.multiply(new BigDecimal(dso)).divide(highest, 1, RoundingMode.HALF_UP));
                path.append(path.isEmpty() ? "M" : " L").append(x).append(' ').append(y);
            }
        }
        return path.toString();
    }

    private static AllowanceSheet allowance(Allowance it) {
        var doubtful = it.doubtful();
        return new AllowanceSheet(amount(it.allowance()), it.policyVersion(), it.source(), it.forwardLookingPercent(),
                it.control().ties(), it.matrices().stream().map(ReadKpis::matrix).toList(),
                Stream.of(doubtful.gross(), doubtful.tax(), doubtful.secured(), doubtful.base(), doubtful.allowance())
                        .map(Amount::of)
                        .toList(),
                doubtful.percent());
    }

    private static MatrixLines matrix(Matrix it) {
        return new MatrixLines(it.receivableClass() == null ? null : it.receivableClass().name(),
                it.riskClass() == null ? null : it.riskClass().name(), it.ratesFrom().name(),
                it.bands()
                        .stream()
                        .map(band -> new BandLine(days(band.band()), Amount.of(band.gross()), Amount.of(band.tax()),
                                Amount.of(band.secured()), Amount.of(band.base()), amount(band.appliedRate()),
                                amount(band.allowance())))
                        .toList(),
                amount(it.allowance()), it.history() == null ? List.of() : steps(it.history()));
    }

    private static List<StepLine> steps(History history) {
        return history.migrations()
                .stream()
                .map(step -> new StepLine(days(step.from()), days(step.to()), Amount.of(step.base()),
                        Amount.of(step.moved()), amount(step.rate())))
                .toList();
    }

    private static String days(String band) {
        return band.equals("notDue") ? "" : band.replace('-', '\u2013').replace(">", ">\u202f");
    }

    private static ForecastSheet forecast(CashForecast it) {
        var largest = it.weeks()
                .stream()
                .map(week -> new BigDecimal(week.expected()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new ForecastSheet(it.weeks()
                .stream()
                .map(week -> new WeekLine(week.from(), week.to(), Amount.of(week.expected()),
                        Shares.bar(List.of(week.expected()), largest)))
                .toList(), Amount.of(it.later()), Amount.of(it.unscheduled().pastExpected()),
                Amount.of(it.unscheduled().doubtful()), Amount.of(it.unscheduled().disputed()), Amount.of(it.open()),
                amount(it.averageDaysLate()),
                it.control().ties(),
                new BackTestLine(it.backTest().madeAt(), amount(it.backTest().expected()),
                        Amount.of(it.backTest().receivedOfForecast()), amount(it.backTest().deviationPercent())));
    }

    private static @Nullable Amount amount(@Nullable String value) {
        return value == null ? null : Amount.of(value);
    }
}
