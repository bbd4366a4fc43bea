package io.receivables.query.collectionqueue;

import static java.util.stream.Collectors.joining;

import io.receivables.events.money.Money;
import io.receivables.query.collectionqueue.QueueItem.NextAction;
import io.receivables.query.collectionqueue.QueueItem.Reason;
import io.receivables.query.edge.Planner;
import io.receivables.query.ledger.PaymentBehaviours;
import io.receivables.query.ledger.RiskAssessment;
import io.receivables.query.ledger.RiskClasses;
import io.receivables.query.ledger.RiskFigures;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The worklists of accounts. */
@Component
class AccountQueues {

    private final JdbcClient jdbc;
    private final PaymentBehaviours behaviours;
    private final RiskClasses risks;

    AccountQueues(JdbcClient jdbc, PaymentBehaviours behaviours, RiskClasses risks) {
        this.jdbc = jdbc;
        this.behaviours = behaviours;
        this.risks = risks;
    }

    /** Every one of them, each adding up to the aged balance or to the credit balances. */
    List<QueueTotals> totals(QueueQuestion question) {
        plan(question);
        var totals = new EnumMap<Queue, QueueTotals>(Queue.class);
        Queue.ofAccounts().forEach(queue -> totals.put(queue, new QueueTotals(queue)));
        jdbc.sql(AccountsSql.totals(question)).params(question.parameters()).query(row -> {
            for (var total : totals.values()) {
                add(total, row);
            }
        });
        return List.copyOf(totals.values());
    }

    private static void add(QueueTotals total, ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        long overdue = 0;
        for (var state : AccountsSql.STATES) {
            var column = AccountsSql.column(total.queue(), state);
            long amount = row.getLong(column + "_amount");
            total.add(currency, state, row.getLong(column + "_accounts"), amount);
            overdue += amount;
        }
        if (total.queue().ties() == Queue.Ties.AGED_BALANCE) {
            total.add(currency, "NOT_DUE", 0, row.getLong("not_due"));
            total.add(currency, "FACTORED", 0, row.getLong("factored"));
            total.add(currency, "UNAPPLIED", 0, -row.getLong("unapplied"));
            total.add(currency, total.queue().otherwise(), 0, row.getLong("overdue") - overdue);
        }
    }

    List<QueueItem> page(Queue queue, QueueQuestion question, long skipped, int limit) {
        plan(question);
        var lines = jdbc.sql(AccountsSql.page(queue, question))
                .params(question.parameters())
                .param("skipped", skipped)
                .param("limit", limit)
                .query((row, no) -> line(row, skipped + no + 1))
                .list();
        var accounts = lines.stream().map(Line::accountId).toList();
        var losses = losses(question, accounts);
        var behaved = queue == Queue.HIGH_RISK
                ? behaviours.riskFigures(accounts, question.asOf())
                : Map.<String, RiskFigures>of();
        return lines.stream()
                .map(line -> line.item(queue, question, losses.getOrDefault(line.accountId(), List.of()),
                        why(line.legalEntity(), behaved.get(line.accountId()), question)))
                .toList();
    }

    /** What the payment behaviour says of the class of risk. */
    private String why(String legalEntity, @Nullable RiskFigures figures, QueueQuestion question) {
        return figures == null
                ? ""
                : RiskClasses.assess(figures, risks.rules(legalEntity, question.asOf()).rules())
                        .reasons()
                        .stream()
                        .map(RiskAssessment.Reason::text)
                        .collect(joining("; "));
    }

    private void plan(QueueQuestion question) {
        if (question.now()) {
            Planner.groupInMemory(jdbc);
        } else {
            Planner.groupInOrderOfIndex(jdbc);
        }
    }

    private Map<String, List<Band>> losses(QueueQuestion question, List<String> page) {
        var bands = new HashMap<String, List<Band>>();
        if (!page.isEmpty()) {
            jdbc.sql(AccountsSql.bands(question))
                    .params(question.parameters())
                    .param("page", page.toArray(String[]::new))
                    .query(row -> {
                        bands.computeIfAbsent(row.getString("account_id"), _ -> new ArrayList<>())
                                .add(new Band(row.getInt("band"), row.getLong("open"), row.getLong("loss")));
                    });
        }
        return bands;
    }

    /** What is open in an age, and the part of it that is expected to be lost, in minor units. */
    private record Band(int no, long open, long loss) {}

