package io.receivables.query.dunning;

import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.StreamKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers which letters were written and what had become of them at a date, and gives the letters themselves. */
@Service
@SnapshotRead
public class GetDunningLetters {

    private final JdbcClient jdbc;
    private final History history;
    private final AccountAccess access;
    private final AsOfResolver resolver;
    private final GetDunningRuns runs;

    GetDunningLetters(JdbcClient jdbc, History history, AccountAccess access, AsOfResolver resolver,
            GetDunningRuns runs) {
        this.jdbc = jdbc;
        this.history = history;
        this.access = access;
        this.resolver = resolver;
        this.runs = runs;
    }

    /** @throws Refusal DUNNING_LETTER_NOT_FOUND also when it was not written at the date */
    public DunningLetterResource handle(DunningLetterId id, AsOfRequest request) {
        var asOf = resolver.resolve(request, require(id));
        var facts = history.of(StreamKey.of(id), asOf);
        if (facts.isEmpty()) {
            throw notFound(id);
        }
        return LetterHistory.resource(facts, asOf.position());
    }

    /**
     * The letter as it was sent, to the last byte.
     *
     * @throws Refusal DUNNING_LETTER_ERASED
     */
    public String html(DunningLetterId id) {
        require(id);
        return stored(id, "html").orElseThrow(() -> new Refusal(ProblemCode.DUNNING_LETTER_ERASED,
                "the text of letter " + id + " was erased; its hash is kept"));
    }

    /** Its plain text; empty when it was erased. */
    public Optional<String> plain(DunningLetterId id) {
        require(id);
        return stored(id, "plain");
    }

    private Optional<String> stored(DunningLetterId id, String column) {
        return jdbc.sql("select %1$s from party.dunning_letter where letter_id = ? and %1$s is not null"
                .formatted(column)).param(id.value()).query(String.class).optional();
    }

    /** The newest first. */
    public Page<DunningLetterResource> ofAccount(AccountId id, AsOfRequest request, Paging paging) {
        var asOf = access.require(id.value(), request);
        var after = paging.afterKeys(1);
        var ids = jdbc.sql("""
                select letter_id from ledger.dunning_letter
                 where account_id = :account and effective_date <= :asAt and position <= :known and letter_id < :after
                 order by letter_id desc limit :limit""")
                .param("account", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                // Ids rise with time.
                .param("after", after == null ? "g" : after.getFirst())
                .param("limit", paging.size() + 1)
                .query((row, _) -> row.getString(1))
                .list();
        return page(ids, asOf, paging);
    }

    /** By account. */
    public Page<DunningLetterResource> ofRun(DunningRunId id, AsOfRequest request, Paging paging) {
        var asOf = runs.require(id, request);
        var after = paging.afterKeys(1);
        var ids = jdbc.sql("""
                select letter_id from ledger.dunning_letter
                 where run_id = :run and effective_date <= :asAt and position <= :known and letter_id > :after
                 order by letter_id limit :limit""")
                .param("run", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("after", after == null ? "" : after.getFirst())
                .param("limit", paging.size() + 1)
                .query((row, _) -> row.getString(1))
                .list();
        return page(ids, asOf, paging);
    }

    private Page<DunningLetterResource> page(List<String> oneMore, AsOf asOf, Paging paging) {
        var page = Page.of(oneMore, paging.size(), List::of);
        var facts = history.of("DunningLetter", page.items(), asOf);
        return page.with(page.items()
                .stream()
                .map(letter -> LetterHistory.resource(Objects.requireNonNull(facts.get(letter)), asOf.position()))
                .toList());
    }

    private LegalEntityId require(DunningLetterId id) {
        return jdbc.sql("select legal_entity from ledger.dunning_letter where letter_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .filter(Scope::isVisible)
                .map(LegalEntityId::new)
                .orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(DunningLetterId id) {
        return new Refusal(ProblemCode.DUNNING_LETTER_NOT_FOUND, "there is no dunning letter " + id);
    }
}
