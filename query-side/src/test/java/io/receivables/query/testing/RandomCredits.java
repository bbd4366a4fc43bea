package io.receivables.query.testing;

import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditHoldPlaced;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditLimitRequested;
import io.receivables.events.account.CreditLimitSet;
import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.ReportedExposure;
import java.time.LocalDate;
import java.util.Random;

/** Facts about the credit of accounts, at random. They move no money. */
final class RandomCredits {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Story story;
    private final Random random;
    private int number;

    RandomCredits(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    void oneFact(String account) {
        var id = story.accountId(account);
        var date = FIRST_DAY.plusDays(random.nextInt(90));
        switch (random.nextInt(3)) {
            case 0 -> {
                var limit = new CreditLimitId(story.id("CL" + number++));
                var terms = new CreditLimit(Story.eur(random.nextInt(9_000) + ".00"), date, null);
                story.tell(new CreditLimitRequested(id, story.entity(), limit, terms, "growth", "asker",
                        Story.eur("0.00"), null, date));
                if (random.nextBoolean()) {
                    story.tell(new CreditLimitSet(id, story.entity(), limit, terms, "growth", "asker", "approver", null,
                            date));
                }
            }
            case 1 -> story.tell(new CreditHoldPlaced(id, story.entity(), new CreditHoldId(story.id("CH" + number++)),
                    "under review", "asker", date));
            default -> story.tell(new ExposureReported(id, story.entity(),
                    new ReportedExposure(null, Story.eur("10.00"), null, null), date));
        }
    }
}
