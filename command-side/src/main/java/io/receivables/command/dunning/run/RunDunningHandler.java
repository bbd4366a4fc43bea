package io.receivables.command.dunning.run;

import io.receivables.command.account.Accounts;
import io.receivables.command.dunning.DunningPlan.NotDunned;
import io.receivables.command.dunning.DunningPlanner;
import io.receivables.command.dunning.DunningPlanner.Planned;
import io.receivables.command.dunning.DunningRun;
import io.receivables.command.dunning.DunningRuns;
import io.receivables.command.dunning.DunningRuns.Day;
import io.receivables.command.dunning.DunningRuns.Run;
import io.receivables.command.dunning.run.DunningRunResult.Skipped;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Ids;
import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.dunning.DunningRunBegun;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.policy.DunningRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RunDunningHandler {

    /** Accounts in a part: other commands wait for no more than these. */
    private static final int PART = 50;

    private final DunningRuns runs;
    private final Streams<DunningRun> streams;
    private final DunningPlanner planner;
    private final LetterWriter writer;
    private final Accounts accounts;
    private final CreditPolicies policies;
    private final BusinessDays days;

    RunDunningHandler(DunningRuns runs, Streams<DunningRun> streams, DunningPlanner planner, LetterWriter writer,
            Accounts accounts, CreditPolicies policies, BusinessDays days) {
        this.runs = runs;
        this.streams = streams;
        this.planner = planner;
        this.writer = writer;
        this.accounts = accounts;
        this.policies = policies;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RunDunning command) {
        if (!CommandContext.current().actor().maySee(command.legalEntity())) {
            throw StreamType.LEGAL_ENTITY.notFound(command.legalEntity().value());
        }
        days.refuseFuture(command.legalEntity(), command.asAt());
        var policy = policy(command);
        var rules = Objects.requireNonNull(policy.rules().dunning());
        int version = Objects.requireNonNull(policy.version());
        var day = new Day(command.legalEntity(), command.asAt());
        return command.dryRun() ? Reply.ok(preview(command, day, rules, version)) : run(command, day, rules, version);
    }

    private PolicyInForce policy(RunDunning command) {
        var policy = command.policyVersion() == null
                ? policies.at(command.legalEntity(), command.asAt())
                : policies.version(command.legalEntity(), command.policyVersion())
                        .orElseThrow(() -> new Refusal(ProblemCode.POLICY_VERSION_NOT_FOUND, "the credit policy of "
                                + command.legalEntity() + " has no version " + command.policyVersion()));
        var rules = policy.rules().dunning();
        if (rules == null || rules.levels().isEmpty()) {
            throw new Refusal(ProblemCode.DUNNING_RULE_MISSING, "the credit policy of " + command.legalEntity()
                    + (command.policyVersion() == null
                            ? " that is valid at " + command.asAt()
                            : ", version " + command.policyVersion() + ",")
                    + " has no levels of dunning");
        }
        return policy;
    }

    private DunningRunResult preview(RunDunning command, Day day, DunningRules rules, int version) {
        runs.requireInOrder(day);
        var result = DunningRunResult.begin(command, runs.find(day).map(Run::runId).orElse(null), version);
        var ids = runs.lateAccounts(day, command.after(), PART);
        var planned = planner.plan(accounts.all(ids), rules, day.asAt());
        result = with(result, planned, writer.preview(planned));
        return result.endingAt(ids.size() < PART ? null : ids.getLast());
    }

    /** Who was reminded of what is read under the lock: what another node has written before is seen. */
    private Reply run(RunDunning command, Day day, DunningRules rules, int version) {
        runs.lock(day.legalEntity());
        runs.requireInOrder(day);
        var known = runs.find(day);
        var run = known.map(it -> command.after() == null ? it.again() : it).orElseGet(() -> begin(day, version));
        var result = DunningRunResult.begin(command, run.runId(), version);
        var ids = runs.lateAccounts(day, command.after(), PART);
        var planned = planner.plan(accounts.all(ids), rules, day.asAt());
        result = with(result, planned, writer.write(planned, day, run.runId(), rules, version));
        run = run.with(result.letters().size(), result.notDunned().size());
        var next = ids.size() < PART ? null : ids.getLast();
        runs.put(day, next == null ? complete(run) : run);
        var answer = result.endingAt(next);
        return known.isPresent() ? Reply.ok(answer) : Reply.created(answer, "/v1/dunning-runs/" + run.runId());
    }

    private Run begin(Day day, int version) {
        var id = new DunningRunId(Ids.next());
        streams.begin(() -> DunningRun.begin(new DunningRunBegun(id, day.legalEntity(), version, day.asAt())));
        return Run.begin(id);
    }

    /** A run that is asked for again and has nothing new to say is as complete as it was. */
    private Run complete(Run run) {
        if (!run.completed()) {
            streams.load(run.runId()).decide(it -> it.complete(run.letters(), run.notDunned()));
        }
        return run.complete();
    }

    private static DunningRunResult with(DunningRunResult result, List<Planned> all,
            List<Optional<DunningRunResult.Letter>> letters) {
        var skipped = new ArrayList<Skipped>();
        for (var planned : all) {
            for (NotDunned it : planned.plan().notDunned()) {
                skipped.add(new Skipped(planned.account().accountId(), new InvoiceId(it.item().documentId()),
                        it.item().instalment(), it.reason(), it.amount(), it.detail()));
            }
        }
        return result.with(all.size(), letters.stream().flatMap(Optional::stream).toList(), skipped);
    }
}
