package io.receivables.query.audit.exceptions;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.approval.ApprovalRefused;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.refund.RefundRequested;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.approval.GetApprovals;
import io.receivables.query.audit.exceptions.FindExceptions.Found;
import io.receivables.query.audit.exceptions.FindExceptions.Wanted;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.Known;
import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.ledger.PastFact;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers what was recorded in some days that internal controls look at. */
@Service
@SnapshotRead
public class GetExceptions {

    private static final int USUAL_DAYS = 5;
    private static final int MOST_DAYS = 3_660;
    /** Whatever its date: what is approved is asked for as it was known, not as it counts at a day. */
    private static final String ANY_DATE = "2199-12-31";

    private final FindExceptions find;
    private final AsOfResolver resolver;
    private final LegalEntities entities;
    private final History history;
    private final GetApprovals approvals;

    GetExceptions(FindExceptions find, AsOfResolver resolver, LegalEntities entities, History history,
            GetApprovals approvals) {
        this.find = find;
        this.resolver = resolver;
        this.entities = entities;
        this.history = history;
        this.approvals = approvals;
    }

    public ExceptionReport report(ExceptionsRequest request, Paging paging) {
        var known = resolver.known(request.asKnown());
        var wanted = wanted(request, known);
        var page = page(wanted, paging);
        return new ExceptionReport(new LegalEntityId(wanted.entity()), wanted.from(), wanted.to(), wanted.days(),
                wanted.splitDays(), known, find.totals(wanted), page.items(), page.nextCursor());
    }

    /** Its rows alone. */
    public Page<ReportedException> rows(ExceptionsRequest request, Paging paging) {
        return page(wanted(request, resolver.known(request.asKnown())), paging);
    }

    private Page<ReportedException> page(Wanted wanted, Paging paging) {
        var after = paging.afterKeys(2);
        var found = find.page(wanted, after == null ? 0 : Cursor.number(after.getFirst()),
                after == null ? "" : after.getLast(), paging.size() + 1);
        var facts = history.at(found.stream().map(Found::position).toList());
        var page = Page.of(found, paging.size(), last -> List.of(Long.toString(last.position()), last.kind().name()));
        return page.with(page.items()
                .stream()
                .map(it -> reported(it, Objects.requireNonNull(facts.get(it.position())), wanted.known()))
                .toList());
    }

    private ReportedException reported(Found found, PastFact fact, long known) {
        var people = people(found, fact.event(), known);
        long days = ChronoUnit.DAYS.between(fact.effectiveDate(), found.recordedDate());
        return new ReportedException(found.kind(), found.position(), fact.recordedAt(), found.recordedDate(),
                fact.effectiveDate(), found.accountingDate(), Math.max(0, days), fact.type(), fact.stream(),
                fact.accountId(), people.approvalId(), found.amount(), found.limit(), found.facts(),
                people.requestedBy(), people.approvedBy(), fact.who(), fact.why(),
                "/v1/audit/events/" + found.position(), replay(fact));
    }

    private static @Nullable String replay(PastFact fact) {
        return fact.accountId() == null
                ? null
                : UriComponentsBuilder.fromPath("/v1/audit/accounts/{id}/replay")
                        .queryParam("asKnown", fact.position())
                        .build()
                        .expand(fact.accountId())
                        .encode()
                        .toUriString();
    }

    /** Who asked for something and who agreed. */
    private record People(@Nullable String approvalId, @Nullable String requestedBy, List<String> approvedBy) {

        private static final People NONE = new People(null, null, List.of());
    }

    private People people(Found found, ReceivablesEvent event, long known) {
        return switch (event) {
            case ApprovalRefused it -> new People(it.approvalId(), it.requestedBy(), List.of());
            case CreditOverrideApproved it -> ofOverride(it.creditOverrideId(), known);
            case InvoiceIssued it when found.kind() == ExceptionKind.CREDIT_LIMIT_OVERRIDDEN ->
                ofOverride(overrideOf(it.creditCheck()), known);
            case WriteOffReversed it -> ofWriteOff(it.writeOffId(), known);
            case CreditWriteOffReversed it -> ofCreditWriteOff(it.creditWriteOffId(), known);
            case InvoiceWrittenOff it -> new People(it.writeOffId().value(), it.requestedBy(),
                    agreed(it.approvers(), it.approvedBy()));
            case CreditWrittenOff it -> new People(it.creditWriteOffId().value(), it.requestedBy(),
                    agreed(it.approvers(), it.approvedBy()));
            case RefundRequested it -> new People(it.refundId().value(), it.requestedBy(), List.of());
            default -> People.NONE;
        };
    }

