package io.receivables.command.collectioncase;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.StreamFixture;
import io.receivables.events.collectioncase.CaseOwnerAssigned;
import io.receivables.events.collectioncase.CaseOwnerReleased;
import io.receivables.events.collectioncase.CaseSnoozed;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.CaseWoken;
import io.receivables.events.collectioncase.NextActionDone;
import io.receivables.events.collectioncase.NextActionPlanned;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.CollectionCaseResource.NextAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The case of an account; today is named with each decision. */
class CollectionCaseTest {

    private static final CaseSubject SUBJECT = CaseSubject.of(ACCOUNT);

    private final StreamFixture<CollectionCase> work = StreamFixture.of(CollectionCase.class,
            "collection-case/" + SUBJECT);

    @Test
    void whatSomebodyElseWorksOnIsNotTaken() {
        work.given(assigned("ann", null, "02-01"))
                .when(it -> it.take("bob", day("02-02")))
                .refused(ProblemCode.CASE_HAS_OWNER, "ann", "2026-02-01");
    }

    @Test
    void whoHasItDoesNotTakeItAgain() {
        work.given(assigned("ann", null, "02-01"))
                .when(it -> it.take("ann", day("02-02")))
                .refused(ProblemCode.CASE_OWNER_UNCHANGED, "ann");
    }

    @Test
    void itIsNotGivenToWhoHasIt() {
        work.given(assigned("ann", null, "02-01"))
                .when(it -> it.assign("ann", day("02-02")))
                .refused(ProblemCode.CASE_OWNER_UNCHANGED, "ann");
    }

    @Test
    void itIsHandedOver() {
        work.given(assigned("ann", null, "02-01"))
                .when(it -> it.assign("bob", day("02-02")))
                .then(assigned("bob", "ann", "02-02"))
                .shows(it -> {
                    assertThat(it.resource(day("02-02")).owner()).isEqualTo("bob");
                    assertThat(it.resource(day("02-02")).ownedSince()).isEqualTo(day("02-02"));
                    assertThat(it.resource(day("02-02")).version()).isEqualTo(2);
                });
    }

    @Test
    void whatNobodyWorksOnIsNotReleased() {
        work.given(assigned("ann", null, "02-01"), released("ann", "02-02"))
                .when(it -> it.release(day("02-03")))
                .refused(ProblemCode.CASE_HAS_NO_OWNER, "account/C1");
    }

    @Test
    void itIsReleasedAndTakenByAnother() {
        work.given(assigned("ann", null, "02-01"), released("ann", "02-02"))
                .when(it -> it.take("bob", day("02-03")))
                .then(assigned("bob", null, "02-03"));
    }

    @Test
    void itDoesNotRestUntilToday() {
        work.given(assigned("ann", null, "02-01"))
                .when(it -> it.snooze(day("02-02"), "promised", true, day("02-02")))
                .refused(ProblemCode.DATE_PASSED, "2026-02-02", "2026-02-03");
    }

    @Test
    void itRestsUntilTheDayAndNoLonger() {
        work.given(assigned("ann", null, "02-01"))
                .when(it -> it.snooze(day("02-10"), "promised", false, day("02-02")))
                .then(snoozed("02-10", "02-02"))
                .shows(it -> {
                    assertThat(it.resource(day("02-09")).snooze()).isNotNull();
                    assertThat(it.resource(day("02-10")).snooze()).isNull();
                });
    }

    @Test
    void whatDoesNotRestIsNotWoken() {
        work.given(snoozed("02-10", "02-02"))
                .when(it -> it.wake(day("02-10")))
                .refused(ProblemCode.CASE_NOT_SNOOZED, "2026-02-10");
    }

    @Test
    void itIsWoken() {
        work.given(snoozed("02-10", "02-02"))
                .when(it -> it.wake(day("02-09")))
                .then(new CaseWoken(SUBJECT, ENTITY, day("02-10"), day("02-09")))
                .shows(it -> assertThat(it.resource(day("02-09")).snooze()).isNull());
    }

    @Test
    void nothingIsPlannedForAPastDay() {
        work.given(assigned("ann", null, "02-01"))
                .when(it -> it.plan("a1", "call", day("02-01"), day("02-02")))
                .refused(ProblemCode.DATE_PASSED, "2026-02-01", "2026-02-02");
    }

    @Test
    void aNewPlanReplacesTheOld() {
        work.given(planned("a1", "call", "02-05", "02-02"))
                .when(it -> it.plan("a2", "write", day("02-06"), day("02-03")))
                .then(planned("a2", "write", "02-06", "02-03"))
                .shows(it -> assertThat(it.resource(day("02-03")).nextAction())
                        .isEqualTo(new NextAction("a2", "write", day("02-06"), day("02-03"))));
    }

    @Test
    void whatIsNotPlannedIsNotDone() {
        work.given(planned("a1", "call", "02-05", "02-02"), done("a1", "02-03"))
                .when(it -> it.done(null, day("02-04")))
                .refused(ProblemCode.NO_NEXT_ACTION, "account/C1");
    }

    @Test
    void whatIsPlannedIsDone() {
        work.given(planned("a1", "call", "02-05", "02-02"))
                .when(it -> it.done(null, day("02-03")))
                .then(done("a1", "02-03"))
                .shows(it -> assertThat(it.resource(day("02-03")).nextAction()).isNull());
    }

    private static CaseOwnerAssigned assigned(String owner, @Nullable String before, String date) {
        return new CaseOwnerAssigned(SUBJECT, ENTITY, owner, before, day(date));
    }

    private static CaseOwnerReleased released(String owner, String date) {
        return new CaseOwnerReleased(SUBJECT, ENTITY, owner, day(date));
    }

    private static CaseSnoozed snoozed(String until, String date) {
        return new CaseSnoozed(SUBJECT, ENTITY, day(until), "promised", false, day(date));
    }

    private static NextActionPlanned planned(String id, String what, String due, String date) {
        return new NextActionPlanned(SUBJECT, ENTITY, id, what, day(due), day(date));
    }

    private static NextActionDone done(String id, String date) {
        return new NextActionDone(SUBJECT, ENTITY, id, null, day(date));
    }
}
