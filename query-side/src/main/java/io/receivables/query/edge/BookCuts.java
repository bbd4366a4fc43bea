package io.receivables.query.edge;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.ledger.AccountHeader;
import io.receivables.query.ledger.AccountHeaders;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.LegalEntities;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the part of the books that is asked for, and refuses what the one who asks may not see. */
@Component
public class BookCuts {

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;
    private final LegalEntities entities;
    private final AccountHeaders accounts;

    BookCuts(JdbcClient jdbc, AsOfResolver resolver, LegalEntities entities, AccountHeaders accounts) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.entities = entities;
        this.accounts = accounts;
    }

    public BookCut of(BookRequest request) {
        var entity = entityOf(request.legalEntity());
        var id = entity.legalEntity().value();
        var receivableClass = request.receivableClass() == null
                ? null
                : Parameters.choice("receivableClass", request.receivableClass(), ReceivableClass.class).name();
        var asOf = resolver.resolve(new AsOfRequest(request.asAt(), request.asKnown()), entity.legalEntity());
        var account = request.accountId() == null ? null : accountOf(request.accountId(), id);
        return new BookCut(id, currency(request.currency(), account, entity, asOf), request.accountId(),
                receivableClass, asOf);
    }

    private LegalEntityResource entityOf(@Nullable String legalEntity) {
        if (legalEntity == null || legalEntity.isEmpty()) {
            throw new Refusal(ProblemCode.REQUIRED, "legalEntity is missing");
        }
        Scope.requireVisible(legalEntity);
        return entities.find(new LegalEntityId(legalEntity), Long.MAX_VALUE)
                .orElseThrow(() -> new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND,
                        "there is no legal entity " + legalEntity));
    }

    private AccountHeader accountOf(String accountId, String legalEntity) {
        return accounts.findById(accountId)
                .filter(account -> account.legalEntity().equals(legalEntity))
                .orElseThrow(() -> new Refusal(ProblemCode.ACCOUNT_NOT_FOUND, "there is no account " + accountId));
    }

    private Currency currency(@Nullable String named, @Nullable AccountHeader account, LegalEntityResource entity,
            AsOf asOf) {
        if (named != null) {
            return named(named);
        }
        return account == null
                ? onlyOneOf(entity, asOf.position())
                : Currency.getInstance(account.currency());
    }

    /** Goes from one currency to the next: there are many accounts and few currencies. */
    private Currency onlyOneOf(LegalEntityResource entity, long position) {
        var id = entity.legalEntity().value();
        var currencies = jdbc.sql("""
                with recursive named (currency) as (
                    (select currency from ledger.account where legal_entity = :entity order by currency limit 1)
                     union all
                    select (select a.currency from ledger.account a
                             where a.legal_entity = :entity and a.currency > n.currency order by a.currency limit 1)
                      from named n where n.currency is not null
                )
                select n.currency from named n
                 where n.currency is not null and exists (
                       select from ledger.account a
                        where a.legal_entity = :entity and a.currency = n.currency and a.position <= :known)
                 order by n.currency""")
                .param("entity", id)
                .param("known", position)
                .query(String.class)
                .list();
        if (currencies.size() > 1) {
            throw new Refusal(ProblemCode.CURRENCY_AMBIGUOUS, "name one of the currencies of " + id + ": "
                    + String.join(", ", currencies));
        }
        return currencies.isEmpty() ? entity.baseCurrency() : Currency.getInstance(currencies.getFirst());
    }

    private static Currency named(String currency) {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(ProblemCode.CURRENCY_UNKNOWN, "there is no currency " + currency);
        }
    }
}
