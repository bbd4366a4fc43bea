package io.receivables.bench.book;

import java.time.LocalDate;

/**
 * A book that was generated: one legal entity in one currency.
 *
 * @param first the day of the first fact of an account
 * @param last the newest business date and day of recording
 * @param events also the position of the newest one
 */
public record Book(Shape shape, LocalDate first, LocalDate last, long events) {

    public static final String ENTITY = "FR01";
    public static final String CURRENCY = "EUR";
    public static final String TIME_ZONE = "Europe/Paris";

    /** Accounts have ids of one length, so that text and number sort alike. */
    public static String account(int no) {
        return "C" + (10_000_000 + no);
    }

    /** Nine customers have ten accounts. */
    public static String customer(int account) {
        return "K" + (10_000_000 + account - (account % 10 == 9 ? 1 : 0));
    }

    public static String invoice(int no) {
        return "INV-" + (100_000_000 + no);
    }

    static String payment(int no) {
        return "PAY-" + (100_000_000 + no);
    }

    static String creditNote(int no) {
        return "CN-" + (100_000_000 + no);
    }

    /**
     * How large it shall be; the same seed gives the same facts.
     *
     * @param months over which the facts were recorded
     */
    public record Shape(int invoices, int months, long seed) {

        /** A large company has fifty invoices an account. */
        public int accounts() {
            return Math.max(10, invoices / 50);
        }
    }
}
