package io.receivables.command.dunning;

import io.receivables.command.account.AccountRow;
import io.receivables.command.dunning.DunningPlan.Situation;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.command.openitem.OpenItems;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out for accounts whom a run reminds of what. What many accounts need is read together. */
@Component
public class DunningPlanner {

    private final OpenItems items;
    private final RemindedItems reminded;
    private final DunningAssignments assignments;
    private final List<DunningExclusion> exclusions;

    DunningPlanner(OpenItems items, RemindedItems reminded, DunningAssignments assignments,
            List<DunningExclusion> exclusions) {
        this.items = items;
        this.reminded = reminded;
        this.assignments = assignments;
        this.exclusions = exclusions;
    }

    /**
     * What is to be done for an account.
     *
     * @param charges late charges that are open and may be asked for
     * @param unapplied payments and credits that settle nothing yet
     */
    public record Planned(AccountRow account, DunningPlan plan, Money charges, Money unapplied) {}

    /** In the order of the accounts. */
    public List<Planned> plan(List<AccountRow> accounts, DunningRules rules, LocalDate asAt) {
        var ids = accounts.stream().map(AccountRow::accountId).toList();
        var open = new LinkedHashMap<AccountId, List<OpenItem>>();
        accounts.forEach(account -> open.put(account.accountId(), items.of(account)));
        var last = reminded.of(ids)
                .entrySet()
                .stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().account(),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        var procedures = assignments.of(ids);
        var excluded = excluded(accounts, open, asAt);
        return accounts.stream().map(account -> {
            var id = account.accountId();
            var all = Objects.requireNonNull(open.get(id));
            var left = excluded.getOrDefault(id, List.of());
            var charges = sum(account, charges(all)).minus(sumOfCharges(account, left));
            var owed = sum(account, all.stream().filter(it -> it.key().kind().isOwed()).toList());
            var unapplied = sum(account, all.stream().filter(it -> !it.key().kind().isOwed()).toList());
            var situation = new Situation(invoices(all), procedures.get(id), owed.minus(unapplied),
                    last.getOrDefault(id, Map.of()), left);
            return new Planned(account, DunningPlan.of(situation, rules, asAt), charges, unapplied);
        }).toList();
    }

    private Map<AccountId, List<ExcludedItem>> excluded(List<AccountRow> accounts,
            Map<AccountId, List<OpenItem>> open, LocalDate asAt) {
        var dunnable = accounts.stream()
                .map(account -> {
                    var all = Objects.requireNonNull(open.get(account.accountId()));
                    return new DunnableAccount(account, invoices(all), charges(all));
                })
                .toList();
        var all = new ArrayList<ExcludedItem>();
        exclusions.forEach(exclusion -> all.addAll(exclusion.excluded(dunnable, asAt)));
        return all.stream().collect(Collectors.groupingBy(it -> it.item().account()));
    }

    private static List<OpenItem> invoices(List<OpenItem> all) {
        return all.stream().filter(it -> it.key().kind() == Kind.INVOICE).toList();
    }

    private static List<OpenItem> charges(List<OpenItem> all) {
        return all.stream().filter(it -> it.key().kind() == Kind.CHARGE).toList();
    }

    private static Money sumOfCharges(AccountRow account, List<ExcludedItem> excluded) {
        return excluded.stream()
                .filter(it -> it.item().kind() == Kind.CHARGE)
                .map(ExcludedItem::amount)
                .reduce(Money.zero(account.currency()), Money::plus);
    }

    private static Money sum(AccountRow account, List<OpenItem> some) {
        return some.stream().map(OpenItem::amount).reduce(Money.zero(account.currency()), Money::plus);
    }

    /** Notes that an item was reminded of. */
    public void reminded(Key item, LastReminder last) {
        reminded.put(item, last);
    }
}
