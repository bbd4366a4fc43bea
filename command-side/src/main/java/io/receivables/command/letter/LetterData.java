package io.receivables.command.letter;

import io.receivables.command.account.Party;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningSender;
import io.receivables.events.policy.LetterLanguage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a letter says.
 *
 * @param template the name of its text
 * @param reference what an answer should quote, beside the account
 * @param lines what its text is about
 * @param besides what is overdue as well and no formal notice is given of: listed apart; empty unless notice is given
 * @param amountDue of the lines and of what is besides
 * @param charges late charges that were open before; zero: not mentioned
 * @param fee of this letter; null: not mentioned
 * @param unapplied what settles nothing yet; zero: not mentioned
 */
public record LetterData(String template, LetterLanguage language, LocalDate date, Creditor creditor, Party debtor,
        AccountId account, String reference, List<Line> lines, List<Line> besides, Money amountDue, Money charges,
        @Nullable Money fee, Money unapplied) {

    /** @param siren null outside of France */
    public record Creditor(String name, @Nullable String siren, DunningSender sender) {}

    /**
     * An instalment that is late.
     *
     * @param level of reminders that it is at; 0: none yet
     */
    public record Line(String invoiceNumber, int instalment, LocalDate issueDate, LocalDate dueDate, long daysPastDue,
            int level, Money amount) {}

    /** What is overdue and listed apart. */
    Money dueBesides() {
        return besides.stream().map(Line::amount).reduce(Money.zero(amountDue.currency()), Money::plus);
    }

    /** What the lines add up to. */
    Money dueOfLines() {
        return amountDue.minus(dueBesides());
    }

    /** What the text asks for. */
    Money total() {
        var total = dueOfLines().plus(charges);
        return fee == null ? total : total.plus(fee);
    }
}
