package io.receivables.query.agedbalance;

import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.agedbalance.Question.Sort;
import io.receivables.query.agedbalance.Question.Source;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements behind the aged balance share: their conditions, their parameters and which of them fit. */
final class AgedBalanceSql {

    /** Up to so many rows are looked up one after the other; for more, everything is added up in one go. */
    private static final int LOOKED_UP_AT_MOST = 1_000;

    private final Question question;

    AgedBalanceSql(Question question) {
        this.question = question;
    }

    String totals() {
        return question.accountId() == null ? TotalsSql.fromRollUps(question) : TotalsSql.fromItems(question);
    }

    String rows() {
        if (isLookedUp(Sort.KEY)) {
            return RowsSql.inOrderOfKeys(question);
        }
        if (isLookedUp(Sort.BALANCE)) {
            return RowsSql.inOrderOfBalances(question);
        }
        return isRankedFirst() ? RowsSql.ranked(question) : RowsSql.all(question);
    }

    /** The page from a few of the accounts, where that can be; when it is not full then, {@link #rows()} has to be asked. */
    Optional<String> rowsOfFew() {
        if (isLookedUp(Sort.OLDEST)) {
            return Optional.of(RowsSql.ofOldestItems(question));
        }
        return isLookedUp(Sort.OVERDUE) ? Optional.of(RowsSql.ofLargestDebts(question)) : Optional.empty();
    }

    /** Whether the rows come in an order that is kept, or near to one, so that the page needs hardly any other than its own. */
    private boolean isLookedUp(Sort sort) {
        boolean kept = sort == Sort.KEY || question.source() == Source.OPEN_ITEMS
                && question.groupBy() == GroupBy.ACCOUNT && question.receivableClass() == null;
        return kept && question.sort() == sort && question.accountId() == null && question.earlier().isEmpty()
                && question.limit() <= LOOKED_UP_AT_MOST;
    }

    /** Whether the order is that of a figure which is cheaply had of every group. */
    private boolean isRankedFirst() {
        return question.sort() != Sort.KEY && question.source() != Source.OPEN_ITEMS_LESS_LATER
                && question.accountId() == null && question.earlier().isEmpty()
                && question.limit() <= LOOKED_UP_AT_MOST;
    }

    /** Whether movements are added up item by item: too many groups for the memory. A sum of each account is not. */
    boolean addsUpItems() {
        return question.source() == Source.MOVEMENTS && question.earlier().isEmpty()
                && !(isRankedFirst() && question.sort() != Sort.OLDEST);
    }

    /** Everything that is kept of now, each summed up by itself. */
    String ties() {
        return question.accountId() == null ? TiesSql.ofEntity(question) : TiesSql.ofAccount(question);
    }

    Map<String, @Nullable Object> parameters() {
        var monthEnd = question.monthEnd();
        var asAt = question.asOf().asAt();
        long known = question.asOf().position();
        boolean daysMissing = asAt.isAfter(monthEnd.date());
        boolean factsMissing = known > monthEnd.position();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("entity", question.legalEntity());
        parameters.put("currency", question.currency().getCurrencyCode());
        parameters.put("asAt", asAt);
        parameters.put("known", known);
        parameters.put("account", question.accountId());
        parameters.put("class", question.receivableClass());
        parameters.put("earlier", question.earlier().json());
        parameters.put("basis", question.basis().rolledUp());
        parameters.put("monthDate", monthEnd.date());
        parameters.put("recordedMonth", monthEnd.recordedMonth());
        parameters.put("monthPosition", monthEnd.position());
        parameters.put("daySign", daysMissing ? 1 : -1);
        parameters.put("dayFrom", daysMissing ? monthEnd.date() : asAt);
        parameters.put("dayTo", daysMissing ? asAt : monthEnd.date());
        parameters.put("factSign", factsMissing ? 1 : -1);
        parameters.put("factFrom", factsMissing ? monthEnd.position() : known);
        parameters.put("factTo", factsMissing ? known : monthEnd.position());
        return Collections.unmodifiableMap(parameters);
    }

    static String ofClass(Question question, String relation) {
        return question.receivableClass() == null ? "" : " and " + relation + ".receivable_class = :class";
    }

    static List<String> keys(long rank, String key) {
        return List.of(Long.toString(rank), key);
    }
}
