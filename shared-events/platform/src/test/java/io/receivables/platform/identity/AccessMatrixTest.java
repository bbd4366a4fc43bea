package io.receivables.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessMatrixTest {

    private static final String HEADER = "method,path,served-by,roles";

    @Test
    void approvalsAreNeverAMachines() {
        assertThat(AccessMatrix.load().rows()).filteredOn(row -> row.endpoint().matches(".*/(approval|rejection)"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.roles()).isSubsetOf(Role.CREDIT_MANAGER, Role.CONTROLLER));
    }

    /** An order for a file changes no fact. */
    @Test
    void anAuditorWritesNothing() {
        assertThat(AccessMatrix.load().rows()).filteredOn(row -> row.roles().contains(Role.AUDITOR))
                .filteredOn(row -> !row.endpoint().equals("POST /v1/exports"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.method()).isEqualTo("GET"));
    }

    @Test
    void anOperatorSeesNoBusinessData() {
        assertThat(AccessMatrix.load().rows()).filteredOn(row -> Set.of("command", "query").contains(row.servedBy()))
                .filteredOn(row -> !row.endpoint().contains("/v1/operations"))
                .isNotEmpty()
                .noneMatch(row -> row.roles().contains(Role.OPERATOR));
    }

    @Test
    void onlyHealthAndTheWayInAreOpen() {
        assertThat(AccessMatrix.load().rows()).filteredOn(AccessRow::openToAnybody)
                .extracting(AccessRow::endpoint)
                .containsExactlyInAnyOrder("GET /actuator/health", "GET /actuator/health/liveness",
                        "GET /actuator/health/readiness", "GET /login", "POST /login/demo", "POST /logout",
                        "GET /assets/**", "GET /webjars/**");
    }

    @Test
    void refusesAFileThatCannotBeMeant() {
        refused("no header", "method,path,roles");
        refused("unknown role", HEADER, "GET,/v1/a,query,clerc");
        refused("no roles", HEADER, "GET,/v1/a,query,");
        refused("a cell too many", HEADER, "GET,/v1/a,query,clerk,");
        refused("twice", HEADER, "GET,/v1/a,query,clerk", "GET,/v1/a,query,auditor");
    }

    private static void refused(String why, String... lines) {
        assertThatThrownBy(() -> AccessMatrix.of(List.of(lines))).as(why).isInstanceOf(IllegalStateException.class);
    }
}
