package io.receivables.query.limitation;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.CustomerNames;
import io.receivables.query.ledger.Limitations;
import io.receivables.query.ledger.Limitations.Lapse;
import io.receivables.query.ledger.Limitations.Wanted;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers which open claims lapse soon, the first to lapse first. */
@Service
@SnapshotRead
public class GetLimitations {

    private static final int MOST_DAYS = 36_500;

    private final Limitations limitations;
    private final AsOfResolver resolver;
    private final CustomerNames names;

    GetLimitations(Limitations limitations, AsOfResolver resolver, CustomerNames names) {
        this.limitations = limitations;
        this.resolver = resolver;
        this.names = names;
    }

    /**
     * @param daysLeft below zero where it has lapsed
     * @param lapsed whether the last day has passed
     */
    public record LimitationLine(String accountId, String name, String invoiceId, int instalment, LocalDate dueDate,
            Money amountDue, LocalDate limitationDate, long daysLeft, boolean lapsed, String source) {}

    /** @param withinDays null: as many as the policy alerts ahead */
    public Page<LimitationLine> handle(@Nullable String legalEntity, @Nullable String withinDays, AsOfRequest request,
            Paging paging) {
        if (legalEntity == null || legalEntity.isEmpty()) {
            throw new Refusal(ProblemCode.REQUIRED, "legalEntity is missing");
        }
        Scope.requireVisible(legalEntity);
        var entity = new LegalEntityId(legalEntity);
        var asOf = resolver.resolve(request, entity);
        int days = withinDays == null ? limitations.rules(entity, asOf).alertDays() : days(withinDays);
        var after = paging.afterKeys(3);
        var parameters = new HashMap<String, Object>();
        parameters.put("entity", legalEntity);
        parameters.put("until", asOf.asAt().plusDays(days));
        if (after != null) {
            parameters.put("afterDay", Cursor.date(after.getFirst()));
            parameters.put("afterId", after.get(1));
            parameters.put("afterNo", Cursor.number(after.getLast()));
        }
        var found = limitations.find(entity, asOf, new Wanted("m.legal_entity = :entity", "last_day <= :until"
                + (after == null ? "" : " and (last_day, document_id, instalment) > (:afterDay, :afterId, :afterNo)"),
                parameters, paging.size() + 1));
        var page = Page.of(found, paging.size(), last -> List.of(last.limitationDate().toString(), last.invoiceId(),
                Integer.toString(last.instalment())));
        var named = names.of(page.items().stream().map(Lapse::accountId).toList());
        return page.with(page.items().stream().map(it -> line(it, asOf, named)).toList());
    }

    private static LimitationLine line(Lapse it, AsOf asOf, Map<String, String> named) {
        long left = ChronoUnit.DAYS.between(asOf.asAt(), it.limitationDate());
        return new LimitationLine(it.accountId(), named.getOrDefault(it.accountId(), it.accountId()), it.invoiceId(),
                it.instalment(), it.dueDate(), it.amountDue(), it.limitationDate(), left, left < 0, it.source());
    }

    private static int days(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST_DAYS) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "withinDays is not a number from 0 to " + MOST_DAYS + ": " + text);
        }
        return Integer.parseInt(text);
    }
}
