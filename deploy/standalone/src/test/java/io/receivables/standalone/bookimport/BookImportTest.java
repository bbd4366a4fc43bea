package io.receivables.standalone.bookimport;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a file to the commands of a batch, and to what is said of the rows that are no commands. */
@SuppressWarnings("NullAway.Init")
class BookImportTest {

    private static final LocalDate CUT_OVER = LocalDate.parse("2026-02-01");
    private static final String HEADER = "customer,name,number,type,issueDate,dueDate,amount,openAmount,currency,reference,terms\n";

    @TempDir
    private Path folder;
    private Map<Field, String> columns;
    private Map<Field, String> values;
    private ImportReport report;

    @BeforeEach
    void nothingMapped() {
        columns = new EnumMap<>(Field.class);
        values = new EnumMap<>(Field.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "C1,,I1,invoice,2026-02-30,,10,10,EUR,, | issueDate | DATE_INVALID | 2026-02-30",
            "C1,,I1,invoice,01/02/2026,,10,10,EUR,, | issueDate | DATE_INVALID | 01/02/2026",
            "C1,,I1,invoice,,,10,10,EUR,, | issueDate | REQUIRED | empty",
            "C1,,I1,invoice,2026-01-01,soon,10,10,EUR,, | dueDate | DATE_INVALID | soon",
            "C1,,I1,invoice,2026-01-01,,10,10.001,EUR,, | openAmount | SCALE_TOO_FINE | 10.001",
            "C1,,I1,invoice,2026-01-01,,10,1.5,JPY,, | openAmount | SCALE_TOO_FINE | 0 decimals of JPY",
            "C1,,I1,invoice,2026-01-01,,10,ten,EUR,, | openAmount | AMOUNT_INVALID | ten",
            "C1,,I1,invoice,2026-01-01,,10,(5,EUR,, | openAmount | AMOUNT_INVALID | (5",
            "C1,,I1,invoice,2026-01-01,,10,1000000000000000,EUR,, | openAmount | AMOUNT_INVALID | 15",
            "C1,,I1,invoice,2026-01-01,,-10,5,EUR,, | openAmount | VALUE_INVALID | different signs",
            "C1,,I1,invoice,2026-01-01,,,,EUR,, | openAmount | REQUIRED | empty",
            "C1,,I1,invoice,2026-01-01,,10,10,ABC,, | currency | CURRENCY_UNKNOWN | ABC",
            "C1,,I1,invoice,2026-01-01,,10,10,,, | currency | REQUIRED | empty",
            "C1,,I1,gift,2026-01-01,,10,10,EUR,, | type | VALUE_INVALID | gift",
            "C1,,,invoice,2026-01-01,,10,10,EUR,, | number | REQUIRED | empty",
            ",,I1,invoice,2026-01-01,,10,10,EUR,, | customer | REQUIRED | empty",
            "C1,,I1,invoice,2026-01-01,,10,10,EUR,,Z4 | terms | VALUE_INVALID | Z4"})
    void aRowThatCannotBeReadIsRefusedWithItsColumn(String row, String column, String code, String detail)
            throws Exception {
        var commands = openItems(HEADER + row + "\nC2,,I2,invoice,2026-01-01,,10,10,EUR,,\n");

        assertThat(report.inOrder()).extracting(Finding::line, Finding::column, Finding::code)
                .containsExactly(tuple(2L, column, code));
        assertThat(report.inOrder().getFirst().detail()).contains(detail);
        // The neighbour and its account are not touched by it.
        assertThat(commands).hasSize(2);
    }

    @Test
    void everythingThatIsWrongWithARowIsSaidAtOnce() throws Exception {
        openItems(HEADER + "C1,,I1,gift,yesterday,,10,1.001,EUR,,\n");

        assertThat(report.inOrder()).extracting(Finding::code)
                .containsExactlyInAnyOrder("VALUE_INVALID", "DATE_INVALID", "SCALE_TOO_FINE");
    }

    @Test
    void aNumberThatStandsTwiceIsRefusedTheSecondTime() throws Exception {
        var commands = openItems(HEADER + """
                C1,,I1,invoice,2026-01-01,,10,10,EUR,,
                C1,,I1,invoice,2026-01-01,,10,10,EUR,,
                C1,,I1,credit,2026-01-01,,,3,EUR,,
                """);

        assertThat(report.inOrder()).extracting(Finding::line, Finding::column, Finding::code)
                .containsExactly(tuple(3L, "number", "NUMBER_DOUBLED"));
        assertThat(names(commands)).containsExactly("OpenCustomerAccount", "IssueInvoice", "IssueCreditNote");
    }

