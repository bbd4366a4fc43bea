package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aFileOfAnotherLedgerIsImported(@TempDir Path folder) throws IOException {
        var book = Book.open(standalone.as("controller", "integration"), "MOVED");
        var file = Files.writeString(folder.resolve("open-items.csv"), """
                account,customer,number,issueDate,dueDate,amount,openAmount,currency
                %1$s,C1,I1,2023-11-01,2023-12-01,119.00,19.00,EUR
                %1$s,C1,I2,2023-11-01,2023-12-01,7.00,seven,EUR
                """.formatted(book.id("C1")));

        var said = Script.run(standalone.data(), "import", file.toString(), "--kind", "open-items", "--cut-over",
                "2024-01-31", "--legal-entity", book.entity());

        assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(3);
        assertThat(said.out()).contains("line 3, openAmount: AMOUNT_INVALID");
        // The books have read the import once they have read what came after it.
        book.account("C2");
        assertThat(book.line("C1", "2024-01-30")).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-01-31")).isEqualTo("0.00 | 0.00 0.00 19.00 0.00 | 0.00 = 19.00");
    }
}
