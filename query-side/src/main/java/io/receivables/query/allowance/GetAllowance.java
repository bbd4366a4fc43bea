package io.receivables.query.allowance;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.AllowanceRules;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.allowance.Allowance.Control;
import io.receivables.query.allowance.Allowance.Matrix;
import io.receivables.query.allowance.Allowance.Movement;
import io.receivables.query.allowance.Allowance.RatesFrom;
import io.receivables.query.allowance.Segments.By;
import io.receivables.query.edge.BookCuts;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Planner;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.CreditPolicyVersions;
import io.receivables.query.ledger.DueBalances;
import io.receivables.query.ledger.OpenClaims;
import io.receivables.query.ledger.RiskClasses;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers the expected credit loss of a book at a date, as known on a day. */
@Service
@SnapshotRead
public class GetAllowance {

    private final JdbcClient jdbc;
    private final BookCuts cuts;
    private final CreditPolicyVersions policies;
    private final OpenClaims claims;
    private final DueBalances dueBalances;
    private final RiskClasses risks;
    private final SecuredAmounts secured;
    private final ReadLossHistory histories;

    GetAllowance(JdbcClient jdbc, BookCuts cuts, CreditPolicyVersions policies, OpenClaims claims,
            DueBalances dueBalances, RiskClasses risks, SecuredAmounts secured, ReadLossHistory histories) {
        this.jdbc = jdbc;
        this.cuts = cuts;
        this.policies = policies;
        this.claims = claims;
        this.dueBalances = dueBalances;
        this.risks = risks;
        this.secured = secured;
        this.histories = histories;
    }

    public Allowance handle(AllowanceRequest request) {
        var cut = cuts.of(request.book());
        var by = By.of(request.segmentBy());
        Planner.groupInMemory(jdbc);
        var answer = at(cut, by, null);
        return request.since() == null
                ? answer
                : at(cut, by, movement(cut, by, Parameters.date("since", request.since()), answer));
    }

    private Movement movement(BookCut cut, By by, LocalDate since, Allowance closing) {
        if (!since.isBefore(cut.asOf().asAt())) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "since " + since + " is not before " + cut.asOf().asAt());
        }
        var opening = at(cut.at(new AsOf(since, cut.asOf().known())), by, null).allowance();
        var figures = new Figures(cut.currency());
        var used = figures.text(used(cut, since));
        var charge = opening == null || closing.allowance() == null
                ? null
                : new BigDecimal(closing.allowance()).subtract(new BigDecimal(opening)).add(new BigDecimal(used));
        return new Movement(since, opening, used, charge == null ? null : charge.toPlainString(), closing.allowance());
    }

    private Allowance at(BookCut cut, By by, @Nullable Movement movement) {
        var asOf = cut.asOf();
        var policy = policies.inForce(new LegalEntityId(cut.legalEntity()), asOf).orElse(null);
        var rules = AllowanceRules.orDefault(policy == null ? null : policy.rules());
        var bands = bands(policy, rules);
        boolean risksCount = by == By.RISK_CLASS
                || rules.segmentsOrNone().stream().anyMatch(segment -> segment.riskClass() != null);
        // What is secured of an account is so of all that it owes, whichever class is asked for.
        var pieces = Pieces.of(claims.of(cut.inClass(null)), claims.markedDoubtful(cut),
                risksCount ? risks.ofEntity(cut.legalEntity(), asOf) : Map.of(), secured.of(cut), asOf.asAt(), bands,
                cut.currency())
                .stream()
                .filter(piece -> cut.receivableClass() == null
                        || piece.receivableClass().name().equals(cut.receivableClass()))
                .toList();
        var figures = new Figures(cut.currency());
        var matrices = new ArrayList<Matrix>();
        Segments.of(pieces.stream().filter(piece -> !piece.doubtful()).toList(), by, rules.segmentsOrNone())
                .forEach((key, its) -> matrices.add(matrix(cut, bands, rules, key, its)));
        var doubtful = figures.specific(pieces.stream().filter(Piece::doubtful).toList(),
                rules.doubtfulPercentOrDefault());
        var aged = dueBalances.of(cut).atCut().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long gross = pieces.stream().mapToLong(Piece::gross).sum();
        var total = figures.total(matrices, doubtful);
        return new Allowance(cut.legalEntity(), asOf.asAt(), asOf.known(), cut.currency().getCurrencyCode(),
                cut.receivableClass(), by.word(), bands.edges(), policy == null ? null : policy.version(),
                rules.source(), rules.forwardLookingPercentOrDefault().toString(), total,
                total == null ? "RATE_NOT_KNOWN" : null, List.copyOf(matrices), doubtful,
                new Control(figures.text(BigDecimal.valueOf(gross)), figures.text(aged),
                        BigDecimal.valueOf(gross).compareTo(aged) == 0),
                movement);
    }

    private static Bands bands(@Nullable CreditPolicySet policy, AllowanceRules rules) {
        if (rules.edges() != null) {
            return new Bands(rules.edges());
        }
        return policy == null || policy.rules() == null || policy.rules().edges() == null
                ? Bands.usual()
                : new Bands(policy.rules().edges());
    }

    private Matrix matrix(BookCut cut, Bands bands, AllowanceRules rules, Segments.Key key, List<Piece> pieces) {
        var figures = new Figures(cut.currency());
        var forward = rules.forwardLookingPercentOrDefault().value();
        if (key.policySegment() != null) {
            var rates = rules.segmentsOrNone().get(key.policySegment() - 1).rates();
            var lines = figures.bands(pieces, bands, rates.stream().map(rate -> rate.value()).toList(), forward);
            return new Matrix(key.receivableClass(), key.riskClass(), RatesFrom.POLICY, key.policySegment(), lines,
                    figures.base(pieces), figures.sum(lines), null);
        }
        int months = rules.historyMonthsOrDefault();
        var part = key.receivableClass() == null ? cut : cut.inClass(key.receivableClass().name());
        var history = histories.of(part, months, bands);
        var given = rules.lastBucketLossPercent();
        var lines = figures.bands(pieces, bands, history.rates(given == null ? null : given.value()), forward);
        return new Matrix(key.receivableClass(), key.riskClass(), RatesFrom.OWN_HISTORY, null, lines,
                figures.base(pieces), figures.sum(lines), figures.history(history, bands, months, key, given));
    }

    /** Written off since a date, without tax, document by document. */
    private BigDecimal used(BookCut cut, LocalDate since) {
        return jdbc.sql("""
                select coalesce(sum(round(w.amount * coalesce(d.net_total, d.total) / d.total)), 0)
                  from (select m.document_id, -sum(m.amount) as amount
                          from ledger.movement m
                         where m.kind = 'WRITE_OFF' and m.document_type = 'INVOICE' and m.legal_entity = :entity
                           and m.currency = :currency and m.effective_date > :since and m.effective_date <= :asAt
                           and m.position <= :known and (:class::text is null or m.receivable_class = :class)
                         group by m.document_id) w
                  join ledger.document d on d.document_type = 'INVOICE' and d.document_id = w.document_id""")
                .params(cut.parameters())
                .param("since", since)
                .query(BigDecimal.class)
                .single();
    }
}
