package io.receivables.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init")
class ImportCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--kind sales | invoices or open-items",
            "--kind invoices --layout lotus | standard", "--kind invoices --map colour=1 | openAmount",
            "--kind invoices --delimiter ;; | one sign", "--kind open-items | --cut-over",
            "--kind invoices --cut-over 2026-01-01 | only open items",
            "--kind invoices --date-format bbb | no pattern of dates",
            "--kind invoices --cut-over 2026-13-01 | --cut-over"})
    void wrongOptionsAreRefused(String options, String why) throws Exception {
        assertThat(run(options, "C1,I1,2025-10-01,10,EUR")).isEqualTo(2);
        assertThat(said.toString()).contains(why);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(line().execute("nowhere.csv", "--kind", "invoices", "--legal-entity", "FR01")).isEqualTo(2);
        assertThat(said.toString()).contains("nowhere.csv");
    }

    @Test
    void refusedRowsGiveAnExitCodeOfTheirOwn() throws Exception {
        assertThat(run("--kind invoices", "C1,I1,2025-10-01,10,EUR", "C1,I2,never,10,EUR")).isEqualTo(3);
        assertThat(said.toString()).contains("line 3, issueDate: DATE_INVALID");
        assertThat(Files.readString(folder.resolve("report.csv"))).contains("3,issueDate,DATE_INVALID");
        assertThat(Files.readAllLines(folder.resolve("batch.ndjson"))).hasSize(2);
    }

    @Test
    void aGoodFileGivesNone() throws Exception {
        assertThat(run("--kind open-items --cut-over 2026-01-01", "C1,I1,2025-10-01,10,EUR")).isZero();
    }

    private int run(String options, String... rows) throws Exception {
        var file = Files.writeString(folder.resolve("book.csv"),
                "customer,number,issueDate,amount,currency\n" + String.join("\n", rows) + "\n");
        var fixed = Stream.of(file.toString(), "--legal-entity", "FR01", "--to",
                folder.resolve("batch.ndjson").toString(), "--report", folder.resolve("report.csv").toString());
        return line().execute(Stream.concat(fixed, Stream.of(options.split(" "))).toArray(String[]::new));
    }

    private picocli.CommandLine line() {
        var out = new PrintWriter(said, true);
        return new picocli.CommandLine(new ImportCommand()).setOut(out).setErr(out);
    }
}
