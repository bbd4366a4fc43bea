package io.receivables.query.invoicedetail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.DisputeStanding;
import io.receivables.platform.resource.DisputeResource;
import io.receivables.platform.resource.EarlyCash;
import io.receivables.platform.resource.InstalmentFigures;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.platform.resource.InvoiceResource.DoubtfulLine;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.Limitations;
import io.receivables.query.ledger.MovementKind;
import io.receivables.query.ledger.PastFact;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invoices from the fact that issued them and the sums of their movements. The twin facts of allocations in the invoice's
 * own history are not used: only the fact that counts makes a cut at any position consistent.
 */
@Component
class InvoiceFigures {

    private final JdbcClient jdbc;
    private final History history;
    private final ChargesOfInvoices charges;
    private final Limitations limitations;

    InvoiceFigures(JdbcClient jdbc, History history, ChargesOfInvoices charges, Limitations limitations) {
        this.jdbc = jdbc;
        this.charges = charges;
        this.history = history;
        this.limitations = limitations;
    }

    /** The invoices in the order of their ids as given. */
    List<InvoiceResource> of(List<String> ids, AsOf asOf) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var facts = history.of("Invoice", ids, asOf);
        var sums = sums(ids, asOf);
        var memos = memos(ids, asOf);
        var charged = charges.of(ids, asOf);
        var lapses = lapses(facts, asOf);
        return ids.stream()
                .map(id -> invoice(Objects.requireNonNull(facts.get(id), "the invoice existed then"),
                        sums.getOrDefault(id, List.of()), memos.getOrDefault(id, Map.of()), asOf)
                        .with(charged.getOrDefault(id, List.of()))
                        .lapsing(lapses.get(id)))
                .toList();
    }

    /** Legal entity by legal entity, for each has a policy of its own. */
    private Map<String, LocalDate> lapses(Map<String, List<PastFact>> facts, AsOf asOf) {
        var lapses = new HashMap<String, LocalDate>();
        facts.entrySet()
                .stream()
                .collect(groupingBy(entry -> entry.getValue().getFirst().legalEntity(),
                        mapping(Map.Entry::getKey, toList())))
                .forEach((entity, ids) -> lapses.putAll(
                        limitations.ofInvoices(new LegalEntityId(entity), ids, asOf)));
        return lapses;
    }

    private static InvoiceResource invoice(List<PastFact> facts, List<Sum> sums, Map<String, Long> memos, AsOf asOf) {
        var issued = (InvoiceIssued) facts.getFirst().event();
        var figures = Stream.concat(
                issued.instalments().stream().map(one -> figures(one, sums, movedOn(one, sums))),
                // What a new instalment begins with has the kind of what later leaves it.
                renewed(facts).map(one -> figures(one, sums, one.amount().plus(movedOn(one, sums))))).toList();
        boolean cancelled = sums.stream().anyMatch(sum -> sum.kind() == MovementKind.CANCELLED);
        return InvoiceResource.of(issued.in(classOf(issued, facts)), figures, paidEarly(issued, facts),
                losses(memos, facts, issued.total().currency(), asOf), cancelled,
                asOf.asAt(), facts.size(), asOf.position());
    }

    /** Changes come in the order of their dates. */
    private static ReceivableClass classOf(InvoiceIssued issued, List<PastFact> facts) {
        return facts.reversed()
                .stream()
                .map(PastFact::event)
                .filter(InvoiceReclassified.class::isInstance)
                .map(event -> ((InvoiceReclassified) event).to())
                .findFirst()
                .orElse(issued.receivableClass());
    }

    private static InvoiceResource.Losses losses(Map<String, Long> memos, List<PastFact> facts,
            Currency currency, AsOf asOf) {
        return new InvoiceResource.Losses(Money.ofMinorUnits(memos.getOrDefault("RECOVERED", 0L), currency),
                Money.ofMinorUnits(memos.getOrDefault("DOUBTFUL", 0L), currency),
                Money.ofMinorUnits(memos.getOrDefault("TAX_RELIEVED", 0L), currency), marks(facts),
                Money.ofMinorUnits(memos.getOrDefault("DISPUTED", 0L), currency), disputes(facts, asOf));
    }

    private static List<DisputeResource> disputes(List<PastFact> facts, AsOf asOf) {
        return DisputeStanding.of(facts.stream().map(PastFact::event))
                .values()
                .stream()
                .map(it -> it.at(asOf.asAt(), facts.size(), null))
                .toList();
    }

    private static List<DoubtfulLine> marks(List<PastFact> facts) {
        var marks = new LinkedHashMap<DoubtfulId, DoubtfulLine>();
        for (var fact : facts) {
            switch (fact.event()) {
                case InvoiceMarkedDoubtful it -> marks.put(it.doubtfulId(), new DoubtfulLine(it.doubtfulId(),
                        it.amount(), it.reason(), it.effectiveDate(), null));
                case DoubtfulReleased it -> marks.computeIfPresent(it.doubtfulId(), (_, mark) -> new DoubtfulLine(
                        mark.doubtfulId(), mark.amount(), mark.reason(), mark.effectiveDate(), it.effectiveDate()));
                default -> {
                    // Says nothing of doubt.
                }
            }
        }
        return List.copyOf(marks.values());
    }

    /** Which day the money of an allocation counts from is told by its twin alone; it is in no balance. */
    private static Money paidEarly(InvoiceIssued issued, List<PastFact> facts) {
        var early = new EarlyCash(issued);
        facts.stream()
                .map(PastFact::event)
                .filter(InvoiceEvent.class::isInstance)
                .map(InvoiceEvent.class::cast)
                .forEach(early::evolve);
        return early.last();
    }

    /** The instalments that what was open has moved to. */
    private static Stream<Instalment> renewed(List<PastFact> facts) {
        return facts.stream()
                .map(PastFact::event)
                .filter(InvoiceRescheduled.class::isInstance)
                .flatMap(event -> ((InvoiceRescheduled) event).instalments().stream());
    }

    private static InstalmentFigures figures(Instalment instalment, List<Sum> sums, Money rescheduled) {
        return new InstalmentFigures(instalment,
                fallen(instalment, sums, MovementKind.CASH)
                        .plus(fallen(instalment, sums, MovementKind.PAID_TO_FACTOR)),
                fallen(instalment, sums, MovementKind.CREDIT), fallen(instalment, sums, MovementKind.DISCOUNT),
                fallen(instalment, sums, MovementKind.WRITE_OFF), fallen(instalment, sums, MovementKind.CANCELLED),
                rescheduled, fallen(instalment, sums, MovementKind.SMALL_DIFFERENCE),
                fallen(instalment, sums, MovementKind.FACTORED));
    }

    private static Money movedOn(Instalment instalment, List<Sum> sums) {
        return fallen(instalment, sums, MovementKind.RESCHEDULED);
    }

    /** What the open amount fell by: movements that lower it are below zero. */
    private static Money fallen(Instalment instalment, List<Sum> sums, MovementKind kind) {
        long moved = sums.stream()
                .filter(sum -> sum.instalment() == instalment.no() && sum.kind() == kind)
                .mapToLong(Sum::amount)
                .sum();
        return Money.ofMinorUnits(-moved, instalment.amount().currency());
    }

    private Map<String, List<Sum>> sums(Collection<String> ids, AsOf asOf) {
        return jdbc.sql("""
                select document_id, instalment, kind, sum(amount) as amount from ledger.movement
                 where document_type = 'INVOICE' and document_id = any(:ids)
                   and effective_date <= :asAt and position <= :known
                 group by document_id, instalment, kind""")
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> new Sum(row.getString(1), row.getInt(2), MovementKind.valueOf(row.getString(3)),
                        row.getLong(4)))
                .list()
                .stream()
                .collect(groupingBy(Sum::invoiceId));
    }

    private Map<String, Map<String, Long>> memos(Collection<String> ids, AsOf asOf) {
        var memos = new HashMap<String, Map<String, Long>>();
        jdbc.sql("""
                select document_id, kind, sum(amount) from ledger.memo
                 where document_type = 'INVOICE' and document_id = any(:ids)
                   and effective_date <= :asAt and position <= :known
                 group by document_id, kind""")
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    memos.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return memos;
    }

    private record Sum(String invoiceId, int instalment, MovementKind kind, long amount) {}
}
