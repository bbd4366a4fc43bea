package io.receivables.query.page;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.agedbalance.AgedBalance;
import io.receivables.query.agedbalance.AgedBalance.Figures;
import io.receivables.query.agedbalance.AgedBalance.Row;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.Progress;
import io.receivables.query.page.AgedBalanceSheet.Column;
import io.receivables.query.page.AgedBalanceSheet.Line;
import io.receivables.query.page.AgedBalanceSheet.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Reads all that the page of the aged balance shows from one state of the books. */
@Service
@SnapshotRead
class ReadAgedBalance {

    private final GetAgedBalance agedBalance;
    private final AsOfResolver resolver;
    private final Progress progress;
    private final Books books;

    ReadAgedBalance(GetAgedBalance agedBalance, AsOfResolver resolver, Progress progress, Books books) {
        this.agedBalance = agedBalance;
        this.resolver = resolver;
        this.progress = progress;
        this.books = books;
    }

    AgedBalanceSheet handle(AgedBalanceForm form, LegalEntityResource entity) {
        var answer = agedBalance.handle(form.request());
        var links = new Links(form.viewpoint());
        var total = answer.totals();
        var aged = aged(total);
        var gross = Shares.sum(aged);
        var columns = IntStream.range(0, aged.size())
                .mapToObj(i -> column(Buckets.of(answer.edges()).labels().get(i), aged.get(i), gross,
                        Shares.shade(i, aged.size())))
                .toList();
        var largest = answer.rows()
                .stream()
                .map(row -> Shares.sum(aged(row.figures())))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        var today = resolver.todayOf(new LegalEntityId(answer.legalEntity()));
        boolean empty = answer.rows().isEmpty();
        return new AgedBalanceSheet(answer.legalEntity(), entity.name(), answer.currency(), answer.asAt(),
                Knowledge.of(answer.asKnown(), progress.now()), answer.asAt().isAfter(today),
                answer.view(),
                answer.edgesPolicyVersion(), columns,
                summary(answer, aged, gross), !Amount.of(total.charges()).zero(),
                answer.rows().stream().map(row -> line(row, links, largest)).toList(),
                empty ? books.openDays(answer.legalEntity(), answer.currency()) : List.of(),
                answer.nextCursor() == null ? null : form.with("after", answer.nextCursor()),
                form.after() == null ? null : form.with("after", null),
                monthEnd(answer.asAt().withDayOfMonth(1).minusDays(1)), monthEnd(answer.asAt().plusDays(1)));
    }

    private static Column column(String days, String total, BigDecimal gross, String shade) {
        var share = Shares.percent(new BigDecimal(total), gross).setScale(1, RoundingMode.HALF_UP).toPlainString();
        return new Column(days, Amount.of(total), share, Amount.of(share).text(), shade);
    }

    private static Summary summary(AgedBalance answer, List<String> aged, BigDecimal gross) {
        var total = answer.totals();
        return new Summary(Amount.of(total.balance()),
                Amount.of(Shares.sum(total.buckets()).toPlainString()), Amount.of(total.unapplied()),
                Amount.of(total.disputed()), Amount.of(total.doubtful()), Amount.of(total.factored()),
                Amount.of(total.charges()),
                Amount.of(answer.unidentified()),
                Amount.of(answer.control().movements()), answer.control().ties(), Shares.bar(aged, gross));
    }

    /** A row of customers leads to the customer's accounts: their id is not an account's. */
    private static Line line(Row row, Links links, BigDecimal largest) {
        var figures = row.figures();
        var id = row.accountId() == null ? row.customerId() : row.accountId();
        return new Line(id, row.name(), row.accountId() == null ? links.customer(id) : links.account(id),
                aged(figures).stream().map(Amount::of).toList(), Amount.of(figures.unapplied()),
                Amount.of(figures.balance()), Amount.of(figures.disputed()), Amount.of(figures.charges()),
                row.oldestDueDate(), Shares.bar(aged(figures), largest));
    }

    private static List<String> aged(Figures figures) {
        var aged = new ArrayList<String>();
        aged.add(figures.notDue());
        aged.addAll(figures.buckets());
        return List.copyOf(aged);
    }

    private static LocalDate monthEnd(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }
}
