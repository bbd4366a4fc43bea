package io.receivables.query.export.accountpack;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.ledger.AsOf;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an account fits into a pack. Each list of it is put together in memory, so each has a limit, and an account that is
 * beyond one is told so when the pack is ordered. The cut is fixed: what fits then fits when it is written.
 */
@Component
class PackSize {

    private final JdbcClient jdbc;
    private final int mostRows;

    PackSize(JdbcClient jdbc, @Value("${receivables.queries.file-rows:100000}") int mostRows) {
        this.jdbc = jdbc;
        this.mostRows = mostRows;
    }

    /** @throws Refusal FILE_TOO_LARGE */
    void requireFits(String account, AsOf asOf) {
        // Of documents there are not more than of lines; an instalment is an item of its own.
        require("lines of the statement", account, asOf, """
                select count(*) from (select from ledger.movement
                                       where account_id = :account and effective_date <= :asAt and position <= :known
                                       group by position, effective_date
                                      having sum(amount) <> 0) line""");
        require("instalments", account, asOf, """
                select count(*) from (select from ledger.movement
                                       where account_id = :account and effective_date <= :asAt and position <= :known
                                       group by document_type, document_id, instalment) instalment""");
        require("contacts and letters", account, asOf, """
                select count(*) from ledger.fact
                 where account_id = :account and type in ('ContactLogged', 'DunningLetterIssued')
                   and effective_date <= :asAt and position <= :known""");
    }

    private void require(String what, String account, AsOf asOf, String count) {
        long rows = jdbc.sql(count)
                .param("account", account)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(Long.class)
                .single();
        if (rows > mostRows) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE,
                    "a pack has at most " + mostRows + " " + what + ", and account "
                            + account + " has " + rows + " as at " + asOf.asAt()
                            + "; order it as at an earlier date, or the export of all events");
        }
    }
}
