package io.receivables.query.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a journal. Its debits equal its credits to the cent.
 *
 * @param position of its first fact, which is its place among those of one accounting date
 * @param number counts the entries of the journal in one currency from the beginning of the book, without a gap
 * @param accountingDate under which it is booked: of a late fact a day in the first month that was open
 * @param effectiveDate the business date of its first fact
 * @param recordedAt when its last fact was recorded
 * @param type of its first fact
 * @param positions of all facts in it: more than one where a discount is booked with its payment
 * @param pieceNumber of the document that proves it
 * @param mappingVersion by which its accounts were found; 0 is the chart that ships for the country
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalEntry(long position, JournalRole journal, String journalCode, String journalLabel, long number,
        LocalDate accountingDate, LocalDate effectiveDate, Instant recordedAt, String type, List<Long> positions,
        String pieceNumber, LocalDate pieceDate, Currency currency, int mappingVersion, List<Line> lines) {

    public JournalEntry {
        positions = List.copyOf(positions);
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param accountId the customer account; absent where the line is no customer's
     * @param debit zero on the credit side
     * @param letter of lines that settle each other
     * @param letterDate on which the last of them was booked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(String account, String label, AccountRole role, @Nullable Percentage taxRate,
            @Nullable String accountId, @Nullable String customerId, Money debit, Money credit,
            @Nullable String letter, @Nullable LocalDate letterDate) {}
}
