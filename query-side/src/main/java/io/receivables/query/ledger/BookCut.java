package io.receivables.query.ledger;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a legal entity's books in one currency that is asked for, and as of when.
 *
 * @param accountId null for all accounts
 * @param receivableClass null for all classes
 */
public record BookCut(String legalEntity, Currency currency, @Nullable String accountId,
        @Nullable String receivableClass, AsOf asOf) {

    /** One account. */
    public static BookCut of(AccountHeader account, AsOf asOf) {
        return new BookCut(account.legalEntity(), Currency.getInstance(account.currency()), account.accountId(), null,
                asOf);
    }

    /** The same part, as of another date or with other knowledge. */
    public BookCut at(AsOf other) {
        return new BookCut(legalEntity, currency, accountId, receivableClass, other);
    }

    /** The same of one class, or of all. */
    public BookCut inClass(@Nullable String other) {
        return new BookCut(legalEntity, currency, accountId, other, asOf);
    }

    /** The names that the statements over the books use. */
    public Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("entity", legalEntity);
        parameters.put("currency", currency.getCurrencyCode());
        parameters.put("account", accountId);
        parameters.put("class", receivableClass);
        parameters.put("asAt", asOf.asAt());
        parameters.put("known", asOf.position());
        return parameters;
    }

    /** A condition on rows of movements or of their sums. */
    String ofClass(String relation) {
        return receivableClass == null ? "" : " and " + relation + ".receivable_class = :class";
    }
}
