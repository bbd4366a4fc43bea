package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An instance whose power is cut, database and all, and that comes back on the same data folder. */
class RestartIT {

    @Test
    void whatWasAcknowledgedIsThereAfterAPowerCut() throws Exception {
        var first = Standalone.start();
        var book = Book.open(first.as("controller", "integration"), "CUT");
        book.account("C1");
        book.account("C2");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var allocated = book.payment("P1", "C1", "2024-02-20", "60.00", Map.of("I1", "60.00"));
        var aged = book.aged("2024-03-01");
        var writers = new Writers(book.api(), book, "C2").start(4);
        await().atMost(Duration.ofSeconds(60)).until(() -> writers.acknowledged() >= 50);
        first.kill();
        writers.awaitEnd();

        try (var second = Standalone.on(first.data())) {
            var again = book.at(second.as("controller", "integration"));
            writers.everythingIsThereOnce(again.api(), again);
            assertThat(again.aged("2024-03-01", "asKnown=" + aged.text("/asKnown/position")).body())
                    .isEqualTo(aged.body());
            again.shows("/v1/payments/" + book.id("P1"), allocated);
        }
    }
}
