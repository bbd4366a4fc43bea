package io.receivables.events.accountmapping;

/** What an account is for. Its number is the chart's. */
public enum AccountRole {
    /** What customers owe. */
    RECEIVABLE(false),
    /** What customers owe and may not pay. */
    DOUBTFUL(false),
    /** Cash and credit that settles nothing yet; where it has no account it stays on that of RECEIVABLE. */
    CUSTOMER_CREDIT(false),
    /** Cash whose payer nobody has identified. */
    UNIDENTIFIED(false),
    /** Money at the bank. */
    BANK(false),
    /** Cheques received. */
    CHEQUES(false),
    /** Card payments received. */
    CARDS(false),
    /** Coins and notes. */
    CASH(false),
    SALES(true),
    /** Returns and rebates: credit notes. */
    SALES_REDUCTIONS(true),
    VAT_COLLECTED(true),
    /** Tax that falls due when the customer pays. */
    VAT_PENDING(true),
    /** Early-payment discount granted, without tax. */
    DISCOUNT(false),
    LATE_INTEREST(false),
    /** The lump sum for the cost of recovery. */
    INDEMNITY(false),
    /** Contractual fees for lateness. */
    FEE(false),
    /** Write-offs. */
    LOSS(false),
    /** Cents that were given up. */
    SMALL_DIFFERENCE_LOSS(false),
    /** Cents that were kept. */
    SMALL_DIFFERENCE_GAIN(false),
    /** Money for what had been written off. */
    RECOVERY(false),
    /** Credits of customers that were kept. */
    CREDIT_INCOME(false),
    /** What a factor owes us, and we owe it. */
    FACTOR(false),
    FACTOR_COMMISSION(false),
    /** The other side of what was open already when the book moved here. */
    OPENING_BALANCE(false);

    private final boolean taxed;

    AccountRole(boolean taxed) {
        this.taxed = taxed;
    }

    /** Whether each rate of tax may have an account of its own. */
    public boolean isByTaxRate() {
        return taxed;
    }
}
