package io.receivables.query.page;

import io.receivables.query.audit.diff.Diff;
import io.receivables.query.audit.diff.Diff.BucketEffect;
import io.receivables.query.audit.diff.Diff.LateFact;
import io.receivables.query.audit.diff.DiffRequest;
import io.receivables.query.audit.diff.GetDiff;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.Progress;
import io.receivables.query.page.DiffSheet.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Reads the difference between two states of knowledge for its page. */
@Service
@SnapshotRead
class ReadDiff {

    private final GetDiff diff;
    private final Progress progress;

    ReadDiff(GetDiff diff, Progress progress) {
        this.diff = diff;
        this.progress = progress;
    }

    DiffSheet handle(DiffRequest request, Links links) {
        var answer = diff.handle(request);
        var newest = progress.now();
        var account = answer.accountId();
        var balance = answer.balance();
        return new DiffSheet(account == null ? answer.legalEntity() : account,
                account == null ? null : links.account(account), fields(answer), answer.currency(), answer.asAt(),
                Knowledge.of(answer.asKnown(), newest), Knowledge.of(answer.asKnownOther(), newest),
                Amount.of(balance.known()), Amount.of(balance.other()), Amount.of(balance.difference()),
                Buckets.of(answer.edges()).labels(),
                answer.lateFacts().stream().map(late -> line(late, links)).toList());
    }

    private static Map<String, String> fields(Diff answer) {
        var fields = new LinkedHashMap<String, String>();
        if (answer.accountId() == null) {
            fields.put("legalEntity", answer.legalEntity());
            fields.put("currency", answer.currency());
        } else {
            fields.put("accountId", answer.accountId());
        }
        return fields;
    }

    private static Line line(LateFact late, Links links) {
        BucketEffect effect = late.bucketEffect();
        var buckets = new ArrayList<>(List.of(Amount.of(effect.notDue())));
        effect.buckets().forEach(bucket -> buckets.add(Amount.of(bucket)));
        return new Line(FactLine.of(late.event(), Amount.of(late.effect()), links), List.copyOf(buckets),
                Amount.of(effect.unapplied()));
    }
}
