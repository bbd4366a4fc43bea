package io.receivables.query.page;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.period.ControlTotal;
import io.receivables.platform.resource.PeriodResource.Status;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.period.GetPeriods;
import io.receivables.query.period.Period;
import io.receivables.query.period.Period.LateFact;
import io.receivables.query.period.Period.Reconciliation;
import io.receivables.query.period.Period.Signature;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the months that the reader may see. */
@Service
@SnapshotRead
class ReadPeriods {

    private final Cuts cuts;
    private final GetPeriods periods;

    ReadPeriods(Cuts cuts, GetPeriods periods) {
        this.cuts = cuts;
        this.periods = periods;
    }

    record Sheet(Cut cut, List<MonthLine> lines, @Nullable String nextCursor) {}

    /**
     * A month by its latest sign-off.
     *
     * @param lateFacts grouped for the eye
     */
    record MonthLine(String legalEntity, String period, boolean closed, String link, SignatureLine latest,
            String lateFacts, boolean anyLate) {}

    /** A sign-off. */
    record SignatureLine(int signOff, String signedBy, String reason, LocalDate signedDate, String positionText,
            List<TotalLine> totals, boolean ties, Period.@Nullable Reopening reopened) {}

    /** @param books the aged balance that was signed, in this currency */
    record TotalLine(String currency, Amount invoices, Amount charges, Amount unapplied, Amount balance,
            Amount unidentified, String books) {}

    record MonthSheet(Cut cut, String legalEntity, String period, boolean closed, List<SignatureLine> signOffs,
            List<ReconciliationLine> reconciliation, List<LateLine> lateFacts, @Nullable String nextCursor) {}

    record ReconciliationLine(String currency, Amount signedOff, Amount lateFacts, Amount now) {}

    /** @param link the page of the thing that it is about, if there is one */
    record LateLine(long position, String positionText, LocalDate effectiveDate, LocalDate accountingDate,
            String recordedAt, String type, String what, String streamId, @Nullable String link, @Nullable String who,
            String currency, Amount effect, String eventLink) {}

    Sheet all(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = periods.all(null, request.asKnown(), new Paging(null, after));
        return new Sheet(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    MonthSheet one(LegalEntityId entity, YearMonth month, Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var period = periods.one(entity, month, request.asKnown());
        var late = periods.lateFacts(entity, month, null, request.asKnown(), new Paging(null, after));
        return new MonthSheet(cuts.of(request), entity.value(), month.toString(), period.status() == Status.CLOSED,
                period.signOffs().reversed().stream().map(it -> signature(it, period, links)).toList(),
                period.reconciliation().stream().map(ReadPeriods::line).toList(),
                late.items().stream().map(it -> line(it, links)).toList(), late.nextCursor());
    }

    private static MonthLine line(Period it, Links links) {
        return new MonthLine(it.legalEntity().value(), it.period().toString(), it.status() == Status.CLOSED,
                links.period(it.legalEntity().value(), it.period().toString()),
                signature(it.signOffs().getLast(), it, links), Amount.grouped(Long.toString(it.lateFacts())),
                it.lateFacts() > 0);
    }

    private static SignatureLine signature(Signature it, Period period, Links links) {
        var books = new Links(links.viewpoint()
                .signed(period.period().atEndOfMonth(),
                        "signoff:" + it.asKnown().signOff()));
        return new SignatureLine(it.signOff(), it.signedBy(), it.reason(), it.signedDate(),
                Amount.grouped(Long.toString(it.asKnown().position())),
                it.totals().stream().map(total -> line(total, period.legalEntity(), books)).toList(), it.ties(),
                it.reopened());
    }

    private static TotalLine line(ControlTotal it, LegalEntityId entity, Links books) {
        var currency = it.balance().currency().getCurrencyCode();
        return new TotalLine(currency, Amount.of(it.invoices()), Amount.of(it.charges()), Amount.of(it.unapplied()),
                Amount.of(it.balance()), Amount.of(it.unidentified()), books.agedBalance(entity.value(), currency));
    }

    private static ReconciliationLine line(Reconciliation it) {
        return new ReconciliationLine(it.now().currency().getCurrencyCode(), Amount.of(it.signedOff()),
                Amount.of(it.lateFacts()), Amount.of(it.now()));
    }

    private static LateLine line(LateFact it, Links links) {
        return new LateLine(it.position(), Amount.grouped(Long.toString(it.position())), it.effectiveDate(),
                it.accountingDate(), Knowledge.time(it.recordedAt()), it.type(), FactLine.words(it.type()),
                it.streamId(), links.stream(it.streamType(), it.streamId()), it.who(),
                it.effect().currency().getCurrencyCode(), Amount.of(it.effect()), links.event(it.position()));
    }
}
