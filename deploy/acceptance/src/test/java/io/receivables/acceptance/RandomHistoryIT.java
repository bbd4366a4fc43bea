package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is commanded, the book is possible on every day, and each cut of it is what its published history says. */
class RandomHistoryIT {

    private static final int COMMANDS = 600;
    private static final int CUTS = 40;

    private final Standalone standalone = Standalone.shared();
    private final Api asker = standalone.asSubject("asker", "controller");
    private final Api approver = standalone.asSubject("approver", "controller");

    @ParameterizedTest
    @ValueSource(longs = {11, 20261122})
    void everyCutIsWhatTheHistorySays(long seed) {
        var book = Book.open(asker, "RANDOM" + seed);
        var commands = new RandomCommands(new Random(seed), book, asker, approver);
        for (int i = 0; i < COMMANDS; i++) {
            commands.next();
        }
        assertThat(commands.done()).as("seed %s, refused %s", seed, commands.refused()).hasSizeGreaterThan(15);

        var fold = AuditFold.of(book);
        for (var date : fold.dates()) {
            assertThat(fold.at(date, Long.MAX_VALUE).impossible()).as("seed %s at %s", seed, date).isEmpty();
        }
        var random = new Random(seed);
        for (int i = 0; i < CUTS; i++) {
            var known = i < 5 ? book.position() : fold.anyPosition(random);
            var asAt = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
            fold.isAnswered(book, asAt, known);
            SplitsAddUp.check(book, asAt, known);
            exposureIsTheBalanceAndWhatWasReported(book, asAt, known);
            AuditedCuts.hold(book, "C1", asAt, known, fold.anyPosition(random));
            RandomAgreements.hold(book, asAt, known);
            RandomJournals.tie(book, known);
        }
        RandomPeriods.everySignOffTies(book);
        RandomControls.everyAttemptIsReported(book, commands.refused());
        commands.payments().forEach(id -> everyCentIsSomewhere(book.get("/v1/payments/" + id).ok()));
    }

    private static void exposureIsTheBalanceAndWhatWasReported(Book book, LocalDate asAt, long known) {
        var cut = "?asAt=" + asAt + "&asKnown=" + known;
        var account = book.get("/v1/customer-accounts/" + book.id("C1") + cut);
        if (account.status() != 404) {
            var exposure = book.get("/v1/customer-accounts/" + book.id("C1") + "/exposure" + cut).ok().json();
            var parts = exposure.path("exposure");
            assertThat(cents(parts, "openReceivables").subtract(cents(parts, "unapplied")))
                    .isEqualTo(amount(account, "balance"));
            assertThat(cents(parts, "total")).isEqualTo(amount(account, "balance").subtract(cents(parts, "secured")));
            assertThat(amount(account, "exposure")).isEqualTo(cents(parts, "total"));
        }
    }

    private static BigDecimal cents(JsonNode parts, String part) {
        return new BigDecimal(parts.path(part).path("amount").asString());
    }

    private static void everyCentIsSomewhere(Answer payment) {
        if (!payment.json().path("reversed").asBoolean()) {
            // A recovery takes free cash too, so what is listed may be less than the payment, never more.
            var listed = amount(payment, "allocatedAmount").add(amount(payment, "unallocatedAmount"))
                    .add(amount(payment, "refundPending"))
                    .add(amount(payment, "refundedAmount"))
                    .add(amount(payment, "writeOffPending"))
                    .add(amount(payment, "writtenOffAmount"))
                    .add(amount(payment, "transferredAmount"));
            assertThat(listed).as(payment.toString()).isLessThanOrEqualTo(amount(payment, "amount"));
            assertThat(amount(payment, "unallocatedAmount")).as(payment.toString()).isNotNegative();
        }
    }

    private static BigDecimal amount(Answer answer, String field) {
        return new BigDecimal(answer.amount(field));
    }
}
