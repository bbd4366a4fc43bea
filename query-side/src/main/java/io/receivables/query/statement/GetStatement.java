package io.receivables.query.statement;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.CustomerNames;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.statement.Statement.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what moved on an account between two days, as known at a position. */
@Service
@SnapshotRead
public class GetStatement {

    private final JdbcClient jdbc;
    private final AccountAccess access;
    private final CustomerNames names;
    private final int mostRows;

    /** @param mostRows a statement is put together in memory */
    GetStatement(JdbcClient jdbc, AccountAccess access, CustomerNames names,
            @Value("${receivables.queries.file-rows:100000}") int mostRows) {
        this.jdbc = jdbc;
        this.access = access;
        this.names = names;
        this.mostRows = mostRows;
    }

    /**
     * @param from the first day; absent: from the beginning
     * @param to the last day; absent: today
     */
    public Statement handle(AccountId id, @Nullable String from, @Nullable String to, @Nullable String asKnown) {
        var account = access.require(id.value());
        var asOf = access.require(id.value(), new AsOfRequest(to, asKnown));
        var first = from == null ? LocalDate.EPOCH : Parameters.date("from", from);
        if (first.isAfter(asOf.asAt())) {
            throw new Refusal(ProblemCode.DATE_INVALID, "from " + first + " is after to " + asOf.asAt());
        }
        var currency = Currency.getInstance(account.currency());
        var opening = balance(id, first.minusDays(1), asOf.position(), currency);
        var closing = balance(id, asOf.asAt(), asOf.position(), currency);
        var lines = lines(id, first, asOf.asAt(), asOf.position(), opening);
        return new Statement(id, account.customerId(), names.of(List.of(id.value())).get(id.value()),
                new LegalEntityId(account.legalEntity()), currency, first, asOf.asAt(), asOf.known(), opening, lines,
                closing, closing.equals(lines.isEmpty() ? opening : lines.getLast().balance()));
    }

    private Money balance(AccountId id, LocalDate date, long position, Currency currency) {
        return Money.ofMinorUnits(jdbc.sql("""
                select coalesce(sum(amount), 0)::int8 from ledger.movement
                 where account_id = ? and effective_date <= ? and position <= ?""")
                .params(id.value(), date, position)
                .query(Long.class)
                .single(), currency);
    }

    private List<Line> lines(AccountId id, LocalDate from, LocalDate to, long position, Money opening) {
        var lines = new ArrayList<Line>();
        jdbc.sql("""
                select m.position, m.effective_date, e.type, m.document_type, m.document_id, d.number, m.amount
                  from (select position, effective_date, sum(amount)::int8 as amount,
                               (array_agg(document_type order by kind in ('CASH', 'CREDIT', 'ALLOCATED'), ordinal))[1]
                                   as document_type,
                               (array_agg(document_id order by kind in ('CASH', 'CREDIT', 'ALLOCATED'), ordinal))[1]
                                   as document_id
                          from ledger.movement
                         where account_id = :account and effective_date between :from and :to and position <= :known
                         group by position, effective_date
                        having sum(amount) <> 0
                         order by effective_date, position
                         limit :limit) m
                  join ledger.fact e using (position)
                  left join ledger.document d using (document_type, document_id)
                 order by m.effective_date, m.position""")
                .param("account", id.value())
                .param("from", from)
                .param("to", to)
                .param("known", position)
                .param("limit", mostRows + 1)
                .query(row -> {
                    var amount = Money.ofMinorUnits(row.getLong(7), opening.currency());
                    var before = lines.isEmpty() ? opening : lines.getLast().balance();
                    lines.add(new Line(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3),
                            DocumentType.valueOf(row.getString(4)), row.getString(5), row.getString(6), amount,
                            before.plus(amount)));
                });
        if (lines.size() > mostRows) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "a statement has at most " + mostRows
                    + " lines, and there are more; ask for fewer days");
        }
        return lines;
    }
}
