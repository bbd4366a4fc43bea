package io.receivables.events.account;

/** The kinds of insolvency procedures. */
public enum InsolvencyKind {
    /** Sauvegarde. */
    SAFEGUARD,
    /** Redressement judiciaire. */
    RECEIVERSHIP,
    /** Liquidation judiciaire. */
    LIQUIDATION
}
