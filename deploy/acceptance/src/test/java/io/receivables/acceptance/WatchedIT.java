package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators see: metrics, and the dashboards and alerts that are made of them. */
class WatchedIT {

    private final Composed composed = Composed.shared();

    @Test
    void metricsAreForOperatorsAlone() {
        for (var side : Set.of(composed.commandSide(), composed.querySide())) {
            new Api(side.uri(), null, side.log()).get("/actuator/prometheus").refused(401, "UNAUTHENTICATED");
        }
        composed.commands("controller").get("/actuator/prometheus").refused(403, "FORBIDDEN");
        composed.queries("controller").get("/actuator/prometheus").refused(403, "FORBIDDEN");
    }

    @Test
    void everyMetricSaysWhoseItIs() {
        assertThat(Scrape.of(composed.commands("operator")).samples()).isNotEmpty()
                .allMatch(sample -> "receivables-command".equals(sample.labels().get("application"))
                        && sample.labels().getOrDefault("version", "").matches("[0-9]+\\..*"));
        assertThat(Scrape.of(composed.queries("operator")).samples()).isNotEmpty()
                .allMatch(sample -> "receivables-query".equals(sample.labels().get("application")));
    }

    /** A chart or an alert of a metric that nobody exports would be empty for ever, and nobody would notice. */
    @Test
    void everyChartAndAlertReadsWhatIsExported() {
        somethingOfEachKind();
        var exported = Scrape.of(composed.commands("operator")).and(Scrape.of(composed.queries("operator")));
        var missing = new TreeSet<String>();
        expressions().forEach(expression -> {
            var names = PromQl.of(expression);
            assertThat(names.metrics()).as(expression).isNotEmpty();
            names.metrics()
                    .stream()
                    .filter(metric -> !metric.equals("up") && !exported.metrics().contains(metric))
                    .forEach(missing::add);
            var labels = exported.labels(names.metrics());
            // Prometheus adds these itself.
            labels.addAll(Set.of("job", "instance"));
            names.labels()
                    .stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> missing.add(label + " in " + expression));
        });
        assertThat(missing).isEmpty();
    }

    /** Skipped where Prometheus' own tool is not installed. */
    @Test
    void everyAlertFiresWhenItShouldAndNotBefore() throws Exception {
        var log = Project.log("promtool");
        var tool = new ProcessBuilder("bash", "-c", "command -v promtool || exit 127; promtool test rules "
                + Project.file("deploy/prometheus/alerts-test.yaml"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var exit = tool.waitFor();
        assumeThat(exit).as("promtool is not installed").isNotEqualTo(127);
        assertThat(exit).as("see " + log).isZero();
    }

    @Test
    void dashboardsReadTheDatasourceThatIsProvisioned() {
        var datasource = Yaml.read(Project.file("deploy/grafana/provisioning/datasources/prometheus.yaml"))
                .path("datasources")
                .get(0);
        assertThat(datasource.path("url").asString()).isEqualTo("http://prometheus:9090");
        assertThat(ComposeFile.read().services()).contains("prometheus");
        assertThat(dashboard().findValues("datasource")).isNotEmpty()
                .allSatisfy(used -> assertThat(used.path("uid").asString()).isEqualTo(
                        datasource.path("uid").asString()));
    }

    @Test
    void openAmountsAreThoseOfTheAgedBalance() {
        var book = composed.book("OPEN");
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.invoice("I2", "C1", "2024-01-12", "2099-02-11", "50.50");
        book.payment("P1", "C1", "2024-02-20", "60.00", Map.of("I1", "40.00"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> openAmount(book.entity()).compareTo(
                        new BigDecimal("110.50")) == 0);
        var totals = book.aged("2024-03-01").json().path("totals");
        var owed = Stream.concat(Stream.of(totals.path("notDue")), totals.path("buckets").valueStream())
                .map(amount -> new BigDecimal(amount.asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(owed).isEqualByComparingTo("110.50");
    }

    private BigDecimal openAmount(String entity) {
        return Scrape.of(composed.queries("operator"))
                .of("receivables_open_amount")
                .stream()
                .filter(sample -> entity.equals(sample.labels().get("legal_entity"))
                        && "EUR".equals(sample.labels().get("currency")))
                .map(sample -> BigDecimal.valueOf(sample.value()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** Meters of refusals and of lost races are there from the first one on. */
    private void somethingOfEachKind() {
        var book = composed.book("KINDS");
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        composed.commands("controller")
                .post("/v1/invoices/none/cancellation", Book.reason("none", "2024-02-01"))
                .refused(404, "INVOICE_NOT_FOUND");
        await().atMost(Duration.ofSeconds(60)).until(() -> openAmount(book.entity()).signum() > 0);
    }

    private static Stream<String> expressions() {
        var alerts = Yaml.read(Project.file("deploy/prometheus/alerts.yaml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
        var charts = dashboard().path("panels").valueStream().flatMap(panel -> panel.path("targets").valueStream());
        var all = Stream.concat(alerts, charts).map(it -> it.path("expr").asString()).collect(Collectors.toList());
        assertThat(all).hasSizeGreaterThan(20).noneMatch(String::isBlank);
        return all.stream();
    }

    private static JsonNode dashboard() {
        return Yaml.read(Project.file("deploy/grafana/dashboards/receivables.json"));
    }
}
