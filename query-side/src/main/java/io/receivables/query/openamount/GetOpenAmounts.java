package io.receivables.query.openamount;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the sums of what accounts owe before credit that is not applied. */
@Component
final class GetOpenAmounts {

    /** Each is a series for ever: beyond so many the aged balance is the place to look. */
    static final int MOST = 200;

    private static final int PATIENCE_SECONDS = 5;

    private final JdbcClient jdbc;

    GetOpenAmounts(DataSource database) {
        var patient = new JdbcTemplate(database);
        patient.setQueryTimeout(PATIENCE_SECONDS);
        this.jdbc = JdbcClient.create(patient);
    }

    /** The first {@value #MOST} pairs of legal entity and currency, in the order of their names. */
    List<OpenAmount> handle() {
        return jdbc.sql("""
                select legal_entity, currency, sum(debt)
                  from ledger.account_total
                 where debt <> 0
                 group by legal_entity, currency
                 order by legal_entity, currency
                 limit\s""" + MOST)
                .query((row, _) -> new OpenAmount(row.getString(1), row.getString(2),
                        inUnits(row.getBigDecimal(3), row.getString(2))))
                .list();
    }

    private static double inUnits(BigDecimal minorUnits, String currency) {
        return minorUnits.movePointLeft(Currency.getInstance(currency).getDefaultFractionDigits()).doubleValue();
    }
}
