package io.receivables.command.openitem;

import io.receivables.command.account.AccountRow;
import io.receivables.command.lane.AfterDecision;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.policy.CreditRules;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Direct debits and cheques, which may come back for some time after their day. A row stays, since only the policy of the
 * day knows when it is final; it goes when the payment is reversed. What was transferred may come back from the account that
 * has it.
 */
@Component
@Order(7)
public class UnfinalPayments implements GroupTable<AccountId, List<UnfinalPayments.Change>>, AfterDecision {

    private final JdbcClient jdbc;
    private final Sql sql;
    private final ReceivablesEventStorageEngine engine;

    UnfinalPayments(JdbcClient jdbc, Sql sql, ReceivablesEventStorageEngine engine) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.engine = engine;
    }

    /**
     * @param date the day from which the bank counts it
     * @param minorUnits below zero for what has come back, or went to another account
     */
    record Change(AccountId account, PaymentId payment, PaymentMethod method, LocalDate date, long minorUnits) {

        Change plus(Change later) {
            return new Change(account, payment, method, date, Math.addExact(minorUnits, later.minorUnits));
        }
    }

    /** Changes of one row are equal. */
    private static final Comparator<Change> ROW = Comparator.comparing((Change it) -> it.account().value())
            .thenComparing(Change::method)
            .thenComparing(Change::date)
            .thenComparing(it -> it.payment().value());

    /** What may still come back on a day. */
    public Money total(AccountRow account, CreditRules rules, LocalDate today) {
        long total = 0;
        for (var method : List.of(PaymentMethod.DIRECT_DEBIT, PaymentMethod.CHEQUE)) {
            int finalDays = rules.finalDays(method);
            if (finalDays > 0) {
                total += total(account.accountId(), method, today.minusDays(finalDays));
            }
        }
        return Money.ofMinorUnits(total, account.currency());
    }

    private long total(AccountId account, PaymentMethod method, LocalDate after) {
        long total = jdbc.sql("""
                select coalesce(sum(amount), 0)::int8 from command.unfinal_payment
                 where account_id = ? and method = ? and payment_date > ?""")
                .params(account.value(), method.name(), after)
                .query(Long.class)
                .single();
        var changes = CommitGroup.current().find(this, account);
        for (var change : changes == null ? List.<Change>of() : changes) {
            if (change.method() == method && change.date().isAfter(after)) {
                total += change.minorUnits();
            }
        }
        return total;
    }

    @Override
    public void decided(List<ReceivablesEvent> events) {
        for (var event : events) {
            var change = of(event);
            if (change != null) {
                var group = CommitGroup.current();
                var before = group.find(this, change.account());
                var changes = new ArrayList<>(before == null ? List.of() : before);
                changes.add(change);
                group.put(this, change.account(), changes);
            }
        }
    }

    @Nullable
    Change of(ReceivablesEvent event) {
        return switch (event) {
            case PaymentReceived received when received.accountId() != null ->
                change(received.accountId(), received, 1);
            case PaymentIdentified identified -> change(identified.accountId(), received(identified.paymentId()), 1);
            case PaymentReversed reversed when reversed.accountId() != null ->
                change(reversed.accountId(), received(reversed.paymentId()), -1);
            // The payment that receives a transfer was received like any other.
            case PaymentTransferred given ->
                change(given.accountId(), received(given.paymentId()), given.amount(), -1);
            case PaymentTransferReversed back ->
                change(back.accountId(), received(back.paymentId()), back.amount(), 1);
            case ReceivedTransferReversed returned ->
                change(returned.accountId(), received(returned.paymentId()), -1);
            default -> null;
        };
    }

    private static @Nullable Change change(AccountId account, PaymentReceived received, int sign) {
        return change(account, received, received.amount(), sign);
    }

    private static @Nullable Change change(AccountId account, PaymentReceived received, Money amount, int sign) {
        return switch (received.method()) {
            case DIRECT_DEBIT, CHEQUE -> new Change(account, received.paymentId(), received.method(),
                    received.valueDate() == null ? received.receivedDate() : received.valueDate(),
                    sign * amount.minorUnits());
            case BANK_TRANSFER, CARD, CASH, OTHER -> null;
        };
    }

    private PaymentReceived received(PaymentId id) {
        return (PaymentReceived) engine.readEvents("payment/" + id, 0).next().getPayload();
    }

    @Override
    public void insert(Map<AccountId, List<Change>> rows) {
        apply(rows.values().stream().flatMap(List::stream).toList());
    }

    void apply(List<Change> changes) {
        var sums = new TreeMap<Change, Change>(ROW);
        changes.forEach(change -> sums.merge(change, change, Change::plus));
        var came = sums.values().stream().filter(change -> change.minorUnits() > 0).toList();
        var went = sums.values().stream().filter(change -> change.minorUnits() < 0).toList();
        if (!came.isEmpty()) {
            sql.update("""
                    insert into command.unfinal_payment as u (account_id, method, payment_date, payment_id, amount)
                    select account_id, method, payment_date::date, payment_id, amount
                      from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                             as new (account_id, method, payment_date, payment_id, amount)
                        on conflict (account_id, method, payment_date, payment_id)
                        do update set amount = u.amount + excluded.amount""",
                    Column.of("text", came, it -> it.account().value()),
                    Column.of("text", came, it -> it.method().name()),
                    Column.of("text", came, it -> it.date().toString()),
                    Column.of("text", came, it -> it.payment().value()),
                    Column.of("int8", came, Change::minorUnits));
        }
        for (var change : went) {
            jdbc.sql("""
                    update command.unfinal_payment set amount = amount + ?
                     where account_id = ? and method = ? and payment_date = ? and payment_id = ?""")
                    .params(change.minorUnits(), change.account().value(), change.method().name(), change.date(),
                            change.payment().value())
                    .update();
            jdbc.sql("""
                    delete from command.unfinal_payment
                     where account_id = ? and method = ? and payment_date = ? and payment_id = ? and amount = 0""")
                    .params(change.account().value(), change.method().name(), change.date(), change.payment().value())
                    .update();
        }
    }

    void clear() {
        jdbc.sql("truncate command.unfinal_payment").update();
    }
}
