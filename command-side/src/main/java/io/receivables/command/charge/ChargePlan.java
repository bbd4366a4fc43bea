package io.receivables.command.charge;

import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What is to be claimed of an invoice for being late, and what of its charges comes out otherwise now. */
public final class ChargePlan {

    private final List<Stale> stale = new ArrayList<>();
    private final List<LateChargeClaimed> claims = new ArrayList<>();
    private final List<Skip> skipped = new ArrayList<>();

    /** A charge to be reversed. */
    public record Stale(ChargeId chargeId, Money amount, Money recalculated) {

        public String reason() {
            return "recalculated: " + amount + " is " + recalculated + " by what is known now";
        }
    }

    /**
     * What is not claimed, though the invoice is late.
     *
     * @param detail why, with the numbers
     */
    public record Skip(ChargeKind kind, Reason reason, String detail) {}

    /** Why nothing is claimed. */
    public enum Reason {
        /** The policy waits some days. */
        WITHIN_GRACE,
        /** The interest of so few days is left to a later run. */
        BELOW_MINIMUM,
        /** The claim is not of a commercial transaction: the law of late payment is not for it. */
        NOT_TRADE,
        /** The policy's amounts are in another currency. */
        OTHER_CURRENCY,
        /** A procedure is open over the customer. */
        INSOLVENCY,
        /** All that is late is disputed: the policy waits for what becomes of the dispute. */
        DISPUTED,
        /** A factor has bought what was late: charges for lateness are the factor's. */
        FACTORED,
        /** A charge that comes out otherwise now is paid in part: a person takes the allocation back first. */
        CHARGE_SETTLED
    }

    void reverse(ChargeId id, Money amount, Money recalculated) {
        stale.add(new Stale(id, amount, recalculated));
    }

    void claim(LateChargeClaimed claim) {
        claims.add(claim);
    }

    void skip(ChargeKind kind, Reason reason, String detail) {
        skipped.add(new Skip(kind, reason, detail));
    }

    public List<Stale> stale() {
        return List.copyOf(stale);
    }

    public List<LateChargeClaimed> claims() {
        return List.copyOf(claims);
    }

    /** Whether nothing waits for another day or for a person: a factor who has bought the invoice charges for it. */
    public boolean isFinal() {
        return skipped.stream().allMatch(it -> it.reason() == Reason.FACTORED);
    }

    public List<Skip> skipped() {
        return List.copyOf(skipped);
    }
}
