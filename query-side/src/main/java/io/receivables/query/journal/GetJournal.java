package io.receivables.query.journal;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.journal.ReadJournal.Range;
import io.receivables.query.ledger.Known;
import io.receivables.query.ledger.LegalEntities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Answers the entries of the journals, with their accounts. */
@Service
@SnapshotRead
public class GetJournal {

    private final ReadJournal journal;
    private final LegalEntities entities;
    private final AsOfResolver resolver;
    private final int mostRows;

    /** @param mostRows a file is put together in memory */
    GetJournal(ReadJournal journal, LegalEntities entities, AsOfResolver resolver,
            @Value("${receivables.queries.file-rows:100000}") int mostRows) {
        this.journal = journal;
        this.entities = entities;
        this.resolver = resolver;
        this.mostRows = mostRows;
    }

    /** @param known what the range is as known at */
    record Asked(Range range, Known known) {}

    public JournalAnswer page(JournalRequest request, Paging paging) {
        return entries(request, paging, paging.size());
    }

    /** All entries, unless a limit is named. */
    public JournalAnswer file(JournalRequest request, Paging paging) {
        var answer = entries(request, paging, paging.sizeOfFile(mostRows));
        long rows = answer.items().stream().mapToLong(it -> it.lines().size()).sum();
        if (paging.limit() == null && (answer.nextCursor() != null || rows > mostRows)) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "a file has at most " + mostRows
                    + " rows, and there are more; ask with limit and after, for fewer days, or with "
                    + "GET /v1/exports/journal");
        }
        return answer;
    }

    /** @throws Refusal when a part of the question is missing or makes no sense */
    public Asked asked(JournalRequest request) {
        var entity = require("legalEntity", request.legalEntity());
        Scope.requireVisible(entity);
        var from = Parameters.date("from", require("from", request.from()));
        var to = Parameters.date("to", require("to", request.to()));
        if (from.isAfter(to)) {
            throw new Refusal(ProblemCode.DATE_INVALID, "from " + from + " is after to " + to);
        }
        var known = resolver.known(request.asKnown());
        var id = new LegalEntityId(entity);
        return entities.find(id, known.position())
                // Before it was known its journals are empty.
                .or(() -> entities.find(id, Long.MAX_VALUE))
                .map(it -> new Asked(new Range(it, from, to, known.position()), known))
                .orElseThrow(() -> new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND,
                        "there is no legal entity " + entity));
    }

    private JournalAnswer entries(JournalRequest request, Paging paging, int size) {
        var asked = asked(request);
        requireKnown(request.currency());
        var after = after(paging);
        var found = new ArrayList<JournalEntry>();
        journal.read(asked.range(), entry -> {
            if (isAfter(entry, after) && (request.currency() == null
                    || request.currency().equals(entry.currency().getCurrencyCode()))) {
                found.add(entry);
            }
            return found.size() <= size;
        });
        var page = Page.of(found, size, last -> List.of(last.accountingDate().toString(),
                Long.toString(last.position())));
        return new JournalAnswer(asked.range().entity().legalEntity(), asked.range().from(), asked.range().to(),
                asked.known(), page.items(), page.nextCursor());
    }

    private record Place(LocalDate date, long position) {}

    private static @Nullable Place after(Paging paging) {
        var keys = paging.afterKeys(2);
        return keys == null ? null : new Place(Cursor.date(keys.getFirst()), Cursor.number(keys.getLast()));
    }

    private static boolean isAfter(JournalEntry entry, @Nullable Place place) {
        return place == null || entry.accountingDate().isAfter(place.date())
                || entry.accountingDate().equals(place.date()) && entry.position() > place.position();
    }

    private static void requireKnown(@Nullable String currency) {
        if (currency != null && Currency.getAvailableCurrencies()
                .stream()
                .noneMatch(it -> it.getCurrencyCode().equals(currency))) {
            throw new Refusal(ProblemCode.CURRENCY_UNKNOWN, "there is no currency " + currency);
        }
    }

    private static String require(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new Refusal(ProblemCode.REQUIRED, name + " is missing");
        }
        return value;
    }
}