    private static Line line(ResultSet row, long rank) throws SQLException {
        var actionDay = row.getObject("action_day", LocalDate.class);
        return new Line(rank, row.getString("account_id"), row.getString("customer_id"), row.getString("name"),
                row.getString("legal_entity"), Currency.getInstance(row.getString("currency")),
                row.getLong("amount"), row.getLong("overdue"), row.getLong("balance"),
                row.getObject("oldest", LocalDate.class), row.getLong("items"), row.getBigDecimal("weight"),
                row.getLong("at_risk"), row.getLong("fresh"), row.getObject("broken_since", LocalDate.class),
                row.getString("owner"),
                row.getBoolean("snoozed") ? row.getObject("snoozed_until", LocalDate.class) : null,
                actionDay == null ? null : new NextAction(row.getString("action"), actionDay));
    }

    /** An account of the page; amounts in minor units. */
    private record Line(long rank, String accountId, String customerId, String name, String legalEntity,
            Currency currency, long amount, long overdue, long balance, @Nullable LocalDate oldest,
            long items, @Nullable BigDecimal weight, long atRisk, long fresh,
            @Nullable LocalDate brokenSince,
            @Nullable String owner,
            @Nullable LocalDate snoozedUntil,
            @Nullable NextAction nextAction) {

        QueueItem item(Queue queue, QueueQuestion question, List<Band> bands, String why) {
            var days = oldest == null ? null : ChronoUnit.DAYS.between(oldest, question.asOf().asAt());
            return new QueueItem(rank, accountId, customerId, name, legalEntity, null, null, null, null, money(amount),
                    money(overdue), money(balance), oldest, days, items, money(atRisk), owner, snoozedUntil, nextAction,
                    reasons(queue, question, bands, why));
        }

        private List<Reason> reasons(Queue queue, QueueQuestion question, List<Band> bands, String why) {
            var reasons = new ArrayList<Reason>();
            switch (queue) {
                case OVERDUE -> {
                    overdue(reasons, question);
                    if (weight != null) {
                        var text = weight.movePointLeft(currency.getDefaultFractionDigits()).toPlainString();
                        reasons.add(new Reason("AMOUNT_DAYS", text,
                                text + " amount times days past due decides the rank"));
                    }
                    losses(reasons, question, bands);
                }
                case NEW_OVERDUE -> {
                    losses(reasons, question, bands);
                    reasons.add(new Reason("NEWLY_OVERDUE", money(fresh).amount().toPlainString(),
                            money(fresh) + " fell overdue in the last " + question.days() + " days"));
                    overdue(reasons, question);
                }
                case BROKEN_PROMISES -> {
                    if (brokenSince != null) {
                        reasons.add(new Reason("BROKEN_PROMISE", brokenSince.toString(),
                                "a promise is broken since " + brokenSince + " and no other was made"));
                    }
                    losses(reasons, question, bands);
                    overdue(reasons, question);
                }
                case HIGH_RISK -> {
                    reasons.add(new Reason("RISK_CLASS", question.risk(accountId).name(), why));
                    losses(reasons, question, bands);
                    overdue(reasons, question);
                }
                case CREDIT_BALANCES -> reasons.add(new Reason("CREDIT_BALANCE", money(amount).amount().toPlainString(),
                        "the account is " + money(amount) + " in the customer's favour"));
                case DISPUTES, LEGAL_LIMIT, UNIDENTIFIED_CASH ->
                    throw new IllegalArgumentException(queue + " is no worklist of accounts");
            }
            return List.copyOf(reasons);
        }

        private void overdue(List<Reason> reasons, QueueQuestion question) {
            reasons.add(new Reason("OVERDUE_AMOUNT", money(overdue).amount().toPlainString(),
                    money(overdue) + " overdue in " + items + (items == 1 ? " item" : " items")));
            if (oldest != null) {
                long days = ChronoUnit.DAYS.between(oldest, question.asOf().asAt());
                reasons.add(new Reason("OLDEST_DAYS_PAST_DUE", Long.toString(days),
                        "the oldest is " + days + " days past due"));
            }
        }

        private void losses(List<Reason> reasons, QueueQuestion question, List<Band> bands) {
            bands.forEach(band -> reasons.add(question.rates()
                    .reason(legalEntity, question.risk(accountId), band.no(), money(band.open()), money(band.loss()))));
        }

        private Money money(long minorUnits) {
            return Money.ofMinorUnits(minorUnits, currency);
        }
    }
}
