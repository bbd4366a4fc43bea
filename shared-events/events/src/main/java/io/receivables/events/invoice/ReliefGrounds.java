package io.receivables.events.invoice;

/** Why a claim is definitively irrecoverable, so that its value added tax may be taken back (CGI article 272-1). */
public enum ReliefGrounds {
    /** A court has ordered the liquidation of the debtor. */
    LIQUIDATION_JUDGMENT,
    /** A court has adopted a plan that gives up the claim. */
    COURT_PLAN,
    /** The pursuit of the debtor has failed. */
    FAILED_PURSUIT,
    /** The debtor cannot be found. */
    VANISHED_DEBTOR
}
