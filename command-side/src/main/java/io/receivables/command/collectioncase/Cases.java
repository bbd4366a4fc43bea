package io.receivables.command.collectioncase;

import io.receivables.command.account.Accounts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.AccountId;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Lets a case decide, be it the first thing that is said of it or not. */
@Component
public class Cases {

    private final Streams<CollectionCase> cases;
    private final Accounts accounts;
    private final Streams<Payment> payments;
    private final BusinessDays days;

    Cases(Streams<CollectionCase> cases, Accounts accounts, Streams<Payment> payments, BusinessDays days) {
        this.cases = cases;
        this.accounts = accounts;
        this.payments = payments;
        this.days = days;
    }

    /**
     * @param decision is told what today is for the legal entity
     * @throws Refusal ACCOUNT_NOT_FOUND, PAYMENT_NOT_FOUND, PAYMENT_ALREADY_IDENTIFIED: work on its account instead
     */
    public Reply decide(CaseCommand command, BiConsumer<CollectionCase, LocalDate> decision) {
        var entity = entityOf(command.subject());
        var today = days.today(entity);
        return Reply.ok(decided(command.subject(), entity, decision, today)
                .show((it, version) -> it.resource(today)));
    }

    private Loaded<CollectionCase> decided(CaseSubject subject, LegalEntityId entity,
            BiConsumer<CollectionCase, LocalDate> decision, LocalDate today) {
        if (cases.find(subject).isPresent()) {
            var known = cases.load(subject);
            known.decide(it -> decision.accept(it, today));
            return known;
        }
        var seen = CommandContext.current().ifMatch();
        if (seen != null && seen != 0) {
            throw new Refusal(ProblemCode.VERSION_MOVED, "nothing was said of " + subject + " yet, not " + seen);
        }
        return cases.begin(() -> {
            var first = new CollectionCase(subject, entity);
            decision.accept(first, today);
            return first;
        });
    }

    private LegalEntityId entityOf(CaseSubject subject) {
        return switch (subject.kind()) {
            case ACCOUNT -> accounts.require(new AccountId(subject.id())).legalEntity();
            case PAYMENT -> unidentified(subject.id());
        };
    }

    private LegalEntityId unidentified(String paymentId) {
        var payment = payments.find(paymentId).orElseThrow(() -> payments.notFound(paymentId));
        var entity = payment.ask(Payment::legalEntity);
        if (!CommandContext.current().actor().maySee(entity)) {
            throw payments.notFound(paymentId);
        }
        payment.decide(Payment::requireUnidentified);
        return entity;
    }
}
