package io.receivables.bench.figure;

import io.receivables.bench.load.LoadGenerator;
import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.EmptyAnswer;
import io.receivables.bench.run.JavaProcess;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Issuing invoices over HTTP from another JVM, beside requests that pass the same gate and decide nothing. */
final class OverRest implements Figure {

    private static final int CONNECTIONS = 64;

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        var body = Bodies.invoice("{account}", "{id}", run.book().last());
        var invoice = Files.writeString(run.folder().resolve("invoice.http"), request(run, "", body));
        var empty = Files.writeString(run.folder().resolve("empty.http"),
                request(run, EmptyAnswer.HEADER + ": empty\n", body));
        var arguments = List.of(String.valueOf(run.service().uri().getPort()), String.valueOf(CONNECTIONS),
                String.valueOf(run.book().shape().accounts()));
        try (var generator = JavaProcess.start(run.folder().resolve("load.log"), LoadGenerator.class,
                List.of("-Xmx256m"), arguments);
                var orders = generator.process().outputWriter(StandardCharsets.UTF_8);
                var answers = generator.process().inputReader(StandardCharsets.UTF_8)) {
            var load = new Load(new PrintWriter(orders, true), answers);
            load.rate(empty, run.effort().warmUp());
            load.rate(invoice, run.effort().warmUp());
            var ledger = new Ledger(run.service(), run.jdbc());
            report.add("POST /v1/invoices, " + CONNECTIONS + " connections", Unit.REQUESTS_PER_SECOND,
                    Comparison.interleaved(run.effort().rounds(),
                            ledger.settled(() -> load.rate(invoice, run.effort().calls())),
                            ledger.settled(() -> load.rate(empty, run.effort().calls()))));
        }
    }

    private static String request(Run run, String header, String body) {
        return """
                POST /v1/invoices HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Idempotency-Key: {id}
                Content-Type: application/json
                Accept: application/json
                %s
                %s""".formatted(run.service().token(), header, body);
    }

    private record Load(PrintWriter orders, BufferedReader answers) {

        double rate(Path template, int requests) throws IOException {
            orders.println(template + " " + requests);
            var answer = answers.readLine();
            if (answer == null) {
                throw new IOException("the load generator gave up, see its log");
            }
            return Double.parseDouble(answer);
        }
    }
}
