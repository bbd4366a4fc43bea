package io.receivables.command.policy.simulate;

import io.receivables.command.dunning.LastReminder;
import io.receivables.command.dunning.RecordedLetter;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was known of an account when a fact was recorded, read from the facts before it. */
@Component
class RecordedAccounts {

    /** The copies say which letters an account has: the row of one stays when its text is erased. */
    private static final String LETTERS = """
            select e.global_index
              from party.dunning_letter l
              join eventstore.event e on e.aggregate_identifier = ? || l.letter_id and e.sequence_number = 0
             where l.account_id = ? and e.global_index < ?""";

    private static final String CLASS = """
            select global_index from eventstore.event
             where aggregate_identifier = ? and payload_type = 'DebtorClassChanged' and global_index < ?
             order by sequence_number desc limit 1""";

    private final ReceivablesEventStorageEngine store;
    private final JdbcClient jdbc;

    RecordedAccounts(ReceivablesEventStorageEngine store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * The reminder that each item had been in last.
     *
     * @param position of the fact before which is looked
     * @return to be added to by {@link #remind}
     */
    Map<Key, LastReminder> reminders(AccountId account, long position) {
        var reminders = new HashMap<Key, LastReminder>();
        facts(jdbc.sql(LETTERS).params(StreamType.DUNNING_LETTER.streamId(""), account.value(), position),
                DunningLetterIssued.class).forEach(letter -> remind(reminders, letter));
        return reminders;
    }

    static void remind(Map<Key, LastReminder> reminders, DunningLetterIssued letter) {
        letter.items()
                .forEach(item -> reminders.put(RecordedLetter.key(letter, item),
                        new LastReminder(item.level(), letter.effectiveDate())));
    }

    /** An account is one of a business until somebody says otherwise. */
    DebtorClass debtorClass(AccountId account, long position) {
        return facts(jdbc.sql(CLASS).params(StreamType.ACCOUNT.streamId(account), position), DebtorClassChanged.class)
                .map(DebtorClassChanged::debtorClass)
                .findFirst()
                .orElse(DebtorClass.BUSINESS);
    }

    private <T> Stream<T> facts(JdbcClient.StatementSpec positions, Class<T> type) {
        var found = positions.query((row, _) -> row.getLong(1)).list();
        return found.isEmpty()
                ? Stream.empty()
                : store.readEventsAt(found).<Object>map(Message::getPayload).map(type::cast);
    }
}
