package io.receivables.query.dunning;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.DunningBlockPlaced;
import io.receivables.events.account.DunningBlockReleased;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.InvoiceDunningBlockReleased;
import io.receivables.events.invoice.InvoiceDunningBlocked;
import io.receivables.platform.resource.DunningBlockResource;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers which stops to reminders there were on an account and on its invoices at a date, released ones as well. */
@Service
@SnapshotRead
public class GetDunningBlocks {

    private final JdbcClient jdbc;
    private final History history;
    private final AccountAccess access;

    GetDunningBlocks(JdbcClient jdbc, History history, AccountAccess access) {
        this.jdbc = jdbc;
        this.history = history;
        this.access = access;
    }

    public Page<DunningBlockResource> handle(AccountId id, AsOfRequest request, Paging paging) {
        var asOf = access.require(id.value(), request);
        var facts = new ArrayList<PastFact>();
        facts.addAll(history.of("CustomerAccount", List.of(id.value()), asOf).getOrDefault(id.value(), List.of()));
        var blocked = jdbc.sql("""
                select distinct stream_id from ledger.fact
                 where account_id = :account and type = 'InvoiceDunningBlocked' and effective_date <= :asAt
                   and position <= :known""")
                .param("account", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> row.getString(1))
                .list();
        history.of("Invoice", blocked, asOf).values().forEach(facts::addAll);
        var blocks = new LinkedHashMap<DunningBlockId, DunningBlockResource>();
        facts.forEach(fact -> add(fact, blocks, asOf.position()));
        return Page.of(List.copyOf(blocks.values()), block -> List.of(block.blockId().value()), paging);
    }

    private static void add(PastFact fact, Map<DunningBlockId, DunningBlockResource> blocks, long position) {
        switch (fact.event()) {
            case DunningBlockPlaced it -> blocks.put(it.blockId(), new DunningBlockResource(it.blockId(),
                    it.accountId(), null, it.reason(), it.placedBy(), it.effectiveDate(), it.until(), null,
                    fact.sequence() + 1, position));
            case InvoiceDunningBlocked it -> blocks.put(it.blockId(), new DunningBlockResource(it.blockId(),
                    it.accountId(), it.invoiceId(), it.reason(), it.placedBy(), it.effectiveDate(), it.until(), null,
                    fact.sequence() + 1, position));
            case DunningBlockReleased it -> release(it.blockId(), it.effectiveDate(), fact, blocks);
            case InvoiceDunningBlockReleased it -> release(it.blockId(), it.effectiveDate(), fact, blocks);
            default -> {
                // Says nothing of blocks.
            }
        }
    }

    private static void release(DunningBlockId id, LocalDate date, PastFact fact,
            Map<DunningBlockId, DunningBlockResource> blocks) {
        blocks.computeIfPresent(id, (_, it) -> new DunningBlockResource(id, it.accountId(), it.invoiceId(),
                it.reason(), it.placedBy(), it.effectiveDate(), it.until(), date, fact.sequence() + 1,
                it.position()));
    }
}
