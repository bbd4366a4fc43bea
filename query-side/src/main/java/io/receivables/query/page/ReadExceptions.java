package io.receivables.query.page;

import io.receivables.query.audit.exceptions.ExceptionReport.Total;
import io.receivables.query.audit.exceptions.ExceptionsRequest;
import io.receivables.query.audit.exceptions.GetExceptions;
import io.receivables.query.audit.exceptions.ReportedException;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.Progress;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the report of exceptions. */
@Service
@SnapshotRead
class ReadExceptions {

    private final GetExceptions exceptions;
    private final Progress progress;

    ReadExceptions(GetExceptions exceptions, Progress progress) {
        this.exceptions = exceptions;
        this.progress = progress;
    }

    record Sheet(LocalDate from, LocalDate to, Knowledge knowledge, List<TotalLine> totals, List<Line> lines,
            @Nullable String nextCursor) {}

    /** @param count grouped for the eye */
    record TotalLine(String kind, String count, List<CurrencyAmount> amounts) {}

    record CurrencyAmount(String currency, Amount amount) {}

    /**
     * An exception.
     *
     * @param approvedBy joined; empty where nobody did
     * @param streamLink the page of the thing that it is about, if there is one
     */
    record Line(String kind, long position, String positionText, String eventLink, LocalDate recordedDate,
            LocalDate effectiveDate, long daysLate, String type, String what, @Nullable String accountId,
            @Nullable String accountLink, String streamId, @Nullable String streamLink, @Nullable CurrencyAmount amount,
            @Nullable CurrencyAmount limit, @Nullable Integer facts, @Nullable String requestedBy, String approvedBy,
            @Nullable String who, @Nullable String why) {}

    Sheet handle(ExceptionsRequest request, @Nullable String after, Links links) {
        var report = exceptions.report(request, new Paging(null, after));
        return new Sheet(report.from(), report.to(), Knowledge.of(report.asKnown(), progress.now()),
                report.totals().stream().map(ReadExceptions::line).toList(),
                report.items().stream().map(it -> line(it, links)).toList(), report.nextCursor());
    }

    private static TotalLine line(Total total) {
        return new TotalLine(total.kind().name(), Amount.grouped(Long.toString(total.count())),
                total.amounts()
                        .stream()
                        .map(it -> new CurrencyAmount(it.currency().getCurrencyCode(), Amount.of(it)))
                        .toList());
    }

    private static Line line(ReportedException it, Links links) {
        return new Line(it.kind().name(), it.position(), Amount.grouped(Long.toString(it.position())),
                links.event(it.position()), it.recordedDate(), it.effectiveDate(), it.daysLate(), it.type(),
                FactLine.words(it.type()), it.accountId(),
                it.accountId() == null ? null : links.account(it.accountId()), it.stream().id(),
                links.stream(it.stream().type(), it.stream().id()),
                it.amount() == null
                        ? null
                        : new CurrencyAmount(it.amount().currency().getCurrencyCode(), Amount.of(it.amount())),
                it.limit() == null
                        ? null
                        : new CurrencyAmount(it.limit().currency().getCurrencyCode(), Amount.of(it.limit())),
                it.facts(), it.requestedBy(), String.join(", ", it.approvedBy()), it.who(), it.why());
    }
}
