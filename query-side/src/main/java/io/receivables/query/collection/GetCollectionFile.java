package io.receivables.query.collection;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.CollectionEvent;
import io.receivables.events.money.Money;
import io.receivables.platform.collection.CollectionFile;
import io.receivables.platform.resource.AgencyPlacementResource;
import io.receivables.platform.resource.FinalNoticeResource;
import io.receivables.platform.resource.InsolvencyResource;
import io.receivables.platform.resource.LegalActionResource;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what was done to collect what an account owes beyond reminders. */
@Service
@SnapshotRead
public class GetCollectionFile {

    private final JdbcClient jdbc;
    private final AccountAccess access;
    private final History history;

    GetCollectionFile(JdbcClient jdbc, AccountAccess access, History history) {
        this.jdbc = jdbc;
        this.access = access;
        this.history = history;
    }

    /**
     * Everything that was done, in the order in which it was recorded.
     *
     * @param withAgency what is open of the items that an agency has
     */
    public record CollectionFileResource(AccountId accountId, List<FinalNoticeResource> finalNotices,
            List<AgencyPlacementResource> agencyPlacements, List<LegalActionResource> legalActions,
            List<InsolvencyResource> insolvencies, Money withAgency, long position) {}

    public CollectionFileResource handle(AccountId id, AsOfRequest request) {
        var currency = Currency.getInstance(access.require(id.value()).currency());
        var asOf = access.require(id.value(), request);
        var file = new CollectionFile();
        var facts = history.of(StreamKey.of(id), asOf);
        facts.stream()
                .map(PastFact::event)
                .filter(CollectionEvent.class::isInstance)
                .forEach(event -> file.evolve((CollectionEvent) event));
        long version = facts.size();
        return new CollectionFileResource(id, file.finalNotices().stream().map(it -> it.versioned(version)).toList(),
                file.placements().stream().map(it -> it.versioned(version)).toList(),
                file.legalActions().stream().map(it -> it.versioned(version)).toList(),
                file.insolvencies().stream().map(it -> it.versioned(version)).toList(),
                withAgency(id, asOf, currency), asOf.position());
    }

    private Money withAgency(AccountId id, AsOf asOf, Currency currency) {
        return Money.ofMinorUnits(jdbc.sql("""
                select coalesce(sum(m.amount), 0)::bigint
                  from (select e.document_id, e.instalment
                          from ledger.escalation e
                         where e.account_id = :account and e.kind = 'AGENCY'
                           and e.effective_date <= :asAt and e.position <= :known
                         group by e.escalation_id, e.document_id, e.instalment
                        having sum(e.step) > 0) placed
                  join ledger.movement m on m.document_type = 'INVOICE' and m.document_id = placed.document_id
                   and m.instalment = placed.instalment and m.effective_date <= :asAt and m.position <= :known""")
                .param("account", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(Long.class)
                .single(), currency);
    }
}
