package io.receivables.query.period;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.period.ControlTotal;
import io.receivables.query.ledger.SignOff;
import io.receivables.query.period.Period.Reconciliation;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger gives at the end of a month. */
@Component
class PeriodFigures {

    private static final String UNIDENTIFIED = "UNIDENTIFIED";

    private final JdbcClient jdbc;

    PeriodFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ledger's own control totals, by currency. */
    List<ControlTotal> totals(LegalEntityId entity, LocalDate end, long position) {
        var byCurrency = new TreeMap<String, Map<String, Long>>();
        jdbc.sql("""
                select currency, case when account_id is null then 'UNIDENTIFIED' else document_type end as part,
                       sum(amount)::int8 as amount
                  from ledger.movement
                 where legal_entity = ? and effective_date <= ? and position <= ?
                 group by 1, 2""")
                .params(entity.value(), end, position)
                .query(row -> {
                    byCurrency.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return byCurrency.entrySet()
                .stream()
                .map(it -> total(Currency.getInstance(it.getKey()), it.getValue()))
                .toList();
    }

    private static ControlTotal total(Currency currency, Map<String, Long> parts) {
        long invoices = parts.getOrDefault("INVOICE", 0L);
        long charges = parts.getOrDefault("CHARGE", 0L);
        long unapplied = -parts.getOrDefault("PAYMENT", 0L) - parts.getOrDefault("CREDIT_NOTE", 0L);
        return new ControlTotal(Money.ofMinorUnits(invoices, currency), Money.ofMinorUnits(charges, currency),
                Money.ofMinorUnits(unapplied, currency), Money.ofMinorUnits(invoices + charges - unapplied, currency),
                Money.ofMinorUnits(-parts.getOrDefault(UNIDENTIFIED, 0L), currency));
    }

    /** How many facts with movements were recorded after the sign-off, with a date up to the end of its month. */
    long lateFacts(SignOff signOff, long position) {
        return jdbc.sql("""
                select count(distinct position) from ledger.movement
                 where legal_entity = ? and effective_date <= ? and position > ? and position <= ?""")
                .params(signOff.closed().legalEntity().value(), signOff.closed().period().atEndOfMonth(),
                        signOff.position(), position)
                .query(Long.class)
                .single();
    }

    /** From what was signed to what is known at a position, by currency. */
    List<Reconciliation> reconciliation(SignOff signOff, long position) {
        var signed = balances(signOff.closed().totals());
        var now = balances(totals(signOff.closed().legalEntity(), signOff.closed().period().atEndOfMonth(), position));
        var late = lateByCurrency(signOff, position);
        var currencies = new TreeMap<String, Currency>();
        List.of(signed, now, late)
                .forEach(part -> part.keySet().forEach(it -> currencies.put(it.getCurrencyCode(), it)));
        return currencies.values().stream().map(currency -> {
            var zero = Money.zero(currency);
            return new Reconciliation(signed.getOrDefault(currency, zero), late.getOrDefault(currency, zero),
                    now.getOrDefault(currency, zero));
        }).toList();
    }

    private Map<Currency, Money> lateByCurrency(SignOff signOff, long position) {
        var late = new HashMap<Currency, Money>();
        jdbc.sql("""
                select currency, sum(amount)::int8 from ledger.movement
                 where legal_entity = ? and effective_date <= ? and position > ? and position <= ?
                   and account_id is not null
                 group by 1""")
                .params(signOff.closed().legalEntity().value(), signOff.closed().period().atEndOfMonth(),
                        signOff.position(), position)
                .query(row -> {
                    var currency = Currency.getInstance(row.getString(1));
                    late.put(currency, Money.ofMinorUnits(row.getLong(2), currency));
                });
        return late;
    }

    private static Map<Currency, Money> balances(List<ControlTotal> totals) {
        var balances = new HashMap<Currency, Money>();
        totals.forEach(total -> balances.put(total.balance().currency(), total.balance()));
        return balances;
    }
}
