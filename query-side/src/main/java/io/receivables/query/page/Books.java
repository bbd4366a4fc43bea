package io.receivables.query.page;

import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.LegalEntities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to choose from: the legal entities that the reader may see, their currencies, their days. */
@Component
class Books {

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

    /** The day before something last moved: likely the last one on which anything was open. */
    Optional<LocalDate> lastOpenDay(String legalEntity, String currency) {
        return jdbc.sql("""
                select max(effective_date) - 1 from ledger.movement
                 where legal_entity = ? and currency = ? and account_id is not null""")
                .param(legalEntity)
                .param(currency)
                .query(LocalDate.class)
                .optional();
    }
}
