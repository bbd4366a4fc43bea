package io.receivables.query.page;

import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.page.AgedBalancePage.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what the form of the aged balance offers. */
@Service
@SnapshotRead
class ReadBooks {

    private final Books books;

    ReadBooks(Books books) {
        this.books = books;
    }

    /** The first entity and its own currency are chosen unless others are named. */
    Choice choice(@Nullable String legalEntity, @Nullable String currency) {
        var entities = books.visible();
        if (entities.isEmpty()) {
            return new Choice(entities, 0, List.of(), "", null);
        }
        var named = entities.stream().filter(entity -> entity.legalEntity().value().equals(legalEntity)).findFirst();
        var chosen = named.orElse(entities.getFirst());
        var currencies = books.currencies(chosen);
        return new Choice(entities, entities.indexOf(chosen), currencies,
                currency == null || !currencies.contains(currency) && named.isEmpty()
                        ? currencies.getFirst()
                        : currency,
                legalEntity == null || named.isPresent() ? null : legalEntity);
    }
}
