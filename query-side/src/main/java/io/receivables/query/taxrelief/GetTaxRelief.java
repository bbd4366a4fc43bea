package io.receivables.query.taxrelief;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.CustomerNames;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers which papers a customer must get before value added tax may be taken back. */
@Service
@SnapshotRead
class GetTaxRelief {

    /** A statement is put together in memory. */
    private static final int MOST_INVOICES = 500;

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;
    private final AccountAccess access;
    private final History history;
    private final CustomerNames names;

    GetTaxRelief(JdbcClient jdbc, AsOfResolver resolver, AccountAccess access, History history, CustomerNames names) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.access = access;
        this.history = history;
        this.names = names;
    }

    /** @throws Refusal WRITE_OFF_NOT_FOUND, DUPLICATE_INVOICE_NOT_FOUND when none is needed, or not any more */
    DuplicateInvoice duplicate(WriteOffId id, AsOfRequest request) {
        var place = place(id);
        var asOf = resolver.resolve(request, new LegalEntityId(place.legalEntity()));
        var facts = history.of(StreamKey.of(new InvoiceId(place.invoiceId())), asOf);
        var writeOff = relieved(facts).filter(it -> it.writeOffId().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.DUPLICATE_INVOICE_NOT_FOUND, "write-off " + id
                        + " needs no duplicate of its invoice at " + asOf.asAt()
                        + ": it does not stand then, or takes no tax back that was paid"));
        var issued = (InvoiceIssued) facts.getFirst().event();
        return DuplicateInvoice.of(issued, nameOf(issued.accountId().value()), writeOff);
    }

    TaxReliefStatement statement(AccountId id, AsOfRequest request) {
        var asOf = access.require(id.value(), request);
        var account = access.require(id.value());
        var invoices = jdbc.sql("""
                select distinct document_id from ledger.memo
                 where account_id = :account and kind = 'TAX_RELIEVED'
                   and effective_date <= :asAt and position <= :known
                 order by document_id
                 limit :limit""")
                .param("account", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("limit", MOST_INVOICES + 1)
                .query((row, _) -> row.getString(1))
                .list();
        if (invoices.size() > MOST_INVOICES) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "a statement has at most " + MOST_INVOICES
                    + " invoices, and account " + id + " has more: ask for the duplicates one by one");
        }
        var facts = history.of("Invoice", invoices, asOf);
        var items = invoices.stream().flatMap(it -> relieved(facts.getOrDefault(it, List.of()))).toList();
        return TaxReliefStatement.of(account, nameOf(id.value()), asOf.asAt(), items);
    }

    private record Place(String invoiceId, String legalEntity) {}

    private Place place(WriteOffId id) {
        return jdbc.sql("""
                select document_id, legal_entity from ledger.approval_step
                 where kind = 'WRITE_OFF' and approval_id = ? order by position limit 1""")
                .param(id.value())
                .query((row, _) -> new Place(row.getString(1), row.getString(2)))
                .optional()
                .filter(found -> Scope.isVisible(found.legalEntity()))
                .orElseThrow(() -> new Refusal(ProblemCode.WRITE_OFF_NOT_FOUND, "there is no write-off " + id));
    }

    /** The write-offs of an invoice that stand at the cut and need a duplicate of it. */
    private static Stream<RelievedWriteOff> relieved(List<PastFact> facts) {
        var standing = new LinkedHashMap<WriteOffId, InvoiceWrittenOff>();
        for (var fact : facts) {
            switch (fact.event()) {
                case InvoiceWrittenOff done -> standing.put(done.writeOffId(), done);
                case WriteOffReversed back -> standing.remove(back.writeOffId());
                default -> {
                    // Changes no write-off.
                }
            }
        }
        return standing.values().stream().flatMap(done -> relieved((InvoiceIssued) facts.getFirst().event(), done));
    }

    private static Stream<RelievedWriteOff> relieved(InvoiceIssued issued, InvoiceWrittenOff done) {
        var relief = done.relief();
        var mention = relief == null ? null : relief.mention();
        return relief == null || mention == null
                ? Stream.empty()
                : Stream.of(RelievedWriteOff.of(issued, done, relief, mention));
    }

    private String nameOf(String account) {
        return names.of(List.of(account)).getOrDefault(account, account);
    }
}
