package io.receivables.query.approval;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.refund.RefundId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditLimitResource;
import io.receivables.platform.resource.CreditOverrideResource;
import io.receivables.platform.resource.CreditWriteOffResource;
import io.receivables.platform.resource.RefundResource;
import io.receivables.platform.resource.WriteOffResource;
import io.receivables.query.approval.ApprovalSteps.Found;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.ApprovalKind;
import io.receivables.query.ledger.ApprovalStatus;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.CustomerNames;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers what a second person decides and how far it has come. */
@Service
@SnapshotRead
public class GetApprovals {

    private final ApprovalSteps steps;
    private final AsOfResolver resolver;
    private final History history;
    private final CustomerNames names;

    GetApprovals(ApprovalSteps steps, AsOfResolver resolver, History history, CustomerNames names) {
        this.steps = steps;
        this.resolver = resolver;
        this.history = history;
        this.names = names;
    }

    public WriteOffResource writeOff(WriteOffId id, AsOfRequest request) {
        return find(ApprovalKind.WRITE_OFF, id.value()).flatMap(found -> {
            var asOf = resolver.resolve(request, new LegalEntityId(found.legalEntity()));
            return WriteOffHistory.resource(id.value(), facts(found, asOf), asOf.position());
        }).orElseThrow(() -> new Refusal(ProblemCode.WRITE_OFF_NOT_FOUND, "there is no write-off " + id));
    }

    public RefundResource refund(RefundId id, AsOfRequest request) {
        return find(ApprovalKind.REFUND, id.value()).flatMap(found -> {
            var asOf = resolver.resolve(request, new LegalEntityId(found.legalEntity()));
            return RefundHistory.resource(id.value(), facts(found, asOf), asOf.position());
        }).orElseThrow(() -> new Refusal(ProblemCode.REFUND_NOT_FOUND, "there is no refund " + id));
    }

    public CreditWriteOffResource creditWriteOff(CreditWriteOffId id, AsOfRequest request) {
        return find(ApprovalKind.CREDIT_WRITE_OFF, id.value()).flatMap(found -> {
            var asOf = resolver.resolve(request, new LegalEntityId(found.legalEntity()));
            return CreditWriteOffHistory.resource(id.value(), facts(found, asOf), asOf.position());
        })
                .orElseThrow(() -> new Refusal(ProblemCode.CREDIT_WRITE_OFF_NOT_FOUND,
                        "there is no credit write-off " + id));
    }

    public CreditLimitResource creditLimit(CreditLimitId id, AsOfRequest request) {
        return find(ApprovalKind.CREDIT_LIMIT, id.value()).flatMap(found -> {
            var asOf = resolver.resolve(request, new LegalEntityId(found.legalEntity()));
            return CreditLimitHistory.resource(id, facts(found, asOf), asOf.position());
        }).orElseThrow(() -> new Refusal(ProblemCode.CREDIT_LIMIT_NOT_FOUND, "there is no credit limit " + id));
    }

    public CreditOverrideResource creditOverride(CreditOverrideId id, AsOfRequest request) {
        return find(ApprovalKind.CREDIT_OVERRIDE, id.value()).flatMap(found -> {
            var asOf = resolver.resolve(request, new LegalEntityId(found.legalEntity()));
            return CreditOverrideHistory.resource(id, facts(found, asOf), asOf.position());
        }).orElseThrow(() -> new Refusal(ProblemCode.CREDIT_OVERRIDE_NOT_FOUND, "there is no credit override " + id));
    }

    /** @param status such as PENDING; null for all */
    public Page<ApprovalItem> list(@Nullable String status, @Nullable String legalEntity, AsOfRequest request,
            Paging paging) {
        var scope = Scope.of(legalEntity);
        var wanted = status == null ? null : Parameters.choice("status", status, ApprovalStatus.class);
        var asOf = resolver.resolve(request, scope);
        var after = paging.afterKeys(1);
        var found = steps.list(wanted, scope, asOf, after == null ? 0 : Cursor.number(after.getFirst()),
                paging.size() + 1);
        var page = Page.of(found, paging.size(), last -> List.of(Long.toString(last.position())));
        var named = names.of(page.items().stream().map(Found::accountId).filter(Objects::nonNull).toList());
        var facts = facts(page.items(), asOf);
        return page.with(page.items()
                .stream()
                .map(item -> item(item, facts.getOrDefault(stream(item), List.of()), asOf, named))
                .toList());
    }

