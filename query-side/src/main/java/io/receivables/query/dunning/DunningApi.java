package io.receivables.query.dunning;

import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.platform.resource.DunningBlockResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DunningApi {

    private final GetDunningLetters letters;
    private final GetDunningRuns runs;
    private final GetDunningBlocks blocks;

    DunningApi(GetDunningLetters letters, GetDunningRuns runs, GetDunningBlocks blocks) {
        this.letters = letters;
        this.runs = runs;
        this.blocks = blocks;
    }

    @GetMapping("/v1/dunning-runs")
    Page<DunningRunResource> runs(@RequestParam(required = false) @Nullable String legalEntity, AsOfRequest asOf,
            Paging paging) {
        return runs.list(legalEntity, asOf, paging);
    }

    @GetMapping("/v1/dunning-runs/{id}")
    DunningRunResource run(@PathVariable DunningRunId id, AsOfRequest asOf) {
        return runs.handle(id, asOf);
    }

    @GetMapping("/v1/dunning-runs/{id}/letters")
    Page<DunningLetterResource> lettersOfRun(@PathVariable DunningRunId id, AsOfRequest asOf, Paging paging) {
        return letters.ofRun(id, asOf, paging);
    }

    @GetMapping("/v1/dunning-letters/{id}")
    DunningLetterResource letter(@PathVariable DunningLetterId id, AsOfRequest asOf) {
        return letters.handle(id, asOf);
    }

    /** The letter as it was sent, whose hash is in the log; nothing in it is run or fetched. */
    @GetMapping("/v1/dunning-letters/{id}/text")
    ResponseEntity<byte[]> text(@PathVariable DunningLetterId id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(letters.html(id).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/v1/customer-accounts/{id}/dunning-letters")
    Page<DunningLetterResource> lettersOfAccount(@PathVariable AccountId id, AsOfRequest asOf, Paging paging) {
        return letters.ofAccount(id, asOf, paging);
    }

    @GetMapping("/v1/customer-accounts/{id}/dunning-blocks")
    Page<DunningBlockResource> blocks(@PathVariable AccountId id, AsOfRequest asOf, Paging paging) {
        return blocks.handle(id, asOf, paging);
    }
}
