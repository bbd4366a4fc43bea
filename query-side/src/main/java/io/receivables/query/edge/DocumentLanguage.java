package io.receivables.query.edge;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.platform.party.Contact;
import io.receivables.query.ledger.LegalEntities;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** In which language a customer is written to: the one of the party record, else French to customers of a French company. */
@Component
public class DocumentLanguage {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final LegalEntities entities;

    DocumentLanguage(JdbcClient jdbc, LegalEntities entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    public Locale of(String accountId, LegalEntityId entity) {
        var chosen = jdbc
                .sql("select contact from party.customer_account_party where account_id = ? and contact is not null")
                .param(accountId)
                .query(String.class)
                .optional()
                .map(contact -> JSON.readValue(contact, Contact.class).language())
                .orElseGet(() -> entities.find(entity, Long.MAX_VALUE)
                        .filter(company -> company.country().equals("FR"))
                        .map(_ -> LetterLanguage.FR)
                        .orElse(LetterLanguage.EN));
        // The whole product writes British English.
        return chosen == LetterLanguage.FR ? Locale.FRANCE : Locale.UK;
    }
}
