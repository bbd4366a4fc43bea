package io.receivables.command.agreement;

import io.receivables.command.account.Accounts;
import io.receivables.command.lane.AfterDecision;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.lane.Sql.Update;
import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.invoice.InvoiceBoughtBack;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceFactored;
import io.receivables.events.invoice.InvoicePaidToFactor;
import io.receivables.events.invoice.InvoicePaidToFactorReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundReturned;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Counts the facts that may change what has become of an account's promises and plans, so that they are looked at again.
 * The money of most accounts has nothing to do with a promise: theirs counts nothing. An account that promises for the first
 * time changes its row, so that each sees the other or waits for it.
 *
 * <p>It comes before the tables that write with the events: on every node agreements are locked first, then what is owed.
 */
@Component
@Order(4)
class AgreementTouches implements GroupTable<AccountId, Long>, AfterDecision {

    private final Accounts accounts;
    private final AgreementRows agreements;

    AgreementTouches(Accounts accounts, AgreementRows agreements) {
        this.accounts = accounts;
        this.agreements = agreements;
    }

    @Override
    public void decided(List<ReceivablesEvent> events) {
        for (var event : events) {
            switch (event) {
                case PaymentTransferred moved -> {
                    touch(moved.accountId());
                    touch(moved.toAccountId());
                }
                case PaymentTransferReversed back -> {
                    touch(back.accountId());
                    touch(back.toAccountId());
                }
                case PaymentEvent payment -> touch(payment);
                case RefundPaidOut refund -> touch(refund);
                case RefundReturned back -> touch(back);
                case CreditNoteAllocated allocated -> touch(allocated);
                case CreditNoteAllocationReversed reversed -> touch(reversed);
                case InvoiceWrittenOff writtenOff -> touch(writtenOff);
                case WriteOffReversed reversed -> touch(reversed);
                case InvoiceCancelled cancelled -> touch(cancelled);
                case InvoiceFactored assigned -> touch(assigned);
                case InvoiceBoughtBack back -> touch(back);
                case InvoicePaidToFactor paid -> touch(paid);
                case InvoicePaidToFactorReversed back -> touch(back);
                case SmallDifferenceWrittenOff given -> touch(given);
                case SmallDifferenceReversed back -> touch(back);
                default -> {
                    // It moves no money of an account.
                }
            }
        }
    }

    /** Whether the commands of the running transaction have moved money of an account. */
    boolean isTouched(AccountId account) {
        return CommitGroup.current().find(this, account) != null;
    }

    private void touch(AccountEntry entry) {
        if (entry.accountId() != null) {
            touch(entry.accountId());
        }
    }

    private void touch(AccountId account) {
        var group = CommitGroup.current();
        var before = group.find(this, account);
        group.put(this, account, before == null ? 1L : before + 1);
    }

    @Override
    public void insert(Map<AccountId, Long> rows) {
        var group = CommitGroup.current();
        var watched = new HashSet<>(rows.keySet());
        watched.removeAll(accounts.knownWithoutAgreements(watched));
        watched.addAll(group.added(agreements).keySet());
        watched.retainAll(rows.keySet());
        if (!watched.isEmpty()) {
            // Two statements: the second must see the promise that the first has waited for.
            group.writeWithEvents(accounts.lock(watched));
            group.writeWithEvents(count(watched, rows));
        }
    }

    private static Update count(Collection<AccountId> watched, Map<AccountId, Long> rows) {
        // In one order on every node, so that no two wait for each other.
        return Update.of("""
                with touched as (
                    select a.account_id, new.touches
                      from (select unnest(?), unnest(?)) as new (account_id, touches)
                      join command.agreement a on a.account_id = new.account_id
                     order by a.account_id for no key update of a)
                update command.agreement a set touches = a.touches + touched.touches
                  from touched where a.account_id = touched.account_id""",
                Column.of("text", watched, AccountId::value),
                Column.of("int8", watched, rows::get));
    }
}
