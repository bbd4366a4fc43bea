package io.receivables.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.AccessMatrix;
import io.receivables.platform.identity.Role;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandTableTest {

    @Test
    void everyEndpointThatChangesSomethingIsInTheTable() {
        var published = new TreeMap<String, String>();
        for (var entry : Api.as(Role.CLERK)
                .send("GET", "/v1/commands", null, "", Map.of())
                .expect(200)
                .body()
                .at(
                        "/items")) {
            published.put(entry.get("method").asString() + " " + entry.get("path").asString(),
                    entry.get("command").asString());
        }
        var wanted = CommandServer.context()
                .getBean(AccessMatrix.class)
                .rows()
                .stream()
                .filter(row -> row.servedBy().equals("command") && !row.method().equals("GET"))
                .map(row -> row.endpoint())
                .filter(endpoint -> !endpoint.equals("POST /v1/batches") && !endpoint.endsWith("/simulations"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(published.keySet()).isEqualTo(wanted);
        assertThat(published).containsEntry("POST /v1/invoices", "IssueInvoice")
                .containsEntry("POST /v1/payments/{id}/refunds", "RequestRefundOfPayment")
                .containsEntry("POST /v1/payments/{id}/allocations/{allocationId}/reversal",
                        "ReversePaymentAllocation");
        assertThat(new TreeSet<>(published.values())).hasSameSizeAs(published.keySet());
    }
}
