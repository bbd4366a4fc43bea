package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When reminders are sent, and how sharp they are.
 *
 * @param levels of the default procedure, by rising level and rising days past due
 * @param minimumAmount an account that owes less is not reminded; null: every amount is worth a letter
 * @param graceDays so many days past due nobody is reminded, whatever the level says; null: 0
 * @param language of letters where the customer's contact names none; null: FR
 * @param procedures further ones, for accounts that are assigned to them by name; null: none
 * @param sender what letters say of the company; null: its name alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningRules(List<DunningLevel> levels, @Nullable Money minimumAmount, @Nullable Integer graceDays,
        @Nullable LetterLanguage language, @Nullable List<DunningProcedure> procedures,
        @Nullable DunningSender sender) {

    /** One procedure without anything special about it. */
    public DunningRules(List<DunningLevel> levels) {
        this(levels, null, null, null, null, null);
    }

    /**
     * The levels of a procedure.
     *
     * @param procedure null: the default; one that the policy does not name (any more) is the default as well
     */
    public List<DunningLevel> levels(@Nullable String procedure) {
        return procedures == null || procedure == null
                ? levels
                : procedures.stream()
                        .filter(it -> it.name().equals(procedure))
                        .findFirst()
                        .map(DunningProcedure::levels)
                        .orElse(levels);
    }

    public int graceDaysInForce() {
        return graceDays == null ? 0 : graceDays;
    }

    public LetterLanguage languageInForce() {
        return language == null ? LetterLanguage.FR : language;
    }

    public DunningSender senderInForce() {
        return sender == null ? DunningSender.NONE : sender;
    }
}
