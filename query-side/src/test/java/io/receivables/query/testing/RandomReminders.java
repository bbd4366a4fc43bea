package io.receivables.query.testing;

import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterDelivered;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunBegun;
import io.receivables.events.dunning.DunningRunCompleted;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Reminders at random. They move no money. */
final class RandomReminders {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Story story;
    private final Random random;
    private int number;

    RandomReminders(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    void oneRun(String account, String invoice) {
        var date = FIRST_DAY.plusDays(random.nextInt(90));
        var run = new DunningRunId(story.id("DR" + number++));
        var letter = new DunningLetterId(story.id("DL" + number++));
        int level = 1 + random.nextInt(3);
        var due = Story.eur(random.nextInt(9_000) + 1 + ".00");
        story.tell(new DunningRunBegun(run, story.entity(), 1, date),
                new DunningLetterIssued(letter, run, story.accountId(account), story.entity(), level, false, null,
                        List.of(new DunnedItem(new InvoiceId(story.id(invoice)), 1, date, 0, level, due)), due, null,
                        null, Story.eur("0.00"), Story.eur("0.00"), 1, "first-reminder", 1, LetterLanguage.EN,
                        LetterChannel.EMAIL, "hash", date),
                new DunningRunCompleted(run, story.entity(), 1, 0, date));
        if (random.nextBoolean()) {
            story.tell(new DunningLetterDelivered(letter, story.accountId(account), story.entity(),
                    LetterChannel.EMAIL, 1, "reference", date));
        }
    }
}
