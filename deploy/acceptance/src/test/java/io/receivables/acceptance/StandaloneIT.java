package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandaloneIT {

    private final Standalone standalone = Standalone.shared();

    @Test
    void aCommandIsAnsweredAndAQuerySeesIt() {
        var book = Book.open(standalone.as("controller", "integration"), "FIRST");
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "119.00");
        assertThat(book.line("C1", "2024-02-10")).isEqualTo("0.00 | 119.00 0.00 0.00 0.00 | 0.00 = 119.00");
    }

    @Test
    void whoHasNoTokenIsTurnedAway() {
        standalone.withToken(null).get("/v1/aged-balance?legalEntity=FIRST").refused(401, "UNAUTHENTICATED");
    }

    @Test
    void whoHasTheWrongRoleIsTurnedAway() {
        standalone.as("auditor").post("/v1/invoices", "{}").refused(403, "FORBIDDEN");
    }
}
