package io.receivables.query.page;

import io.receivables.query.accesslog.AccessRequest;
import io.receivables.query.accesslog.GetAccessLog;
import io.receivables.query.accesslog.RecordedAccess;
import io.receivables.query.edge.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads who looked at what. */
@Service
class ReadAccessLog {

    private final GetAccessLog log;

    ReadAccessLog(GetAccessLog log) {
        this.log = log;
    }

    record Sheet(List<Line> lines, @Nullable String nextCursor) {}

    /**
     * A read.
     *
     * @param what method, path and the values of its variables
     * @param entities joined; empty: every one
     * @param refused whether it was answered with a refusal
     */
    record Line(String id, String at, String who, String roles, String kind, String what, String ids,
            @Nullable String parameters, @Nullable String accountLink, @Nullable String accountId, String entities,
            @Nullable Integer status, boolean refused, @Nullable String rows, String purpose, boolean purposeSaid) {}

    Sheet handle(AccessRequest request, @Nullable String after) {
        var page = log.handle(request, new Paging(null, after));
        return new Sheet(page.items().stream().map(ReadAccessLog::line).toList(), page.nextCursor());
    }

    private static Line line(RecordedAccess it) {
        return new Line(it.id(), Knowledge.time(it.at()), it.who(), String.join(", ", it.roles()), it.kind().name(),
                it.method() + " " + it.path(), String.join(", ", it.ids()), it.parameters(),
                it.accountId() == null ? null : Links.LIVE.account(it.accountId()), it.accountId(),
                it.legalEntities() == null ? "" : String.join(", ", it.legalEntities()), it.status(),
                it.status() != null && it.status() >= 400,
                it.rows() == null ? null : Amount.grouped(Long.toString(it.rows())), it.purpose(), it.purposeSaid());
    }
}
