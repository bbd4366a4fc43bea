package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.ExposurePart;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How credit limits and holds are kept.
 *
 * @param mode what happens when a rule is broken; null: BLOCK
 * @param limitApproval a limit that is raised above this amount needs a second person; null: none does
 * @param overrideLimit what one person may permit in excess of a limit; null: nothing
 * @param parts what counts beside open receivables; null: everything but drafts
 * @param directDebitFinalDays days after which a debit cannot come back any more (SEPA core: 56); null: at once
 * @param chequeFinalDays the same of a cheque
 * @param holdOverdueDays an account is on hold when its oldest open item is past due for more days; null: never
 * @param holdDunningLevel an account is on hold when an open item was reminded of at this level or above; null: never
 * @param holdBrokenPromise whether an account with a broken promise to pay is on hold; null: no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditRules(@Nullable Mode mode, @Nullable Money limitApproval, @Nullable Money overrideLimit,
        @Nullable List<ExposurePart> parts, @Nullable Integer directDebitFinalDays, @Nullable Integer chequeFinalDays,
        @Nullable Integer holdOverdueDays, @Nullable Integer holdDunningLevel, @Nullable Boolean holdBrokenPromise) {

    private static final List<ExposurePart> DEFAULT_PARTS = List.of(ExposurePart.NOT_FINAL,
            ExposurePart.DELIVERED_NOT_INVOICED, ExposurePart.OPEN_ORDERS, ExposurePart.SECURED);

    /** Where no policy says otherwise. */
    public static final CreditRules DEFAULT = new CreditRules(null, null, null, null, null, null, null);

    /** Rules that know of neither reminders nor promises. */
    public CreditRules(@Nullable Mode mode, @Nullable Money limitApproval, @Nullable Money overrideLimit,
            @Nullable List<ExposurePart> parts, @Nullable Integer directDebitFinalDays,
            @Nullable Integer chequeFinalDays, @Nullable Integer holdOverdueDays) {
        this(mode, limitApproval, overrideLimit, parts, directDebitFinalDays, chequeFinalDays, holdOverdueDays, null,
                null);
    }

    /** Refuse the invoice, let it pass with a warning in its fact, or do not look. */
    public enum Mode {
        BLOCK,
        WARN,
        NONE
    }

    public static CreditRules orDefault(@Nullable CreditRules rules) {
        return rules == null ? DEFAULT : rules;
    }

    public Mode modeInForce() {
        return mode == null ? Mode.BLOCK : mode;
    }

    public boolean holdsAtBrokenPromise() {
        return Boolean.TRUE.equals(holdBrokenPromise);
    }

    public boolean counts(ExposurePart part) {
        return (parts == null ? DEFAULT_PARTS : parts).contains(part);
    }

    /** For how many days from its date a payment may still come back. */
    public int finalDays(PaymentMethod method) {
        var days = switch (method) {
            case DIRECT_DEBIT -> directDebitFinalDays;
            case CHEQUE -> chequeFinalDays;
            case BANK_TRANSFER, CARD, CASH, OTHER -> null;
        };
        return days == null ? 0 : days;
    }
}
