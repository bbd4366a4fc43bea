package io.receivables.command.account;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference rows of customer accounts: read by commands that decide about documents, {@code for share}, so that the
 * terms cannot change under a decision and yet decisions do not wait for each other.
 */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal ACCOUNT_NOT_FOUND, also when the account belongs to a legal entity that the actor may not see */
    public AccountRow require(AccountId id) {
        return jdbc.sql("""
                select legal_entity, currency, receivable_class, opened_date
                from command.customer_account where account_id = ? for share""")
                .param(id.value())
                .query((row, _) -> new AccountRow(id, new LegalEntityId(row.getString(1)),
                        Currency.getInstance(row.getString(2)), ReceivableClass.valueOf(row.getString(3)),
                        row.getObject(4, LocalDate.class)))
                .optional()
                .filter(row -> CommandContext.current().actor().maySee(row.legalEntity()))
                .orElseThrow(() -> StreamType.ACCOUNT.notFound(id.value()));
    }

    /** The terms of an account at a date, not before it was opened. */
    public PaymentTerms termsAt(AccountId id, LocalDate date) {
        return jdbc.sql("""
                select terms from command.account_terms where account_id = ? and valid_from <= ?
                order by valid_from desc, version desc limit 1""")
                .params(id.value(), date)
                .query((row, _) -> json.readValue(row.getString(1), PaymentTerms.class))
                .single();
    }

    public void open(CustomerAccountOpened opened, String name) {
        var id = opened.accountId().value();
        int added = jdbc.sql("""
                insert into command.customer_account (account_id, legal_entity, currency, receivable_class, opened_date)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, opened.legalEntity().value(), opened.currency().getCurrencyCode(),
                        opened.receivableClass().name(), opened.effectiveDate())
                .update();
        if (added == 0) {
            throw StreamType.alreadyExists(StreamType.ACCOUNT.streamId(id));
        }
        jdbc.sql("insert into party.customer_account_party (account_id, name, changed_at) values (?, ?, now())")
                .params(id, name)
                .update();
        addTerms(opened.accountId(), opened.effectiveDate(), opened.terms());
    }

    public void addTerms(AccountId id, LocalDate validFrom, PaymentTerms terms) {
        jdbc.sql("select 1 from command.customer_account where account_id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into command.account_terms (account_id, valid_from, version, terms)
                select ?, ?, coalesce(max(version), 0) + 1, ?::jsonb from command.account_terms where account_id = ?""")
                .params(id.value(), validFrom, json.writeValueAsString(terms), id.value())
                .update();
    }
}
