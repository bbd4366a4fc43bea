package io.receivables.command.agreement;

import io.receivables.command.lane.AfterDecision;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.lane.Sql.Update;
import io.receivables.command.openitem.FollowsEvents;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentHeldForFactorReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.refund.RefundEvent;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundReturned;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cash each account received, by the day it came; it follows the events by itself. */
@Component
@Order(7)
class AccountCash implements GroupTable<AccountId, List<CashChange>>, AfterDecision, FollowsEvents {

    private final JdbcClient jdbc;
    private final Sql sql;
    private final ReceivablesEventStorageEngine engine;

    AccountCash(JdbcClient jdbc, Sql sql, ReceivablesEventStorageEngine engine) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.engine = engine;
    }

    /** What came after a day and not after another, with all that became of it. */
    List<CashChange> between(AccountId account, LocalDate after, LocalDate until) {
        var sums = new TreeMap<CashChange, CashChange>(CashChange.ROW);
        jdbc.sql("""
                select payment_id, came_date, change_date, amount from command.account_cash
                 where account_id = ? and came_date > ? and came_date <= ?""")
                .params(account.value(), after, until)
                .query((row, _) -> new CashChange(account, new PaymentId(row.getString(1)),
                        row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getLong(4)))
                .list()
                .forEach(change -> sums.put(change, change));
        var decided = CommitGroup.current().find(this, account);
        for (var change : decided == null ? List.<CashChange>of() : decided) {
            if (change.came().isAfter(after) && !change.came().isAfter(until)) {
                sums.merge(change, change, CashChange::plus);
            }
        }
        return List.copyOf(sums.values());
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

    /** The payment that receives a transfer was received like any other, on the day the money came. */
    @Nullable
    CashChange of(ReceivablesEvent event) {
        return switch (event) {
            case PaymentReceived received when received.accountId() != null -> came(received.accountId(), received);
            case PaymentIdentified identified -> came(identified.accountId(), received(identified.paymentId()));
            case PaymentReversed reversed when reversed.accountId() != null -> went(reversed.accountId(),
                    received(reversed.paymentId()), reversed.effectiveDate(), -reversed.amount().minorUnits());
            case PaymentTransferred given -> went(given.accountId(), received(given.paymentId()),
                    given.effectiveDate(), -given.amount().minorUnits());
            case PaymentTransferReversed back -> went(back.accountId(), received(back.paymentId()),
                    back.effectiveDate(), back.amount().minorUnits());
            // It is the factor's, and pays nothing that the customer owes us.
            case PaymentHeldForFactor held -> went(held.accountId(), received(held.paymentId()),
                    held.effectiveDate(), -held.amount().minorUnits());
            case PaymentHeldForFactorReversed back -> went(back.accountId(), received(back.paymentId()),
                    back.effectiveDate(), back.amount().minorUnits());
            // What was given back keeps no promise from the day it went.
            case RefundPaidOut refund when isCash(refund) -> went(refund.accountId(), received(paymentOf(refund)),
                    refund.paidDate(), -refund.amount().minorUnits());
            case RefundReturned back when isCash(back) -> went(back.accountId(), received(paymentOf(back)),
                    back.effectiveDate(), back.amount().minorUnits());
            case ReceivedTransferReversed returned -> {
                var received = received(returned.paymentId());
                yield went(returned.accountId(), received, returned.effectiveDate(),
                        -received.amount().minorUnits());
            }
            default -> null;
        };
    }

    private static boolean isCash(RefundEvent refund) {
        return refund.source().kind() == CreditSource.Kind.PAYMENT;
    }

    private static PaymentId paymentOf(RefundEvent refund) {
        return new PaymentId(refund.source().id());
    }

    private static CashChange came(AccountId account, PaymentReceived received) {
        var day = dayOf(received);
        return new CashChange(account, received.paymentId(), day, day, received.amount().minorUnits());
    }

    private static CashChange went(AccountId account, PaymentReceived received, LocalDate from, long minorUnits) {
        return new CashChange(account, received.paymentId(), dayOf(received), from, minorUnits);
    }

    private static LocalDate dayOf(PaymentReceived received) {
        return received.valueDate() == null ? received.receivedDate() : received.valueDate();
    }

    private PaymentReceived received(PaymentId id) {
        return (PaymentReceived) engine.readEvents("payment/" + id, 0).next().getPayload();
    }

    @Override
    public void insert(Map<AccountId, List<CashChange>> rows) {
        CommitGroup.current().writeWithEvents(write(rows.values().stream().flatMap(List::stream).toList()));
    }

    @Override
    public void apply(List<ReceivablesEvent> facts) {
        var changes = new ArrayList<CashChange>();
        for (var fact : facts) {
            var change = of(fact);
            if (change != null) {
                changes.add(change);
            }
        }
        if (!changes.isEmpty()) {
            sql.update(write(changes));
        }
    }

    private static Update write(List<CashChange> changes) {
        var sums = new TreeMap<CashChange, CashChange>(CashChange.ROW);
        changes.forEach(change -> sums.merge(change, change, CashChange::plus));
        var rows = sums.values();
        return Update.of("""
                insert into command.account_cash as c (account_id, came_date, payment_id, change_date, amount)
                select account_id, came_date::date, payment_id, change_date::date, amount
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (account_id, came_date, payment_id, change_date, amount)
                    on conflict (account_id, came_date, payment_id, change_date)
                    do update set amount = c.amount + excluded.amount""",
                Column.of("text", rows, it -> it.account().value()),
                Column.of("text", rows, it -> it.came().toString()),
                Column.of("text", rows, it -> it.payment().value()),
                Column.of("text", rows, it -> it.from().toString()),
                Column.of("int8", rows, CashChange::minorUnits));
    }

    @Override
    public void clear() {
        jdbc.sql("truncate command.account_cash").update();
    }
}
