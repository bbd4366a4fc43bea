package io.receivables.query.cashforecast;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.PromiseStanding;
import io.receivables.platform.agreement.PromiseStatus;
import io.receivables.query.cashforecast.Agreed.Item;
import io.receivables.query.cashforecast.Agreed.Part;
import io.receivables.query.cashforecast.Agreed.Promise;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.OpenClaims;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.PlannedItems;
import io.receivables.query.ledger.PlannedItems.Planned;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads disputes, promises and payment plans at a cut. Few accounts have any. */
@Component
class ReadAgreed {

    private final JdbcClient jdbc;
    private final OpenClaims claims;
    private final PlannedItems planned;
    private final History history;

    ReadAgreed(JdbcClient jdbc, OpenClaims claims, PlannedItems planned, History history) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.planned = planned;
        this.history = history;
    }

    Agreed of(BookCut cut) {
        return new Agreed(claims.markedDoubtful(cut), claims.markedDisputed(cut), planned(cut), promises(cut));
    }

    private Map<Item, List<Part>> planned(BookCut cut) {
        return planned.ofEntity(cut.legalEntity(), cut.currency(), cut.receivableClass(), cut.asOf())
                .stream()
                .map(Planned::piece)
                .collect(groupingBy(piece -> new Item(piece.item().invoiceId().value(), piece.item().instalment()),
                        mapping(piece -> new Part(piece.planDueDate(), piece.amount()), toList())));
    }

    private Map<String, List<Promise>> promises(BookCut cut) {
        var accounts = jdbc.sql("""
                select distinct s.account_id
                  from ledger.agreement_step s join ledger.account a using (account_id)
                 where s.kind = 'PROMISE' and s.legal_entity = :entity and a.currency = :currency
                   and s.effective_date <= :asAt and s.position <= :known""")
                .params(cut.parameters())
                .query((row, _) -> row.getString(1))
                .list();
        var open = new HashMap<String, List<Promise>>();
        history.of("CustomerAccount", accounts, cut.asOf())
                .forEach((account, facts) -> open.put(account, promises(facts, cut.asOf())));
        return open;
    }

    private static List<Promise> promises(List<PastFact> facts, AsOf asOf) {
        var standing = AgreementStanding.NONE;
        for (var fact : facts) {
            if (fact.event() instanceof CustomerAccountEvent event) {
                standing = standing.after(event);
            }
        }
        return standing.promises()
                .stream()
                .filter(it -> it.statusAt(asOf.asAt()) == PromiseStatus.OPEN)
                .map(it -> promise(it, asOf.asAt()))
                .filter(it -> it.amount() > 0)
                .sorted(Comparator.comparing(Promise::date))
                .toList();
    }

    private static Promise promise(PromiseStanding it, LocalDate asAt) {
        return new Promise(it.made().promisedDate(), it.made().amount().minus(it.cashAt(asAt)).minorUnits(),
                it.made().invoices().stream().map(InvoiceId::value).toList());
    }
}
