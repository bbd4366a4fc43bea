package io.receivables.bench.book;

import java.util.Random;

/** How customers of this book behave: the shares and distributions, all drawn from one seeded source. */
final class Habits {

    private final Random random;
    private final int accounts;

    Habits(Random random, int accounts) {
        this.random = random;
        this.accounts = accounts;
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A few accounts have most of the invoices. */
    int account() {
        double skewed = random.nextDouble();
        return (int) (accounts * skewed * skewed);
    }

    /** Cents: log-normal around 480 EUR, with a long tail. */
    long amount() {
        double euros = Math.exp(6.17 + 1.2 * random.nextGaussian());
        return Math.clamp(Math.round(euros * 100), 500L, 50_000_000L);
    }

    /** Days between the due date and the payment: each account has a habit of its own, and a mood. */
    int lateness(int account) {
        int habit = account * 7 % 40 - 8;
        return (int) Math.round(habit + 10 * random.nextGaussian());
    }

    /** Customers pay in runs of ten days. */
    int nextRun(int day, int account) {
        return day + Math.floorMod(account - day, 10);
    }

    /** Days from the business date to the recording: mostly none, now and then weeks. */
    int delay(int usual) {
        return happens(0.015) ? between(5, 40) : between(0, usual);
    }
}
