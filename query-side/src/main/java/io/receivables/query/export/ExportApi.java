package io.receivables.query.export;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.identity.IdempotencyKey;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Disclosure;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports are ordered, looked at and fetched; each is shown to whoever has ordered it. */
@RestController
@RequestMapping("/v1/exports")
class ExportApi {

    private final OrderExport orders;
    private final ExportStore store;
    private final ExportRights rights;

    ExportApi(OrderExport orders, ExportStore store, ExportRights rights) {
        this.orders = orders;
        this.store = store;
        this.rights = rights;
    }

    /** The kind, what it is about ({@link ExportKind}), and {@code purpose}. */
    @PostMapping
    ResponseEntity<Export> order(@RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Map<String, @Nullable Object> body) {
        var ordered = orders.handle(body, IdempotencyKey.of(key));
        var answer = ResponseEntity.accepted().location(URI.create(ordered.export().path()));
        return (ordered.before() ? answer.header("Idempotency-Replayed", "true") : answer).body(ordered.export());
    }

    @GetMapping
    Page<Export> all(Paging paging) {
        var after = paging.afterKeys(2);
        var found = after == null
                ? store.newest(Actor.current().subject(), paging.size() + 1)
                : store.before(Actor.current().subject(), Cursor.number(after.getFirst()), after.getLast(),
                        paging.size() + 1);
        return Page.of(found, paging.size(), last -> List.of(Long.toString(ExportStore.micros(last.createdAt())),
                last.exportId().toString()));
    }

    @GetMapping("/{id}")
    Export one(@PathVariable String id) {
        return require(id);
    }

    /** The file, once it is whole. */
    @GetMapping("/{id}/content")
    void content(@PathVariable String id, HttpServletResponse response) throws IOException {
        var export = require(id);
        rights.requireStill(Actor.current(), export);
        requireWhole(export);
        var part = store.part(export.exportId(), 0).orElseThrow(() -> expired(export));
        response.setContentType(export.mediaType());
        response.setContentLengthLong(Objects.requireNonNull(export.bytes()));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(export.fileName()).build().toString());
        response.setHeader("Repr-Digest", "sha-256=:" + Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(Objects.requireNonNull(export.sha256()))) + ":");
        var out = response.getOutputStream();
        long sent = 0;
        for (int no = 1;; no++) {
            out.write(part);
            sent += part.length;
            if (sent == export.bytes()) {
                break;
            }
            // Its length is announced: a client sees that it did not get all.
            part = store.part(export.exportId(), no)
                    .orElseThrow(() -> new IOException("the file was removed while it was fetched"));
        }
        out.flush();
    }

    private static void requireWhole(Export export) {
        switch (export.state()) {
            case DONE -> {
                // It is there.
            }
            case QUEUED, RUNNING -> throw new Refusal(ProblemCode.EXPORT_NOT_READY, "export " + export.exportId()
                    + " is " + export.state() + ": " + export.progress().done()
                    + (export.progress().total() == null ? "" : " of " + export.progress().total()));
            case FAILED -> throw new Refusal(ProblemCode.EXPORT_FAILED, "export " + export.exportId()
                    + " has no file: " + (export.error() == null ? "" : export.error().detail()));
            case EXPIRED -> throw expired(export);
        }
    }

    private static Refusal expired(Export export) {
        return new Refusal(ProblemCode.EXPORT_EXPIRED, "the file of export " + export.exportId()
                + ", finished " + export.finishedAt() + ", was removed; order it again");
    }

    private Export require(String id) {
        var refusal = new Refusal(ProblemCode.EXPORT_NOT_FOUND, "there is no export " + id);
        try {
            var export = store.find(UUID.fromString(id), Actor.current().subject()).orElseThrow(() -> refusal);
            Disclosure.note(export.parameters(), export.purpose());
            return export;
        } catch (IllegalArgumentException notAnId) {
            throw refusal;
        }
    }
}