    private People ofOverride(@Nullable CreditOverrideId id, long known) {
        if (id == null) {
            return People.NONE;
        }
        var override = approvals.creditOverride(id, asKnown(known));
        return new People(id.value(), override.requestedBy(), agreed(null, override.approvedBy()));
    }

    private People ofWriteOff(WriteOffId id, long known) {
        var writeOff = approvals.writeOff(id, asKnown(known));
        return new People(id.value(), writeOff.requestedBy(), agreedTo(writeOff.approval(), writeOff.approvedBy()));
    }

    private People ofCreditWriteOff(CreditWriteOffId id, long known) {
        var writeOff = approvals.creditWriteOff(id, asKnown(known));
        return new People(id.value(), writeOff.requestedBy(), agreedTo(writeOff.approval(), writeOff.approvedBy()));
    }

    private static @Nullable CreditOverrideId overrideOf(@Nullable CreditCheck check) {
        return check == null ? null : check.creditOverrideId();
    }

    private static List<String> agreedTo(@Nullable ApprovalProgress progress, @Nullable String last) {
        return agreed(progress == null ? null : progress.approvedBy(), last);
    }

    private static List<String> agreed(@Nullable List<String> all, @Nullable String last) {
        if (all != null) {
            return all;
        }
        return last == null ? List.of() : List.of(last);
    }

    private static AsOfRequest asKnown(long position) {
        return new AsOfRequest(ANY_DATE, Long.toString(position));
    }

    private Wanted wanted(ExceptionsRequest request, Known known) {
        var entity = entity(request.legalEntity());
        var id = entity.legalEntity();
        var month = month(request, id);
        var from = month != null ? month.atDay(1) : date("from", request.from());
        var to = month != null ? month.atEndOfMonth() : date("to", request.to());
        if (from.isAfter(to)) {
            throw new Refusal(ProblemCode.DATE_INVALID, "from " + from + " is after to " + to);
        }
        var kind = request.kind() == null || request.kind().isEmpty()
                ? null
                : Parameters.choice("kind", request.kind(), ExceptionKind.class);
        return new Wanted(id.value(), entity.timeZone(), from, to, known.position(), kind,
                days("days", request.days()), days("splitDays", request.splitDays()));
    }

    private LegalEntityResource entity(@Nullable String legalEntity) {
        if (legalEntity == null || legalEntity.isEmpty()) {
            throw new Refusal(ProblemCode.REQUIRED, "legalEntity is missing");
        }
        Scope.requireVisible(legalEntity);
        return entities.find(new LegalEntityId(legalEntity), Long.MAX_VALUE)
                .orElseThrow(() -> new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND,
                        "there is no legal entity " + legalEntity));
    }

    private @Nullable YearMonth month(ExceptionsRequest request, LegalEntityId entity) {
        boolean days = request.from() != null || request.to() != null;
        if (request.period() == null) {
            return days ? null : YearMonth.from(resolver.todayOf(entity));
        }
        if (days) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "period is asked for, or from and to, not both");
        }
        try {
            var month = YearMonth.parse(request.period());
            Parameters.date("period", month.atDay(1).toString());
            return month;
        } catch (DateTimeParseException notAMonth) {
            throw new Refusal(ProblemCode.DATE_INVALID, "period is not a month such as 2026-03: " + request.period());
        }
    }

    private static LocalDate date(String name, @Nullable String value) {
        if (value == null) {
            throw new Refusal(ProblemCode.REQUIRED, name + " is missing");
        }
        return Parameters.date(name, value);
    }

    private static int days(String name, @Nullable String value) {
        if (value == null) {
            return USUAL_DAYS;
        }
        if (value.matches("[0-9]{1,4}") && Integer.parseInt(value) <= MOST_DAYS) {
            return Integer.parseInt(value);
        }
        throw new Refusal(ProblemCode.PARAMETER_INVALID,
                name + " is not a number of days from 0 to " + MOST_DAYS + ": " + value);
    }
}
