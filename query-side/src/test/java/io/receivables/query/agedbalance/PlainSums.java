package io.receivables.query.agedbalance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The aged balance the long way: every movement up to the cut is added up, item by item, and nothing else is read. */
final class PlainSums {

    private final JdbcClient jdbc;

    PlainSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked. */
    record Wanted(String entity, LocalDate asAt, long known, String basis, List<Integer> edges, String groupBy,
            @Nullable String account, @Nullable String receivableClass, String sort) {

        boolean byDueDate() {
            return basis.equals("dueDate");
        }
    }

    /** @param slots not due, buckets, unapplied (above zero) in cents */
    record Group(String key, List<Long> slots, @Nullable LocalDate oldest) {

        long balance() {
            return aged().sum() - slots.getLast();
        }

        long overdue() {
            return aged().skip(1).sum();
        }

        private LongStream aged() {
            return slots.subList(0, slots.size() - 1).stream().mapToLong(Long::longValue);
        }
    }

    private record Item(String key, @Nullable LocalDate due, LocalDate document, long amount) {}

    /** The groups in the order that is asked for; those that are zero throughout are left out. */
    List<Group> groups(Wanted wanted) {
        var byKey = new TreeMap<String, List<Item>>();
        items(wanted).forEach(item -> byKey.computeIfAbsent(item.key(), _ -> new ArrayList<>()).add(item));
        return byKey.entrySet()
                .stream()
                .map(entry -> group(wanted, entry))
                .sorted(order(wanted.sort()).thenComparing(Group::key))
                .toList();
    }

    private List<Item> items(Wanted wanted) {
        return jdbc
                .sql("""
                        select case :groupBy when 'account' then g.account_id when 'customer' then g.customer_id else '' end as key,
                               i.due_date, i.document_date, sum(m.amount)::bigint as amount
                          from ledger.movement m
                          join ledger.item i using (document_type, document_id, instalment)
                          join ledger.account g on g.account_id = m.account_id
                         where m.legal_entity = :entity and m.currency = 'EUR'
                           and m.effective_date <= :asAt and m.position <= :known
                           and (:account::text is null or g.account_id = :account)
                           and m.ordinal < 1000000
                           and (:class::text is null or coalesce((
                                    select c.to_class from ledger.reclassification c
                                     where m.document_type = 'INVOICE' and c.invoice_id = m.document_id
                                       and c.effective_date <= :asAt and c.position <= :known
                                     order by c.position desc limit 1), i.receivable_class, g.receivable_class) = :class)
                         group by document_type, document_id, instalment, g.account_id, i.due_date, i.document_date
                        having sum(m.amount) <> 0""")
                .param("groupBy", wanted.groupBy())
                .param("entity", wanted.entity())
                .param("asAt", wanted.asAt())
                .param("known", wanted.known())
                .param("account", wanted.account())
                .param("class", wanted.receivableClass())
                .query((row, _) -> new Item(Objects.requireNonNull(row.getString(1)),
                        row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getLong(4)))
                .list();
    }

    private static Group group(Wanted wanted, Map.Entry<String, List<Item>> entry) {
        var slots = new ArrayList<Long>(Collections.nCopies(wanted.edges().size() + 3, 0L));
        for (var item : entry.getValue()) {
            int slot = item.due() == null ? slots.size() - 1 : aged(wanted, item);
            slots.set(slot, slots.get(slot) + (item.due() == null ? -item.amount() : item.amount()));
        }
        var oldest = entry.getValue().stream().map(Item::due).filter(Objects::nonNull).min(Comparator.naturalOrder());
        return new Group(entry.getKey(), List.copyOf(slots), oldest.orElse(null));
    }

    private static int aged(Wanted wanted, Item item) {
        var from = wanted.byDueDate() ? Objects.requireNonNull(item.due()) : item.document();
        long days = ChronoUnit.DAYS.between(from, wanted.asAt());
        return days <= 0 ? 0 : 1 + (int) wanted.edges().stream().filter(edge -> days > edge).count();
    }

    private static Comparator<Group> order(String sort) {
        return switch (sort) {
            case "accountId" -> Comparator.comparing(Group::key);
            case "balance" -> Comparator.comparingLong(Group::balance).reversed();
            case "overdue" -> Comparator.comparingLong(Group::overdue).reversed();
            case "oldestDueDate" ->
                Comparator.comparing(Group::oldest, Comparator.nullsLast(Comparator.naturalOrder()));
            default -> throw new IllegalArgumentException(sort);
        };
    }
}
