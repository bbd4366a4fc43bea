package io.receivables.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the access matrix promises of a running application. Both sides and standalone call it from their tests. */
public final class AccessMatrixContract {

    private static final AccessMatrix MATRIX = AccessMatrix.load();

    private AccessMatrixContract() {}

    /**
     * Every endpoint of ours has its row, and every row its endpoint.
     *
     * @param servedBy which rows the application serves: {@code command}, {@code query}, {@code standalone}
     */
    public static void everyEndpointHasItsRow(RequestMappingHandlerMapping handlers, String... servedBy) {
        var endpoints = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> endpoints.addAll(endpoints(mapping, handler)));
        var rows = rows(servedBy).stream().map(AccessRow::endpoint).collect(Collectors.toCollection(TreeSet::new));
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(without(endpoints, rows)).as("endpoints without a row in access-matrix.csv").isEmpty();
            softly.assertThat(without(rows, endpoints)).as("rows of access-matrix.csv without an endpoint").isEmpty();
        });
    }

    /** Each role is let in, or refused, as its row says: asked over HTTP of the application that runs at {@code server}. */
    public static void everyRoleMeetsItsAnswer(URI server, String... servedBy) {
        everyRoleMeetsItsAnswer(server, TestIdentity::token, servedBy);
    }

    /** The same for an application with an issuer of its own, which gives a token per role. */
    public static void everyRoleMeetsItsAnswer(URI server, Function<Role, String> tokens, String... servedBy) {
        var rows = rows(servedBy);
        assertThat(rows).isNotEmpty();
        var calls = new MatrixCalls(server);
        SoftAssertions.assertSoftly(softly -> {
            for (var row : rows) {
                softly.assertThat(calls.answer(row, null))
                        .as(row.endpoint() + " without a token")
                        .isEqualTo(row.openToAnybody() ? "let in" : "UNAUTHENTICATED");
                for (var role : row.openToAnybody() ? Set.<Role>of() : Set.of(Role.values())) {
                    softly.assertThat(calls.answer(row, tokens.apply(role)))
                            .as(row.endpoint() + " as " + role.code())
                            .isEqualTo(row.roles().contains(role) ? "let in" : "FORBIDDEN");
                }
            }
        });
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        var left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    private static List<AccessRow> rows(String... servedBy) {
        var wanted = Set.of(servedBy);
        return MATRIX.rows().stream().filter(row -> wanted.contains(row.servedBy())).toList();
    }

    private static Set<String> endpoints(RequestMappingInfo mapping, HandlerMethod handler) {
        if (handler.getBeanType().getName().startsWith("org.springframework.boot.")) {
            // The page behind failed requests: reached by error dispatch alone, denied to everybody who asks for it.
            return Set.of();
        }
        var methods = mapping.getMethodsCondition().getMethods();
        assertThat(methods).as("methods of " + handler).isNotEmpty();
        return mapping.getPatternValues()
                .stream()
                .flatMap(path -> methods.stream().map(method -> method.name() + " " + path))
                .collect(Collectors.toSet());
    }
}
