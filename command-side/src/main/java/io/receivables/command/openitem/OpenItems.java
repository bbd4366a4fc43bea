package io.receivables.command.openitem;

import io.receivables.command.account.AccountRow;
import io.receivables.command.lane.AfterDecision;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is open of each account, with what the commands of the running transaction have decided. It follows every event
 * that is decided; no handler writes to it.
 */
@Component
@Order(7)
public class OpenItems implements GroupTable<AccountId, AccountChanges>, AfterDecision {

    private final OpenItemRows rows;
    private final DocumentDates dates;

    OpenItems(OpenItemRows rows, DocumentDates dates) {
        this.rows = rows;
        this.dates = dates;
    }

    /** Everything that is open of an account or free on it, in the order of due date, document date and document. */
    public List<OpenItem> of(AccountRow account) {
        var group = CommitGroup.current();
        var id = account.accountId();
        var items = new HashMap<OpenItem.Key, OpenItem>();
        rows.of(id, account.currency()).forEach(item -> items.put(item.key(), item));
        var changes = group.find(this, id);
        if (changes != null) {
            changes.effective()
                    .forEach(change -> items.compute(change.key(), (_, item) -> changed(item, change,
                            account)));
        }
        return items.values().stream().sorted(OpenItemRows.ORDER).toList();
    }

    private @Nullable OpenItem changed(@Nullable OpenItem item, OpenItemChange change, AccountRow account) {
        var amount = Money.ofMinorUnits(change.minorUnits(), account.currency());
        if (item == null) {
            return new OpenItem(change.key(), change.dates() == null ? dates.of(change.key()) : change.dates(), amount);
        }
        var left = item.amount().plus(amount);
        return left.isZero() ? null : new OpenItem(item.key(), item.dates(), left);
    }

    /**
     * How much is open of an account by kind. What is stored is read once in a transaction: who must see what other nodes
     * have decided takes a lock before.
     */
    public Map<Kind, Money> totals(AccountRow account) {
        var group = CommitGroup.current();
        var id = account.accountId();
        var stored = group.<AccountId, Map<Kind, Long>>read(OpenItems.class, id, rows::totals);
        var changes = group.find(this, id);
        var totals = new EnumMap<Kind, Money>(Kind.class);
        for (var kind : Kind.values()) {
            long minorUnits = (stored == null ? 0 : stored.getOrDefault(kind, 0L))
                    + (changes == null ? 0 : changes.total(kind));
            totals.put(kind, Money.ofMinorUnits(minorUnits, account.currency()));
        }
        return totals;
    }

    /** Adds up what is stored of several accounts with one statement. */
    public void readTotals(Collection<AccountId> ids) {
        var read = CommitGroup.current().<AccountId, Map<Kind, Long>>allRead(OpenItems.class);
        ids.forEach(id -> read.put(id, new EnumMap<>(Kind.class)));
        rows.totals(ids, (id, kind, total) -> Objects.requireNonNull(read.get(id)).put(kind, total));
    }

    /** Lets what is stored be added up again: it was read before others had to wait. */
    public void forgetTotals(AccountId id) {
        CommitGroup.current().allRead(OpenItems.class).remove(id);
    }

    /** The due date of the oldest claim that is open on an account; null when none is. */
    public @Nullable LocalDate oldestDue(AccountRow account) {
        var changes = CommitGroup.current().find(this, account.accountId());
        if (changes == null) {
            return rows.oldestDue(account.accountId());
        }
        return of(account).stream()
                .filter(item -> item.key().kind().isOwed())
                .map(item -> item.dates().due())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public void decided(List<ReceivablesEvent> events) {
        var group = CommitGroup.current();
        for (var event : events) {
            for (var change : OpenItemChanges.of(event)) {
                var account = change.key().account();
                var changes = group.find(this, account);
                if (changes == null) {
                    changes = new AccountChanges();
                    group.put(this, account, changes);
                }
                changes.add(change);
            }
        }
    }

    @Override
    public void insert(Map<AccountId, AccountChanges> changes) {
        var all = new ArrayList<OpenItemChange>();
        changes.values().forEach(it -> it.effective().forEach(all::add));
        if (!all.isEmpty()) {
            CommitGroup.current().writeWithEvents(rows.of(all));
        }
    }
}
