package io.receivables.query.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of account. Money that only goes from a payment to an invoice moves no balance and is no line of it.
 *
 * @param name of the customer; absent once it was erased
 * @param openingBalance at the end of the day before {@code from}
 * @param closingBalance at the end of {@code to}, added up by itself
 * @param ties whether the opening balance and the lines give the closing balance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(AccountId accountId, String customerId, @Nullable String name, LegalEntityId legalEntity,
        Currency currency, LocalDate from, LocalDate to, Known asKnown, Money openingBalance, List<Line> lines,
        Money closingBalance, boolean ties) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /** The statement in parts of so many lines, each from the balance that the one before ends with. */
    public List<Statement> parts(int mostLines) {
        var parts = new ArrayList<Statement>();
        var balance = openingBalance;
        for (int first = 0; first == 0 || first < lines.size(); first += mostLines) {
            var some = lines.subList(first, Math.min(lines.size(), first + mostLines));
            boolean last = first + mostLines >= lines.size();
            var end = last ? closingBalance : some.getLast().balance();
            parts.add(
                    new Statement(accountId, customerId, name, legalEntity, currency, from, to, asKnown, balance, some,
                            end, ties));
            balance = end;
        }
        return parts;
    }

    /**
     * What one fact moved.
     *
     * @param number of the document as people know it; absent where it has none
     * @param amount above zero when the customer owes more
     * @param balance after it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(long position, LocalDate effectiveDate, String type, DocumentType documentType,
            String documentId, @Nullable String number, Money amount, Money balance) {}
}
