package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.platform.party.Contact;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.AccountAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Answers how a customer is reached: the party record as it is now, whatever was known on an earlier day. */
@Service
class GetContact {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final AccountAccess access;

    GetContact(JdbcClient jdbc, AccountAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** @throws Refusal CONTACT_ERASED when the party record was erased */
    CustomerContact handle(AccountId id) {
        access.require(id.value());
        return jdbc.sql("select name, contact from party.customer_account_party where account_id = ?")
                .param(id.value())
                .query((row, _) -> new CustomerContact(id.value(), row.getString(1),
                        row.getString(2) == null ? Contact.NONE : JSON.readValue(row.getString(2), Contact.class)))
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.CONTACT_ERASED,
                        "the party record of account " + id + " was erased"));
    }
}
