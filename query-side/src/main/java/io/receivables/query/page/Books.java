package io.receivables.query.page;

import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.LegalEntities;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to choose from: the legal entities that the reader may see, their currencies, their days. */
@Component
class Books {

    private static final int QUARTERS = 4;

    private final JdbcClient jdbc;
    private final LegalEntities entities;

    Books(JdbcClient jdbc, LegalEntities entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    List<LegalEntityResource> visible() {
        return entities.all(Long.MAX_VALUE)
                .stream()
                .filter(entity -> Scope.isVisible(entity.legalEntity().value()))
                .toList();
    }

    /** Those of its accounts, its own one first. */
    List<String> currencies(LegalEntityResource entity) {
        var base = entity.baseCurrency().getCurrencyCode();
        var all = new ArrayList<>(jdbc
                .sql("select distinct currency from ledger.account where legal_entity = ? order by currency")
                .param(entity.legalEntity().value())
                .query(String.class)
                .list());
        if (all.isEmpty() || all.remove(base)) {
            all.addFirst(base);
        }
        return List.copyOf(all);
    }

    /** The day before something last moved, when it was likely open still, and the ends of the quarters before. */
    List<LocalDate> openDays(String legalEntity, String currency) {
        var last = jdbc.sql("""
                select max(effective_date) - 1 from ledger.movement
                 where legal_entity = ? and currency = ? and account_id is not null""")
                .param(legalEntity)
                .param(currency)
                .query(LocalDate.class)
                .optional();
        var days = new ArrayList<LocalDate>();
        last.ifPresent(day -> {
            days.add(day);
            for (int i = 0; i < QUARTERS; i++) {
                var inQuarter = days.getLast();
                days.add(inQuarter.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1));
            }
        });
        return List.copyOf(days);
    }
}
