package io.receivables.query.operations;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.ledger.ParkedFacts;
import io.receivables.query.ledger.RetryParkedFacts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ParkedFactApi {

    private final ParkedFacts parked;
    private final RetryParkedFacts retry;

    ParkedFactApi(ParkedFacts parked, RetryParkedFacts retry) {
        this.parked = parked;
        this.retry = retry;
    }

    @GetMapping("/v1/operations/parked-facts")
    Page<ParkedFacts.Entry> all(Paging paging) {
        var after = paging.afterKeys(1);
        var found = parked.after(after == null ? 0 : Cursor.number(after.getFirst()), paging.size() + 1);
        return Page.of(found, paging.size(), fact -> List.of(Long.toString(fact.position())));
    }

    /** Books the fact and all that waits with it, in order, as far as that is possible now. */
    @PostMapping("/v1/operations/parked-facts/{position}/retry")
    RetryParkedFacts.Outcome one(@PathVariable String position) {
        return retry.at(Parameters.position("position", position))
                .orElseThrow(() -> new Refusal(ProblemCode.PARKED_FACT_NOT_FOUND,
                        "no fact is parked at position " + position));
    }

    @PostMapping("/v1/operations/parked-facts/retry")
    RetryParkedFacts.Outcome everything() {
        return retry.all();
    }
}
