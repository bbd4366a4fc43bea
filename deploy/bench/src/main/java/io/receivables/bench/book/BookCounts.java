package io.receivables.bench.book;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in a book, counted in the hand-written tables. */
public final class BookCounts {

    private BookCounts() {}

    /** For a reader. */
    public static String of(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("""
                        select (select count(*) from hand.payment where amount > 0) as payments,
                               (select count(*) from hand.allocation where cash > 0) as allocations,
                               (select count(*) from hand.credit_note) as credit_notes,
                               (select count(*) from hand.write_off where amount > 0) as write_offs,
                               (select count(*) from (
                                    select invoice_id, no from hand.instalment
                                    except
                                    select invoice_id, instalment from (
                                        select i.invoice_id, i.no as instalment
                                          from hand.instalment i
                                          join (select invoice_id, instalment, cash + discount as amount from hand.allocation
                                                union all
                                                select invoice_id, instalment, amount from hand.write_off) s
                                            on s.invoice_id = i.invoice_id and s.instalment = i.no
                                         group by i.invoice_id, i.no, i.amount
                                        having sum(s.amount) = i.amount) settled) open_items) as open""")
                .query((row,
                        _) -> "in it: %,d payments, %,d allocations, %,d credit notes, %,d write-offs; %,d open items"
                                .formatted(row.getLong("payments"), row.getLong("allocations"),
                                        row.getLong("credit_notes"),
                                        row.getLong("write_offs"), row.getLong("open")))
                .single();
    }
}
