package io.receivables.query.journal;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JournalApi {

    private final GetJournal journal;
    private final ExportJournal export;
    private final CountAhead ahead;
    private final GetAccountMappings mappings;

    JournalApi(GetJournal journal, ExportJournal export, CountAhead ahead, GetAccountMappings mappings) {
        this.journal = journal;
        this.export = export;
        this.ahead = ahead;
        this.mappings = mappings;
    }

    @GetMapping("/v1/account-mappings")
    Page<AccountMappingResource> mappings(@RequestParam(required = false) @Nullable String legalEntity,
            AsOfRequest asOf, Paging paging) {
        return mappings.handle(legalEntity, asOf, paging);
    }

    @GetMapping(path = "/v1/journal-entries", produces = MediaType.APPLICATION_JSON_VALUE)
    JournalAnswer entries(JournalRequest request, Paging paging) {
        ahead.of(journal.asked(request).range());
        return journal.page(request, paging);
    }

    @GetMapping(path = "/v1/journal-entries", produces = {Table.CSV, Table.XLSX})
    Table file(JournalRequest request, Paging paging) {
        ahead.of(journal.asked(request).range());
        return JournalTable.of(journal.file(request, paging).items());
    }

    @GetMapping("/v1/exports/journal")
    void export(JournalRequest request, @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String encoding, HttpServletResponse response)
            throws IOException {
        export.layout(request, format, encoding);
        ahead.of(journal.asked(request).range());
        var written = export.write(request, format, encoding);
        try {
            response.setContentType(written.layout().mediaType());
            response.setContentLengthLong(Files.size(written.file()));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(written.layout().fileName()).build().toString());
            Files.copy(written.file(), response.getOutputStream());
        } finally {
            ExportJournal.remove(written.file());
        }
    }
}
