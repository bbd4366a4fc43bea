package io.receivables.query.page;

import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.query.dunning.DunningLetterResource;
import io.receivables.query.dunning.DunningRunResource;
import io.receivables.query.dunning.GetDunningLetters;
import io.receivables.query.dunning.GetDunningRuns;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.CustomerNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what the pages of reminders show. */
@Service
@SnapshotRead
class ReadDunning {

    private final Cuts cuts;
    private final GetDunningRuns runs;
    private final GetDunningLetters letters;
    private final CustomerNames names;

    ReadDunning(Cuts cuts, GetDunningRuns runs, GetDunningLetters letters, CustomerNames names) {
        this.cuts = cuts;
        this.runs = runs;
        this.letters = letters;
        this.names = names;
    }

    record Runs(Cut cut, List<RunLine> lines, @Nullable String nextCursor) {}

    record RunLine(String id, String link, String legalEntity, LocalDate date, boolean completed, long letters,
            int notDunned, long waiting, long delivered, long failed) {}

    record Run(Cut cut, RunLine run, List<LetterLine> lines, @Nullable String nextCursor) {}

    record LetterLine(String id, String link, LocalDate date, String accountId, String name, String account, int level,
            boolean finalNotice, int items, Amount amountDue, Amount fees, String currency, String channel,
            String status) {}

    /** @param text null: it was erased */
    record Letter(Cut cut, LetterLine line, DunningLetterResource letter, List<ItemLine> items,
            @Nullable String text) {}

    record ItemLine(String invoiceId, String link, int instalment, LocalDate dueDate, long daysPastDue, int level,
            Amount amount) {}

    Runs runs(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = runs.list(null, request, new Paging(null, after));
        return new Runs(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    Run run(DunningRunId id, Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var run = runs.handle(id, request);
        var page = letters.ofRun(id, request, new Paging(null, after));
        return new Run(cuts.of(request), line(run, links), lines(page.items(), links), page.nextCursor());
    }

    Letter letter(DunningLetterId id, Links links) {
        var request = links.viewpoint().asOf();
        var letter = letters.handle(id, request);
        return new Letter(cuts.of(request), lines(List.of(letter), links).getFirst(), letter,
                letter.items()
                        .stream()
                        .map(it -> new ItemLine(it.invoiceId().value(), links.invoice(it.invoiceId().value()),
                                it.instalment(), it.dueDate(), it.daysPastDue(), it.level(), Amount.of(it.amount())))
                        .toList(),
                letters.plain(id).orElse(null));
    }

    List<LetterLine> lines(List<DunningLetterResource> all, Links links) {
        var named = names.of(all.stream().map(it -> it.accountId().value()).toList());
        return all.stream().map(it -> line(it, named, links)).toList();
    }

    private static RunLine line(DunningRunResource it, Links links) {
        return new RunLine(it.runId().value(), links.dunningRun(it.runId().value()), it.legalEntity().value(),
                it.asAt(), it.completed(), it.letters(), it.notDunned(), it.waiting(), it.delivered(), it.failed());
    }

    private static LetterLine line(DunningLetterResource it, Map<String, String> named, Links links) {
        var account = it.accountId().value();
        return new LetterLine(it.letterId().value(), links.dunningLetter(it.letterId().value()), it.issueDate(),
                account, named.getOrDefault(account, account), links.account(account), it.level(), it.finalNotice(),
                it.items().size(), Amount.of(it.amountDue()), Amount.of(it.fees()),
                it.amountDue().currency().getCurrencyCode(), it.channel().name(), it.status().name());
    }
}
