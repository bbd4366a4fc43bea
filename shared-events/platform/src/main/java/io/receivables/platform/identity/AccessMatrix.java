package io.receivables.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what: the one file {@code access-matrix.csv}, read by the gate and by its tests. What has no row is
 * denied.
 */
public final class AccessMatrix {

    private static final String FILE = "/access-matrix.csv";
    private static final String HEADER = "method,path,served-by,roles";
    private static final String ANYBODY = "anybody";
    private static final String FOUND = AccessMatrix.class.getName();

    private final List<AccessRow> rows;
    private final Map<String, AccessRow> byEndpoint;

    private AccessMatrix(List<AccessRow> rows) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing(AccessRow::path))
                .toList();
        this.byEndpoint = rows.stream().collect(Collectors.toUnmodifiableMap(AccessRow::endpoint, row -> row));
    }

    public static AccessMatrix load() {
        try (var file = AccessMatrix.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return of(new BufferedReader(new InputStreamReader(file, UTF_8)).lines().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static AccessMatrix of(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException(FILE + " must begin with " + HEADER);
        }
        var rows = new ArrayList<AccessRow>();
        var endpoints = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            var row = row(line);
            if (!endpoints.add(row.endpoint())) {
                throw new IllegalStateException(FILE + " has two rows for " + row.endpoint());
            }
            rows.add(row);
        }
        return new AccessMatrix(rows);
    }

    private static AccessRow row(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 4 || cells[3].isBlank()) {
            throw new IllegalStateException(FILE + " cannot be read at: " + line);
        }
        var path = PathPatternParser.defaultInstance.parse(cells[1]);
        if (cells[3].equals(ANYBODY)) {
            return new AccessRow(cells[0], path, cells[2], Set.of(), true);
        }
        var roles = Arrays.stream(cells[3].split(" "))
                .map(code -> Role.of(code)
                        .orElseThrow(
                                () -> new IllegalStateException(FILE + " names an unknown role: " + code)))
                .collect(Collectors.toSet());
        return new AccessRow(cells[0], path, cells[2], roles, false);
    }

    public List<AccessRow> rows() {
        return rows;
    }

    /**
     * Whether an actor may call an endpoint.
     *
     * @param endpoint method and path, as the file has them
     */
    public boolean allows(Actor actor, String endpoint) {
        var row = byEndpoint.get(endpoint);
        return row != null && row.allows(actor);
    }

    /** The most specific row of the request's method and path, the same choice as Spring MVC makes among handlers. */
    public Optional<AccessRow> rowFor(HttpServletRequest request) {
        // Asked several times on the way of a request; one that is forwarded has another path by then.
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var asked = method + " " + request.getRequestURI();
        if (request.getAttribute(FOUND) instanceof Found known && known.asked().equals(asked)) {
            return known.row();
        }
        var path = pathOf(request);
        var row = rows.stream().filter(it -> it.method().equals(method) && it.path().matches(path)).findFirst();
        request.setAttribute(FOUND, new Found(asked, row));
        return row;
    }

    /** What was found for a request. */
    private record Found(String asked, Optional<AccessRow> row) {}

    /** The methods that have a row at the request's path. */
    List<String> methodsFor(HttpServletRequest request) {
        var path = pathOf(request);
        return rows.stream()
                .filter(row -> row.path().matches(path))
                .map(AccessRow::method)
                .distinct()
                .sorted()
                .toList();
    }

    private static PathContainer pathOf(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication();
    }
}
