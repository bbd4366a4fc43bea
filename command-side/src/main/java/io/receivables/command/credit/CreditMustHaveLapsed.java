package io.receivables.command.credit;

import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;

/** What a customer can still claim is no income, unless it is small (limitation: Code de commerce L110-4). */
final class CreditMustHaveLapsed {

    private CreditMustHaveLapsed() {}

    /** @param standing what of the same credit is, or may be, written off already: small parts do not add up to a large one */
    static void check(CreditWriteOffClaim claim, Money standing, String what) {
        var lapsesOn = claim.lapsesOn();
        if (lapsesOn != null && claim.effectiveDate().isBefore(lapsesOn)
                && claim.amount().plus(standing).isGreaterThan(claim.small())) {
            throw new Refusal(ProblemCode.CREDIT_NOT_LAPSED, "the customer may claim " + what + " until " + lapsesOn
                    + "; before that only " + claim.small() + " of it may be written off, not "
                    + claim.amount().plus(standing));
        }
    }
}
