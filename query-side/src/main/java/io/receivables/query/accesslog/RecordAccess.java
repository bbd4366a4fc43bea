package io.receivables.query.accesslog;

import io.receivables.platform.eventstore.TimeOrderedIds;
import io.receivables.platform.identity.AccessMatrix;
import io.receivables.platform.identity.AccessRow;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.identity.ForbiddenWatch;
import io.receivables.platform.identity.Role;
import io.receivables.platform.observability.Correlation;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Disclosure;
import io.receivables.query.edge.RowCount;
import io.receivables.query.edge.Table;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Records who looks at what: every question to this side that a person asks, whatever it is answered, but for those of the
 * operator about the machine. What may carry much away is recorded before its first byte.
 */
final class RecordAccess implements HandlerInterceptor, ForbiddenWatch {

    static final String PURPOSE = "X-Purpose";

    private static final String ATTRIBUTE = RecordAccess.class.getName();
    private static final Pattern PURPOSE_TEXT = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,200}");
    /** Free text may be a name, and the keys of a cursor may be one. */
    private static final Set<String> MAY_BE_NAMES = Set.of("q", "after");
    private static final String EXPORTS = "/v1/exports";
    private static final Set<String> FILE_NAMES = Set.of(".csv", ".xlsx", ".pdf");
    private static final Set<String> FILES = Set.of(Table.CSV, Table.XLSX, MediaType.APPLICATION_PDF_VALUE);
    private static final int LONGEST_VALUE = 64;
    private static final int LONGEST_PARAMETERS = 500;
    /** Before all others, so that what they refuse is recorded. */
    static final int ORDER = Integer.MIN_VALUE;

    private final AccessLog log;
    private final AccessMatrix matrix;
    private final Clock clock;
    private final boolean machines;

    RecordAccess(AccessLog log, AccessMatrix matrix, Clock clock, boolean machines) {
        this.log = log;
        this.matrix = matrix;
        this.clock = clock;
        this.machines = machines;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(ATTRIBUTE) != null) {
            return true; // a later stage of one that is under way
        }
        asked(request, purpose(request)).ifPresent(entry -> {
            if (entry.kind() == AccessKind.ACCESS_LOG) {
                log.flush();
            }
            log.takePlace();
            var read = new Read(entry);
            if (isOfOrder(entry)) {
                Disclosure.tell(request, read);
            } else if (entry.kind().isRecordedFirst()) {
                read.recordNow();
            }
            request.setAttribute(ATTRIBUTE, read);
        });
        return true;
    }

    /** Whose export that is stands in the body, or in the order that its id names: whoever reads it says so. */
    private static boolean isOfOrder(AccessEntry entry) {
        return entry.path().equals(EXPORTS) && entry.method().equals("POST")
                || entry.path().startsWith(EXPORTS + "/{id}");
    }

    /** One that is under way. */
    private final class Read implements Disclosure.Listener {

        private AccessEntry entry;
        private boolean recorded;

        Read(AccessEntry entry) {
            this.entry = entry;
        }

        @Override
        public void isAbout(Map<String, String> ordered, String purpose) {
            if (!recorded) {
                var about = new TreeMap<String, String>();
                ordered.forEach((name, value) -> about.put(name, cut(value, LONGEST_VALUE)));
                entry = entry.about(about, purpose);
                recordNow();
            }
        }

        void recordNow() {
            recorded = true;
            log.addNow(entry);
        }

        void end(HttpServletResponse response, @Nullable Long rows) {
            if (recorded) {
                log.end(new AccessEntry.End(entry.id(), response.getStatus(), rows));
            } else {
                log.add((isFile(response.getContentType()) ? entry.ofKind(AccessKind.FILE) : entry)
                        .answered(response.getStatus(), rows));
            }
        }
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failure) {
        if (request.getAttribute(ATTRIBUTE) instanceof Read read) {
            read.end(response, failure == null ? RowCount.of(request) : null);
        }
    }

    /** The gate lets nothing through that no role allows; that somebody knocked is recorded. */
    @Override
    public void forbidden(HttpServletRequest request) {
        var said = request.getHeader(PURPOSE);
        asked(request, said != null && PURPOSE_TEXT.matcher(said).matches() ? said : null)
                .ifPresent(entry -> log.addRefused(entry.answered(ProblemCode.FORBIDDEN.status(), null)));
    }

    private Optional<AccessEntry> asked(HttpServletRequest request, @Nullable String purpose) {
        var actor = Actor.find();
        return actor.isEmpty()
                ? Optional.empty()
                : matrix.rowFor(request)
                        .filter(RecordAccess::isWatched)
                        .filter(row -> isWatched(actor.get()) || isExport(row.path().getPatternString()))
                        .map(row -> entry(request, row, actor.get(), purpose));
    }

    /** Machines take no looks; what leaves the house is recorded whoever takes it. */
    private boolean isWatched(Actor actor) {
        return machines || !actor.roles().equals(Set.of(Role.INTEGRATION.code()));
    }

    private static boolean isExport(String template) {
        return template.equals(EXPORTS) || template.startsWith(EXPORTS + "/");
    }

    private static boolean isWatched(AccessRow row) {
        return row.servedBy().equals("query") && !row.path().getPatternString().startsWith("/v1/operations/");
    }

    private AccessEntry entry(HttpServletRequest request, AccessRow row, Actor actor, @Nullable String purpose) {
        var template = row.path().getPatternString();
        var ids = ids(request, row);
        return new AccessEntry(UUID.fromString(TimeOrderedIds.next()), clock.instant(), actor, kind(request, template),
                request.getMethod(), template, List.copyOf(ids.values()), parameters(request),
                isOfAccount(template) ? ids.get("id") : value(request, "accountId"),
                legalEntity(request, template, ids),
                subject(template, ids), value(request, "asAt"), value(request, "asKnown"), purpose, null, null,
                Correlation.of(request));
    }

    private static Map<String, String> ids(HttpServletRequest request, AccessRow row) {
        var match = row.path().matchAndExtract(ServletRequestPathUtils.parse(request).pathWithinApplication());
        return match == null
                ? Map.of()
                : match.getUriVariables()
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> cut(it.getValue(), LONGEST_VALUE),
                                (one, _) -> one, LinkedHashMap::new));
    }

    private static AccessKind kind(HttpServletRequest request, String template) {
        if (template.endsWith("/access-log")) {
            return AccessKind.ACCESS_LOG;
        }
        if (isExport(template)) {
            return AccessKind.EXPORT;
        }
        if (template.endsWith("/replay") || template.equals("/v1/audit/events")) {
            return AccessKind.REPLAY;
        }
        if (isFile(request, template)) {
            return AccessKind.FILE;
        }
        if (!template.startsWith("/v1/")) {
            return AccessKind.PAGE;
        }
        return template.startsWith("/v1/audit/") ? AccessKind.AUDIT : AccessKind.QUERY;
    }

    /** Known before it is answered, so that it is recorded before; what is answered as a file all the same is one too. */
    private static boolean isFile(HttpServletRequest request, String template) {
        if (FILE_NAMES.stream().anyMatch(template::endsWith)) {
            return true;
        }
        // What the handler that was chosen gives; a list has one handler for all, which looks at the header itself.
        if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Set<?> given) {
            return given.stream().anyMatch(type -> isFile(type.toString()));
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && !accept.contains(MediaType.APPLICATION_JSON_VALUE)
                && FILES.stream().anyMatch(accept::contains);
    }

    private static boolean isFile(@Nullable String mediaType) {
        return mediaType != null && FILES.stream().anyMatch(mediaType::startsWith);
    }

    private static boolean isOfAccount(String template) {
        return template.startsWith("/v1/customer-accounts/{id}") || template.startsWith("/v1/audit/accounts/{id}")
                || template.startsWith("/accounts/{id}");
    }

    private static @Nullable String legalEntity(HttpServletRequest request, String template, Map<String, String> ids) {
        if (ids.containsKey("legalEntity")) {
            return ids.get("legalEntity");
        }
        return template.contains("/legal-entities/{id}") ? ids.get("id") : value(request, "legalEntity");
    }

    private static @Nullable AccessSubject subject(String template, Map<String, String> ids) {
        var id = ids.get("id");
        if (id == null) {
            return null;
        }
        var segments = List.of(template.split("/"));
        return AccessSubject.of(segments.get(segments.indexOf("{id}") - 1), id).orElse(null);
    }

    private static @Nullable String parameters(HttpServletRequest request) {
        var parts = new ArrayList<String>();
        request.getParameterMap()
                .forEach((name, values) -> parts.add(cut(name, LONGEST_VALUE) + "="
                        + (MAY_BE_NAMES.contains(name) ? "…" : cut(String.join(",", values), LONGEST_VALUE))));
        return parts.isEmpty() ? null : cut(String.join("&", parts), LONGEST_PARAMETERS);
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : cut(value, LONGEST_VALUE);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** @throws Refusal PARAMETER_INVALID */
    private static @Nullable String purpose(HttpServletRequest request) {
        var said = request.getHeader(PURPOSE);
        if (said != null && !PURPOSE_TEXT.matcher(said).matches()) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    PURPOSE + " has 1 to 200 characters that can be read");
        }
        return said;
    }
}
