package io.receivables.command.policy;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.CreditPolicySet;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reference rows of credit policies. A decision takes a share lock on the legal entity before it reads the version that
 * is valid at its date, so that no version can be set under it; who sets one takes the stronger lock.
 */
@Component
public class CreditPolicies {

    private final JdbcClient jdbc;

    CreditPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may be written off at a date without a second person. */
    public ApprovalLimit writeOffLimit(LegalEntityId entity, Currency currency, LocalDate date) {
        return limit("write_off_limit", entity, currency, date);
    }

    /** What may be refunded at a date without a second person. */
    public ApprovalLimit refundLimit(LegalEntityId entity, Currency currency, LocalDate date) {
        return limit("refund_limit", entity, currency, date);
    }

    /**
     * Keeps decisions of the entity waiting until this transaction ends.
     *
     * @return the base currency of the entity, which limits are in
     * @throws Refusal LEGAL_ENTITY_NOT_FOUND, also when the actor may not see it
     */
    public Currency lock(LegalEntityId entity) {
        // Not "for update": that would also stop everybody who refers to the entity by a foreign key.
        return jdbc.sql("select base_currency from command.legal_entity where legal_entity = ? for no key update")
                .param(entity.value())
                .query((row, _) -> Currency.getInstance(row.getString(1)))
                .optional()
                .filter(_ -> CommandContext.current().actor().maySee(entity))
                .orElseThrow(() -> StreamType.LEGAL_ENTITY.notFound(entity.value()));
    }

    public void add(CreditPolicySet version) {
        var limits = version.approvals();
        jdbc.sql("""
                insert into command.credit_policy
                  (legal_entity, version, valid_from, currency, write_off_limit, refund_limit)
                values (?, ?, ?, ?, ?, ?)""")
                .params(version.legalEntity().value(), version.version(), version.validFrom(),
                        limits.writeOffLimit().currency().getCurrencyCode(), limits.writeOffLimit().amount(),
                        limits.refundLimit().amount())
                .update();
    }

    /** Limits are in the base currency: a document in another one has none, and always needs the second person. */
    private ApprovalLimit limit(String column, LegalEntityId entity, Currency currency, LocalDate date) {
        jdbc.sql("select 1 from command.legal_entity where legal_entity = ? for share")
                .param(entity.value())
                .query(Integer.class)
                .single();
        var zero = Money.zero(currency);
        return jdbc.sql("select version, currency, " + column + """
                 from command.credit_policy where legal_entity = ? and valid_from <= ?
                order by valid_from desc, version desc limit 1""")
                .params(entity.value(), date)
                .query((row, _) -> new ApprovalLimit(
                        currency.getCurrencyCode().equals(row.getString(2))
                                ? new Money(row.getBigDecimal(3), currency)
                                : zero,
                        row.getInt(1)))
                .optional()
                .orElseGet(() -> new ApprovalLimit(zero, null));
    }
}
