package io.receivables.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One line of the file: an invoice that was paid in full on one day. */
record DemoInvoice(String customer, String number, LocalDate issued, LocalDate due, String amount, LocalDate settled) {

    private static final String FILE = "/demo/ibm-late-payment-histories.csv";
    private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("M/d/uuuu");

    static List<DemoInvoice> all() throws IOException {
        try (var file = DemoInvoice.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException(FILE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(file, UTF_8)).lines().skip(1).map(DemoInvoice::of).toList();
        }
    }

    private static DemoInvoice of(String line) {
        var cells = line.split(",", -1);
        return new DemoInvoice(cells[1], cells[3], date(cells[4]), date(cells[5]), cells[6], date(cells[8]));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text, US_DATE);
    }
}
