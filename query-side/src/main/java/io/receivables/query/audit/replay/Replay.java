package io.receivables.query.audit.replay;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tells a history again, from the first fact to the last that was known. */
@Service
public class Replay {

    private final AccountAccess access;
    private final AsOfResolver resolver;
    private final History history;
    private final ReadFacts facts;

    Replay(AccountAccess access, AsOfResolver resolver, History history, ReadFacts facts) {
        this.access = access;
        this.resolver = resolver;
        this.history = history;
        this.facts = facts;
    }

    /** A replay that is ready to be told: everything that could be refused has been. */
    public interface Telling {

        void tell(Consumer<ReplayLine<?>> listener);
    }

    /** Without any line for a date before the account was opened. */
    public Telling ofAccount(String id, AsOfRequest request) {
        var account = access.require(id);
        var asOf = resolver.resolve(request, new LegalEntityId(account.legalEntity()));
        return listener -> {
            var own = history.of(new StreamKey("CustomerAccount", id), asOf)
                    .stream()
                    .collect(Collectors.toMap(PastFact::position, fact -> (CustomerAccountEvent) fact.event()));
            var fold = new AccountFold(account, asOf.asAt());
            facts.ofAccount(id, asOf, fact -> {
                var before = fold.state();
                move(fold, id, fact, own);
                listener.accept(new ReplayLine<>(fact.event(), fact.policyVersion(), before, fold.state()));
            });
        };
    }

    private static void move(AccountFold fold, String id, ReadFacts.Fact fact, Map<Long, CustomerAccountEvent> own) {
        long position = fact.event().position();
        var event = own.get(position);
        if (event != null) {
            fold.on(event);
        }
        fact.moved().stream().filter(moved -> id.equals(moved.account())).forEach(fold::on);
        fold.at(position);
    }

    /** Of all that happened in a legal entity, in all of its currencies. */
    Telling ofEntity(String id, AsOfRequest request) {
        Scope.requireVisible(id);
        var asOf = resolver.resolve(request, new LegalEntityId(id));
        resolver.todayOf(new LegalEntityId(id));
        return listener -> {
            var fold = new EntityFold(id, asOf.asAt());
            facts.ofEntity(id, asOf, fact -> {
                var before = fold.state();
                fact.moved().forEach(fold::on);
                fold.at(fact.event().position());
                listener.accept(new ReplayLine<>(fact.event(), fact.policyVersion(), before, fold.state()));
            });
        };
    }
}
