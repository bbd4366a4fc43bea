package io.receivables.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The reader is tried on files of others before it judges ours. */
class FecReaderTest {

    @Test
    void itFindsWhatIsBroken() {
        var header = String.join("\t", FecReader.COLUMNS) + "\r\n";
        var good = "VE\tVentes\t1\t20260301\t411000\tClients\tC1\tOne\tF1\t20260301\tFacture\t1,00\t0,00\t\t\t20260302\t\t\r\n"
                + "VE\tVentes\t1\t20260301\t707000\tVentes\t\t\tF1\t20260301\tFacture\t0,00\t1,00\t\t\t20260302\t\t\r\n";
        assertThat(broken(header + good)).isEmpty();
        assertThat(broken(header.replace("PieceRef", "Piece") + good)).containsExactly("column 9 is not PieceRef");
        assertThat(broken(header + good.replace("0,00\t1,00", "0,00\t1,01")))
                .containsExactly("entry VE 1 does not balance");
        assertThat(broken(header + good.replace("0,00\t1,00", "0.00\t1.00")))
                .contains("line 3 has no amount in Debit", "line 3 has no amount in Credit");
        assertThat(broken(header + good.replaceFirst("20260301", "20260230")))
                .contains("line 2 has no date in EcritureDate");
        assertThat(broken(header + good + good.replace("VE\tVentes\t1", "VE\tVentes\t3")))
                .containsExactly("journal VE goes from 1 to 3");
        assertThat(broken(header + good.replace("707000\tVentes\t\t", "707000\tVentes\tC1\tOne")))
                .containsExactly("line 3 has an auxiliary account of 707000");
        assertThat(broken(header + good.replace("1,00\t0,00\t\t\t", "1,00\t0,00\tA\t20260301\t")))
                .containsExactly("letter 411000C1 A is at 1.00");
        assertThat(broken(header + good.replace("\tFacture\t", "\t\t"))).contains("line 2 has no EcritureLib");
        assertThat(broken(header + good.strip())).contains("the last record does not end");
    }

    @Test
    void aWholeFileIsRead() {
        var file = FecReader.read(FecReader.sample("pseudonymised-111111111FEC20221231.TXT"),
                Charset.forName("ISO-8859-15"));
        assertThat(file.lines()).hasSize(934);
        assertThat(file.entriesByNumber()).hasSize(248);
        assertThat(FecReader.sum(file.lines(), "Debit")).isEqualByComparingTo("225682.23");
        assertThat(FecReader.sum(file.lines(), "Credit")).isEqualByComparingTo("225682.23");
        assertThat(file.balance("411")).isEqualByComparingTo("14416.52");
        assertThat(file.broken()).noneMatch(it -> it.contains("balance") || it.contains("amount"));
    }

    @Test
    void anExtractIsReadAndItsOddityFound() {
        var file = FecReader.utf8(FecReader.sample("pseudonymised-ar-extract-0000000001FEC20220831.txt"));
        assertThat(file.lines()).hasSize(1464);
        assertThat(file.entriesByNumber()).hasSize(531);
        assertThat(FecReader.sum(file.lines(), "Debit")).isEqualByComparingTo("2318552.84");
        assertThat(file.broken()).contains("a letter without its date, or a date without its letter")
                .noneMatch(it -> it.contains("balance") || it.contains("amount"));
    }

    private static Iterable<String> broken(String file) {
        return FecReader.read(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).broken();
    }
}
