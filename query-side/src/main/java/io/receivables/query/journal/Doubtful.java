package io.receivables.query.journal;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.query.journal.Posting.Owing;
import io.receivables.query.ledger.StreamKey;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is doubtful of an invoice is what was marked, and never more than is open of it. So a payment or a write-off brings
 * it back from the account of the doubtful ones as well as a release does. Marks are few: their invoices are read at once.
 */
@Component
class Doubtful {

    private final JdbcClient jdbc;

    Doubtful(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Change(String invoice, String account, Currency currency, long position, long marked, long open) {}

    /** What moves between the two accounts of receivables, by the position of the fact that moves it. */
    Map<Long, List<Posting>> postings(LegalEntityId entity, long position) {
        var marked = new HashMap<String, Long>();
        var open = new HashMap<String, Long>();
        var postings = new HashMap<Long, List<Posting>>();
        for (var change : changes(entity, position)) {
            long before = doubtful(marked, open, change.invoice());
            marked.merge(change.invoice(), change.marked(), Long::sum);
            open.merge(change.invoice(), change.open(), Long::sum);
            long moved = doubtful(marked, open, change.invoice()) - before;
            if (moved != 0) {
                var amount = Money.ofMinorUnits(moved, change.currency());
                var owing = new Owing(change.account(), new StreamKey("Invoice", change.invoice()).toString());
                var of = postings.computeIfAbsent(change.position(), _ -> new ArrayList<>());
                of.add(new Posting(AccountRole.DOUBTFUL, null, owing, amount));
                of.add(new Posting(AccountRole.RECEIVABLE, null, owing, amount.negated()));
            }
        }
        return postings;
    }

    private static long doubtful(Map<String, Long> marked, Map<String, Long> open, String invoice) {
        return Math.max(0, Math.min(marked.getOrDefault(invoice, 0L), open.getOrDefault(invoice, 0L)));
    }

    private List<Change> changes(LegalEntityId entity, long position) {
        return jdbc.sql("""
                with marked as (select distinct document_id from ledger.memo
                                 where legal_entity = :entity and kind = 'DOUBTFUL' and position <= :known)
                select c.document_id, c.account_id, c.currency, c.position, sum(c.marked)::int8, sum(c.open)::int8
                  from (select m.document_id, m.account_id, m.currency, m.position, m.amount as marked, 0 as open
                          from ledger.memo m join marked using (document_id)
                         where m.kind = 'DOUBTFUL' and m.position <= :known
                         union all
                        select v.document_id, v.account_id, v.currency, v.position, 0, v.amount
                          from ledger.movement v join marked using (document_id)
                         where v.document_type = 'INVOICE' and v.position <= :known) c
                  join ledger.fact e using (position)
                 group by c.document_id, c.account_id, c.currency, c.position, e.accounting_date, e.effective_date
                 order by coalesce(e.accounting_date, e.effective_date), c.position""")
                .param("entity", entity.value())
                .param("known", position)
                .query((row, _) -> new Change(row.getString(1), row.getString(2),
                        Currency.getInstance(row.getString(3)), row.getLong(4), row.getLong(5), row.getLong(6)))
                .list();
    }
}
