package io.receivables.command.letter;

import io.receivables.command.account.Party;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.platform.party.Contact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The letters as they were written, beside the party record: they name people, so that they can be erased with it. */
@Component
@Order(9)
public class LetterCopies implements GroupTable<DunningLetterId, LetterCopies.Copy> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sql sql;

    LetterCopies(Sql sql) {
        this.sql = sql;
    }

    /** @param recipient name and contact as they were when it was written */
    public record Copy(AccountId account, Party recipient, LetterContent content) {}

    public void put(DunningLetterId id, Copy copy) {
        CommitGroup.current().put(this, id, copy);
    }

    /** Empty when it was erased. For senders, which have no transaction. */
    public Optional<Copy> find(DunningLetterId id) {
        return sql.query("""
                select l.account_id, l.recipient, l.subject, l.plain, l.html
                  from unnest(?) as wanted (id)
                  join party.dunning_letter l on l.letter_id = wanted.id
                 where l.html is not null""",
                (row, _) -> new Copy(new AccountId(row.getString(1)), recipient(row.getString(2)),
                        new LetterContent(row.getString(3), row.getString(4), row.getString(5))),
                Column.of("text", List.of(id), DunningLetterId::value)).stream().findFirst();
    }

    private static Party recipient(String json) {
        var node = JSON.readTree(json);
        return new Party(node.path("name").asString(), JSON.treeToValue(node.path("contact"), Contact.class));
    }

    @Override
    public void insert(Map<DunningLetterId, Copy> rows) {
        sql.update("""
                insert into party.dunning_letter (letter_id, account_id, recipient, subject, plain, html)
                select id, account_id, recipient::jsonb, subject, plain, html
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (id, account_id, recipient, subject, plain, html)""",
                Column.of("text", rows.keySet(), DunningLetterId::value),
                Column.of("text", rows.values(), copy -> copy.account().value()),
                Column.of("text", rows.values(), copy -> JSON.writeValueAsString(copy.recipient())),
                Column.of("text", rows.values(), copy -> copy.content().subject()),
                Column.of("text", rows.values(), copy -> copy.content().plain()),
                Column.of("text", rows.values(), copy -> copy.content().html()));
    }
}