    @Test
    void aCreditWithoutSignInAFileWithSignsIsRefused() throws Exception {
        openItems(HEADER + """
                C1,,N1,credit,2026-01-01,,,-3,EUR,,
                C1,,N2,credit,2026-01-01,,,4,EUR,,
                """);

        assertThat(report.inOrder()).extracting(Finding::line, Finding::code)
                .containsExactly(tuple(3L, "SIGN_UNCLEAR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"customer,number,amount,currency | no column has the field issueDate",
            "customer,number,issueDate,currency | no column has the field openAmount",
            "number,issueDate,amount,currency | no column has the field customer",
            "customer,number,issueDate,amount | --set currency=",
            "customer,number,issueDate,amount,Amount,currency | stands more than once"})
    void aFileWithoutItsColumnsIsRefused(String header, String why) {
        assertThatThrownBy(() -> openItems(header + "\n")).isInstanceOf(ImportRefused.class).hasMessageContaining(why);
    }

    @Test
    void aColumnThatWasAskedForMustBeThere() {
        columns.put(Field.NUMBER, "Belegnr");

        assertThatThrownBy(() -> openItems(HEADER)).isInstanceOf(ImportRefused.class)
                .hasMessageContaining("Belegnr")
                .hasMessageContaining("issueDate");
    }

    @Test
    void aFileInAnotherCharsetIsRefused() throws Exception {
        var file = folder.resolve("latin.csv");
        Files.writeString(file, HEADER + "C1,Café,I1,invoice,2026-01-01,,10,10,EUR,,\n",
                Charset.forName("windows-1252"));

        assertThatThrownBy(() -> openItems(StandardCharsets.UTF_8).write(file, folder.resolve("out")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("--charset");
        assertThat(openItems(Charset.forName("windows-1252")).write(file, folder.resolve("out")).isClean()).isTrue();
        assertThat(Files.readString(folder.resolve("out"))).contains("Café");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> openItems("")).isInstanceOf(ImportRefused.class).hasMessageContaining("empty");
    }

    @Test
    void openItemsNeedACutOverAndInvoicesHaveNone() {
        var layout = Layout.named("standard");
        var mapping = new Mapping(layout, columns, values);

        assertThatThrownBy(() -> new BookImport(BookKind.OPEN_ITEMS, "FR01", null, null, mapping, dialect(layout)))
                .isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> new BookImport(BookKind.INVOICES, "FR01", CUT_OVER, null, mapping, dialect(layout)))
                .isInstanceOf(ImportRefused.class);
    }

    @Test
    void anOpenInvoiceKeepsItsDatesAndSaysItsOriginalTotal() throws Exception {
        var commands = openItems(HEADER + "C1,Hat shop,I1,invoice,2025-10-01,2025-10-31,100.00,40.00,EUR,,\n");

        assertThat(commands.getFirst().toString()).contains("\"accountId\":\"C1-FR01-EUR\"", "\"customerId\":\"C1\"",
                "\"name\":\"Hat shop\"", "\"legalEntity\":\"FR01\"", "\"effectiveDate\":\"2026-02-01\"");
        assertThat(commands.getLast().at("/body").toString()).isEqualTo("""
                {"invoiceId":"FR01-I1","invoiceNumber":"I1","accountId":"C1-FR01-EUR","issueDate":"2025-10-01",\
                "total":{"amount":"40.00","currency":"EUR"},"dueDate":"2025-10-31",\
                "opening":{"cutOverDate":"2026-02-01","originalTotal":{"amount":"100.00","currency":"EUR"}}}""");
    }

    @Test
    void creditsAndPaymentsAreToldByTypeOrSign() throws Exception {
        var commands = openItems(HEADER + """
                C1,,I1,RV,2025-10-01,,,40,EUR,,
                C1,,I2,,2025-10-01,,,-30,EUR,,
                C1,,N1,credit memo,2025-10-01,,,(20),EUR,goods returned,
                C1,,P1,DZ,2025-10-01,,,-10,EUR,bank line 7,
                """);

        assertThat(names(commands)).containsExactly("OpenCustomerAccount", "IssueInvoice", "IssueCreditNote",
                "IssueCreditNote", "ReceivePayment");
        assertThat(commands).extracting(it -> it.at("/body/total/amount").asString(""))
                .containsExactly("", "40.00", "30.00", "20.00", "");
        assertThat(commands.getLast().at("/body").toString()).isEqualTo(
                """
                        {"accountId":"C1-FR01-EUR","amount":{"amount":"10.00","currency":"EUR"},"receivedDate":"2025-10-01",\
                        "method":"OTHER","reference":"bank line 7","paymentId":"FR01-P1","opening":{"cutOverDate":"2026-02-01"}}""");
    }

    @Test
    void whatIsSettledIsLeftOut() throws Exception {
        assertThat(openItems(HEADER + "C1,,I1,invoice,2025-10-01,,100,0.00,EUR,,\n")).isEmpty();
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aCustomerHasAnAccountForEachCurrency() throws Exception {
        var commands = openItems(HEADER + """
                C1,,I1,invoice,2025-10-01,,,40,EUR,,
                C1,,I2,invoice,2025-10-01,,,50,usd,,
                C1,,I3,invoice,2025-10-01,,,60,EUR,,
                Müller & Söhne,,I4,invoice,2025-10-01,,,70,EUR,,
                """);

        assertThat(names(commands).stream().filter("OpenCustomerAccount"::equals)).hasSize(3);
        var accounts = commands.stream().skip(3).map(it -> it.at("/body/accountId").asString()).toList();
        assertThat(accounts.subList(0, 3)).containsExactly("C1-FR01-EUR", "C1-FR01-USD", "C1-FR01-EUR");
        assertThat(accounts.getLast()).matches("M_ller___S_hne-FR01-EUR-[0-9a-f]{8}");
    }

    @Test
    void invoicesAreWholeAndTheirAccountsOldEnough() throws Exception {
        var commands = invoices(HEADER + """
                C1,,I1,invoice,2025-12-01,2025-12-31,100,40,EUR,,
                C1,,I2,invoice,2025-10-01,,200,,EUR,,2/10 net 45
                """);

        assertThat(commands.getFirst().at("/body/effectiveDate").asString()).isEqualTo("2025-10-01");
        assertThat(commands.getFirst().at("/body/terms/netDays").asInt()).isEqualTo(45);
        assertThat(commands.get(1).at("/body/total/amount").asString()).isEqualTo("100.00");
        assertThat(commands.get(1).at("/body").has("opening")).isFalse();
        assertThat(commands.get(2).at("/body/dueDate").asString()).isEqualTo("2025-11-15");
        assertThat(commands.get(2).at("/body/discount").toString()).contains("\"percent\":\"2\"",
                "\"until\":\"2025-10-11\"");
    }

    /** Else a file that was put right in one row would record all its other rows again. */
    @Test
    void aRowIsTheSameCommandWhateverElseIsInTheFile() throws Exception {
        var before = openItems(HEADER + """
                C1,,I1,invoice,2025-10-01,,,40,EUR,,
                C1,,,payment,2025-10-05,,,5,EUR,,
                C1,,,payment,2025-10-05,,,5,EUR,,
                """);
        var after = openItems(HEADER + """
                C1,,I0,invoice,2025-10-01,,,7,EUR,,
                C1,,,payment,2025-10-05,,,5,EUR,,
                C1,,I1,invoice,2025-10-01,,,40,EUR,,
                C1,,,payment,2025-10-05,,,5,EUR,,
                """);

        assertThat(keys(after)).containsAll(keys(before)).hasSize(before.size() + 1).doesNotHaveDuplicates();
    }

    @Test
    void anotherAmountIsAnotherCommand() throws Exception {
        var before = openItems(HEADER + "C1,,I1,invoice,2025-10-01,,,40,EUR,,\n");
        var after = openItems(HEADER + "C1,,I1,invoice,2025-10-01,,,41,EUR,,\n");

        assertThat(keys(after).getLast()).isNotEqualTo(keys(before).getLast());
    }

    @Test
    void columnsAndValuesCanBeGiven() throws Exception {
        columns.putAll(Map.of(Field.CUSTOMER, "2", Field.NUMBER, "Doc. No", Field.ISSUE_DATE, "posted", Field.AMOUNT,
                "value"));
        values.put(Field.CURRENCY, "CAD");

        var commands = openItems("\ufeff\"doc no\",who,posted,value\n8,K7,2025-10-01,12.5\n");

        assertThat(commands.getLast().at("/body/invoiceNumber").asString()).isEqualTo("8");
        assertThat(commands.getLast().at("/body/accountId").asString()).isEqualTo("K7-FR01-CAD");
        assertThat(commands.getLast().at("/body/total/amount").asString()).isEqualTo("12.50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.234,50 | , | 1234.50", "1 234,5 | , | 1234.50", "1'234.50 | . | 1234.50",
            "1,234 | . | 1234.00", "7.10000 | . | 7.10", "+7 | . | 7.00"})
    void amountsAreReadByTheirDecimalSign(String written, char sign, String amount) throws Exception {
        var layout = Layout.named("standard");
        var file = write("customer;number;issueDate;amount;currency\nC1;I1;2025-10-01;" + written + ";EUR\n");
        var to = folder.resolve("out");

        new BookImport(BookKind.INVOICES, "FR01", null, null, new Mapping(layout, columns, values),
                new Dialect(';', StandardCharsets.UTF_8, layout.datePatterns(), sign, true)).write(file, to);

        assertThat(lines(to).getLast().at("/body/total/amount").asString()).isEqualTo(amount);
    }

    static List<String> layouts() {
        return Layout.names();
    }

    /** Each header of each layout is found, and its own way of writing is read. */
    @ParameterizedTest
    @MethodSource("layouts")
    void everyLayoutReadsItsOwnFile(String name) throws Exception {
        var layout = Layout.named(name);
        var row = Map.of(Field.CUSTOMER, "C1", Field.NUMBER, "I1", Field.TYPE, "invoice", Field.ISSUE_DATE,
                layout.datePatterns().getFirst().replace("yyyy", "2025").replace("MM", "10").replace("dd", "01"),
                Field.OPEN_AMOUNT, "1234" + layout.decimalSign() + "50", Field.CURRENCY, "EUR");
        var fields = List.copyOf(row.keySet());
        var sign = String.valueOf(layout.delimiter());
        for (int alias = 0; alias < 3; alias++) {
            int no = alias;
            var header = fields.stream()
                    .map(layout.headers()::get)
                    .map(names -> names.get(Math.min(no, names.size() - 1)).toUpperCase(Locale.ROOT))
                    .collect(joining(sign));
            var file = write(header + "\n" + fields.stream().map(row::get).collect(joining(sign)) + "\n");
            var to = folder.resolve("out");

            var read = new BookImport(BookKind.OPEN_ITEMS, "FR01", CUT_OVER, null, new Mapping(layout, columns, values),
                    dialect(layout)).write(file, to);

            assertThat(read.inOrder()).as(header).isEmpty();
            assertThat(lines(to).getLast().at("/body").toString()).contains("\"issueDate\":\"2025-10-01\"",
                    "\"1234.50\"",
                    "\"I1\"");
        }
    }

    @Test
    void theReportComparesTheFileWithWhatCameOfIt() throws Exception {
        openItems(HEADER + """
                C1,,I1,invoice,2025-10-01,,,40.00,EUR,,
                C1,,N1,credit,2025-10-01,,,3.50,EUR,,
                C1,,I2,invoice,never,,,2000.00,EUR,,
                C1,,I3,invoice,2025-10-01,,,x,EUR,,
                C2,,I4,invoice,2025-10-01,,,7,JPY,,
                """);
        var said = new StringWriter();
        report.print(new PrintWriter(said));

        assertThat(said.toString().lines().map(line -> line.strip().replaceAll(" +", " "))).containsExactly(
                "5 rows, 2 accounts opened or open already", "rows in the file rows written",
                "EUR 3 2,036.50 2 36.50", "JPY 1 7 1 7", "1 rows have no amount that can be read",
                "line 4, issueDate: DATE_INVALID, never is no date of the form yyyy-MM-dd",
                "line 5, openAmount: AMOUNT_INVALID, x is not an amount with the decimal sign .");

        report.write(folder.resolve("report.csv"));
        assertThat(Files.readAllLines(folder.resolve("report.csv"))).startsWith("line,column,code,detail",
                "4,issueDate,DATE_INVALID,never is no date of the form yyyy-MM-dd");
    }

    private List<JsonNode> openItems(String text) throws Exception {
        var to = folder.resolve("out");
        report = openItems(StandardCharsets.UTF_8).write(write(text), to);
        return lines(to);
    }

    private BookImport openItems(Charset charset) {
        var layout = Layout.named("standard");
        return new BookImport(BookKind.OPEN_ITEMS, "FR01", CUT_OVER, null, new Mapping(layout, columns, values),
                new Dialect(',', charset, layout.datePatterns(), '.', true));
    }

    private List<JsonNode> invoices(String text) throws Exception {
        var layout = Layout.named("standard");
        var to = folder.resolve("out");
        report = new BookImport(BookKind.INVOICES, "FR01", null, null, new Mapping(layout, columns, values),
                dialect(layout)).write(write(text), to);
        return lines(to);
    }

    private static Dialect dialect(Layout layout) {
        return new Dialect(layout.delimiter(), StandardCharsets.UTF_8, layout.datePatterns(), layout.decimalSign(),
                true);
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("book.csv"), text);
    }

    private static List<JsonNode> lines(Path file) throws Exception {
        return Files.readAllLines(file).stream().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> names(List<JsonNode> commands) {
        return commands.stream().map(it -> it.path("command").asString()).toList();
    }

    private static List<String> keys(List<JsonNode> commands) {
        return commands.stream().map(it -> it.path("key").asString()).toList();
    }
}