    private Optional<Found> find(ApprovalKind kind, String id) {
        return steps.find(kind, id).filter(found -> Scope.isVisible(found.legalEntity()));
    }

    private List<PastFact> facts(Found found, AsOf asOf) {
        return history.of(stream(found), asOf);
    }

    /** What had happened to all that is listed, read once for each type of stream. */
    private Map<StreamKey, List<PastFact>> facts(List<Found> listed, AsOf asOf) {
        var facts = new HashMap<StreamKey, List<PastFact>>();
        listed.stream()
                .map(GetApprovals::stream)
                .collect(groupingBy(StreamKey::type, mapping(StreamKey::id, toSet())))
                .forEach((type, ids) -> history.of(type, ids, asOf)
                        .forEach((id, ofOne) -> facts.put(new StreamKey(type, id), ofOne)));
        return facts;
    }

    private static StreamKey stream(Found found) {
        if (found.type() != null && found.documentId() != null) {
            return StreamKey.of(found.type(), found.documentId());
        }
        return found.creditGroupId() != null
                ? StreamKey.of(new CreditGroupId(found.creditGroupId()))
                : StreamKey.of(new AccountId(Objects.requireNonNull(found.accountId())));
    }

    private static ApprovalItem item(Found found, List<PastFact> facts, AsOf asOf, Map<String, String> named) {
        var account = found.accountId();
        var name = account == null ? null : named.getOrDefault(account, account);
        return switch (found.kind()) {
            case WRITE_OFF -> {
                var it = WriteOffHistory.resource(found.id(), facts, asOf.position()).orElseThrow();
                yield ApprovalItem.of(found, name, it.amount(), it.reason(), it.requestedBy(), it.approval(),
                        it.approvedBy(), it.rejectedBy(), it.effectiveDate());
            }
            case REFUND -> {
                var it = RefundHistory.resource(found.id(), facts, asOf.position()).orElseThrow();
                yield ApprovalItem.of(found, name, it.amount(), it.reason(), it.requestedBy(), it.approval(),
                        it.approvedBy(), it.rejectedBy(), it.effectiveDate());
            }
            case CREDIT_WRITE_OFF -> {
                var it = CreditWriteOffHistory.resource(found.id(), facts, asOf.position()).orElseThrow();
                yield ApprovalItem.of(found, name, it.amount(), it.reason(), it.requestedBy(), it.approval(),
                        it.approvedBy(), it.rejectedBy(), it.effectiveDate());
            }
            case CREDIT_LIMIT -> {
                var it = CreditLimitHistory.resource(new CreditLimitId(found.id()), facts, asOf.position())
                        .orElseThrow();
                yield ApprovalItem.of(found, name, it.limit(), it.reason(), it.requestedBy(), null, it.approvedBy(),
                        it.rejectedBy(), it.effectiveDate());
            }
            case CREDIT_OVERRIDE -> {
                var it = CreditOverrideHistory.resource(new CreditOverrideId(found.id()), facts, asOf.position())
                        .orElseThrow();
                yield ApprovalItem.of(found, name, it.amount(), it.reason(), it.requestedBy(), null, it.approvedBy(),
                        it.rejectedBy(), it.effectiveDate());
            }
            case CREDIT_GROUP_LIMIT -> {
                var it = GroupLimitHistory.of(new CreditLimitId(found.id()), facts).orElseThrow();
                yield ApprovalItem.of(found, null, it.asked().limit().amount(), it.asked().reason(),
                        it.asked().requestedBy(), null, it.approvedBy(), it.rejectedBy(), it.asked().effectiveDate());
            }
        };
    }
}
