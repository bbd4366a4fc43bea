package io.receivables.query.journal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lettering: documents that allocations join are one group, and a group has a letter once all of it is settled. The letter is
 * made of the position of the last fact of the group, so that it stays the same in every file that knows this fact.
 */
@Component
class Letters {

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param date of the last fact, by its accounting date */
    record Letter(String code, LocalDate date) {}

    /** The letters of documents, by stream type and id, of the accounts that were learned. */
    final class Lettered {

        private final LocalDate to;
        private final long position;
        private final Set<String> learned = new HashSet<>();
        private final Map<String, Group> groups = new HashMap<>();

        private Lettered(LocalDate to, long position) {
            this.to = to;
            this.position = position;
        }

        /** Documents that are joined are of one account. */
        void learn(Collection<String> accounts) {
            var unknown = accounts.stream().filter(learned::add).toArray(String[]::new);
            if (unknown.length > 0) {
                read(unknown, this);
            }
        }

        @Nullable
        Letter of(String document) {
            var group = groups.get(document);
            if (group == null) {
                return null;
            }
            var whole = group.whole();
            return whole.settled && whole.date != null ? new Letter("L" + whole.position, whole.date) : null;
        }

        private void add(String document, boolean settled, long position, LocalDate date) {
            var group = groups.computeIfAbsent(document, _ -> new Group());
            group.settled = settled;
            group.position = position;
            group.date = date;
        }

        private void join(String one, String other) {
            var first = groups.get(one);
            var second = groups.get(other);
            if (first != null && second != null) {
                first.whole().join(second.whole());
            }
        }
    }

    /** Documents that are joined have the same whole. */
    private static final class Group {

        private @Nullable Group in;
        private boolean settled;
        private long position;
        private @Nullable LocalDate date;

        private Group whole() {
            var whole = this;
            while (whole.in != null) {
                whole = whole.in;
            }
            if (whole != this) {
                in = whole;
            }
            return whole;
        }

        private void join(Group other) {
            if (this != other) {
                other.in = this;
                settled &= other.settled;
                position = Math.max(position, other.position);
                if (date == null || other.date != null && other.date.isAfter(date)) {
                    date = other.date;
                }
            }
        }
    }

    /** As of the end of a day on which things are booked. */
    Lettered at(LocalDate to, long position) {
        return new Lettered(to, position);
    }

    private void read(String[] accounts, Lettered lettered) {
        jdbc.sql("""
                select document_type, document_id, sum(amount) = 0, max(position), max(accounting_date)
                  from ledger.movement
                 where account_id = any (?) and accounting_date <= ? and position <= ?
                 group by 1, 2""")
                .withFetchSize(1_000)
                .params(accounts, lettered.to, lettered.position)
                .query(row -> {
                    lettered.add(stream(row.getString(1), row.getString(2)), row.getBoolean(3), row.getLong(4),
                            row.getObject(5, LocalDate.class));
                });
        jdbc.sql("""
                select g.document_type, g.document_id, s.document_type, s.document_id
                  from ledger.movement g
                  join ledger.movement s on s.position = g.position and s.kind in ('CASH', 'CREDIT')
                 where g.account_id = any (?) and g.accounting_date <= ? and g.position <= ? and g.kind = 'ALLOCATED'
                 group by 1, 2, 3, 4, g.reference
                having sum(s.amount) <> 0""")
                .withFetchSize(1_000)
                .params(accounts, lettered.to, lettered.position)
                .query(row -> {
                    lettered.join(stream(row.getString(1), row.getString(2)),
                            stream(row.getString(3), row.getString(4)));
                });
    }

    private static String stream(String documentType, String id) {
        return switch (documentType) {
            case "INVOICE" -> "Invoice ";
            case "PAYMENT" -> "Payment ";
            case "CREDIT_NOTE" -> "CreditNote ";
            default -> "LateCharge ";
        } + id;
    }
}
