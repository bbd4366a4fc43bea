package io.receivables.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.policy.DunningLevel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextLevelTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
    private static final List<DunningLevel> LEVELS = List.of(new DunningLevel(1, 5, null, null),
            new DunningLevel(2, 20, 10, null), new DunningLevel(5, 40, 10, null));

    @Test
    void aLevelBeginsOnItsDay() {
        waits(next(4, null), NotDunnedReason.NOT_YET, "level 1 begins at 5 days past due, not at 4");
        assertThat(next(5, null)).isEqualTo(new NextLevel.Reached(LEVELS.getFirst()));
    }

    @Test
    void whatIsNotDueWaits() {
        waits(next(-3, null), NotDunnedReason.NOT_YET, "not at -3");
        waits(NextLevel.of(List.of(new DunningLevel(1, 0, null, null)), 0, DUE, null, DUE.minusDays(1)),
                NotDunnedReason.NOT_YET, "not at -1");
    }

    @Test
    void levelsAreTakenOneAtATimeHoweverLate() {
        assertThat(next(400, null)).isEqualTo(new NextLevel.Reached(LEVELS.getFirst()));
        assertThat(next(400, new LastReminder(1, DUE.plusDays(390)))).isEqualTo(new NextLevel.Reached(LEVELS.get(1)));
        assertThat(next(400, new LastReminder(2, DUE.plusDays(390)))).isEqualTo(new NextLevel.Reached(LEVELS.get(2)));
    }

    @Test
    void theReminderBeforeGivesItsDays() {
        waits(next(400, new LastReminder(1, DUE.plusDays(391))), NotDunnedReason.NOT_YET,
                "level 2 follows 10 days after the reminder before, not 9");
    }

    @Test
    void aboveTheHighestLevelThereIsNone() {
        waits(next(400, new LastReminder(5, DUE.plusDays(40))), NotDunnedReason.HIGHEST_LEVEL_REACHED, "level 5");
        waits(NextLevel.of(List.of(), 0, DUE, null, DUE.plusDays(9)), NotDunnedReason.HIGHEST_LEVEL_REACHED, "level 0");
    }

    @Test
    void aLevelThatThePolicyNoLongerHasLeadsToTheOneAboveIt() {
        assertThat(next(60, new LastReminder(3, DUE.plusDays(40)))).isEqualTo(new NextLevel.Reached(LEVELS.get(2)));
    }

    @Test
    void withinTheGraceNobodyIsReminded() {
        waits(NextLevel.of(LEVELS, 7, DUE, null, DUE.plusDays(7)), NotDunnedReason.NOT_YET,
                "7 days past due are within the 7 days of grace");
        assertThat(NextLevel.of(LEVELS, 7, DUE, null, DUE.plusDays(8)))
                .isEqualTo(new NextLevel.Reached(LEVELS.getFirst()));
    }

    private static NextLevel next(int daysPastDue, @Nullable LastReminder before) {
        return NextLevel.of(LEVELS, 0, DUE, before, DUE.plusDays(daysPastDue));
    }

    private static void waits(NextLevel next, NotDunnedReason reason, String detail) {
        assertThat(next).isInstanceOfSatisfying(NextLevel.Waits.class, waits -> {
            assertThat(waits.reason()).isEqualTo(reason);
            assertThat(waits.detail()).contains(detail);
        });
    }
}
