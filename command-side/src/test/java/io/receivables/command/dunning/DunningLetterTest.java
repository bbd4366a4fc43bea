package io.receivables.command.dunning;

import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DeliveryFailure;
import io.receivables.events.dunning.DunningLetterDelivered;
import io.receivables.events.dunning.DunningLetterDeliveryFailed;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningLetterSentAgain;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DunningLetterTest {

    private static final DunningLetterId ID = new DunningLetterId("L1");
    private static final AccountId ACCOUNT = new AccountId("C1");
    private static final LegalEntityId ENTITY = new LegalEntityId("FR01");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Money ZERO = Money.of("0.00", "EUR");
    private static final DunningLetterIssued ISSUED = new DunningLetterIssued(ID, new DunningRunId("R1"), ACCOUNT,
            ENTITY, 1, false, null, List.of(), ZERO, null, null, ZERO, ZERO, 1, "first-reminder", 1,
            LetterLanguage.FR, LetterChannel.EMAIL, "hash", DAY);
    private static final DunningLetterDelivered DELIVERED = new DunningLetterDelivered(ID, ACCOUNT, ENTITY,
            LetterChannel.EMAIL, 2, "<L1@acme.test>", DAY);
    private static final DunningLetterDeliveryFailed FAILED = new DunningLetterDeliveryFailed(ID, ACCOUNT, ENTITY,
            LetterChannel.EMAIL, 1, DeliveryFailure.REFUSED, 550, DAY);

    private final StreamFixture<DunningLetter> letter = StreamFixture.of(DunningLetter.class, "dunning-letter/L1");

    @Test
    void whatHasEndedDoesNotEndAgain() {
        letter.given(ISSUED, DELIVERED)
                .when(it -> it.delivered(1, "<L1@acme.test>", DAY))
                .refused(ProblemCode.DUNNING_LETTER_NOT_WAITING, "L1");
        letter.given(ISSUED, FAILED)
                .when(it -> it.failed(1, DeliveryFailure.GIVEN_UP, null, DAY))
                .refused(ProblemCode.DUNNING_LETTER_NOT_WAITING);
    }

    @Test
    void whatWaitsIsNotSentAgain() {
        letter.given(ISSUED)
                .when(it -> it.sendAgain(null, "lost", DAY))
                .refused(ProblemCode.DUNNING_LETTER_WAITING, "EMAIL");
    }

    @Test
    void itIsDeliveredOrNot() {
        letter.given(ISSUED).when(it -> it.delivered(2, "<L1@acme.test>", DAY)).then(DELIVERED);
        letter.given(ISSUED).when(it -> it.failed(1, DeliveryFailure.REFUSED, 550, DAY)).then(FAILED);
    }

    @Test
    void itIsSentAgainByTheSameChannelOrAnother() {
        letter.given(ISSUED, FAILED)
                .when(it -> it.sendAgain(LetterChannel.LETTER, "bounced", DAY))
                .then(new DunningLetterSentAgain(ID, ACCOUNT, ENTITY, LetterChannel.LETTER, "bounced", DAY));
        letter.given(ISSUED, DELIVERED,
                new DunningLetterSentAgain(ID, ACCOUNT, ENTITY, LetterChannel.LETTER, "x", DAY),
                new DunningLetterDelivered(ID, ACCOUNT, ENTITY, LetterChannel.LETTER, 1, "L1.html", DAY))
                .when(it -> it.sendAgain(null, "lost", DAY))
                .then(new DunningLetterSentAgain(ID, ACCOUNT, ENTITY, LetterChannel.LETTER, "lost", DAY));
    }
}
