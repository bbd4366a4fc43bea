package io.receivables.command.policy.simulate;

import io.receivables.command.policy.PolicyBody;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.policy.SoundPolicy;
import io.receivables.command.stream.Amounts;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A question, though it has a body: it changes nothing, so it needs no idempotency key. */
@RestController
class SimulatePolicyApi {

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;

    private final SimulatePolicy simulate;
    private final RecordedPolicies recorded;
    private final SoundPolicy sound;

    SimulatePolicyApi(SimulatePolicy simulate, RecordedPolicies recorded, SoundPolicy sound) {
        this.simulate = simulate;
        this.recorded = recorded;
        this.sound = sound;
    }

    /**
     * @param policyVersion a stored version
     * @param policy or one that is only tried; it judges the whole span, whatever its {@code validFrom}
     */
    record Body(@Nullable Integer policyVersion, @Nullable PolicyBody policy, LocalDate from, LocalDate to,
            @Nullable Integer limit, @Nullable String after) {}

    @PostMapping("/v1/credit-policies/{legalEntity}/simulations")
    ResponseEntity<Simulation> simulate(@PathVariable LegalEntityId legalEntity, @RequestBody Body body) {
        var base = recorded.baseCurrency(legalEntity);
        if (body.to().isBefore(body.from())) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/to", body.to() + " is before " + body.from());
        }
        var judge = new Judge(legalEntity, body.from(), body.to(), policy(legalEntity, body, base),
                body.policyVersion());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(simulate.run(judge, limit(body.limit()), after(body.after())));
    }

    private PolicyInForce policy(LegalEntityId entity, Body body, Currency base) {
        var version = body.policyVersion();
        var tried = body.policy();
        if (version != null && tried == null) {
            return new PolicyInForce(recorded.version(entity, version)
                    .orElseThrow(() -> Amounts.refusal(ProblemCode.POLICY_VERSION_UNKNOWN, "/policyVersion",
                            "the credit policy of " + entity + " has no version " + version)));
        }
        if (version != null || tried == null) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/policy", "either policyVersion or policy is expected");
        }
        try {
            var approvals = sound.check(tried.approvals(), tried.rules(), base);
            return new PolicyInForce(
                    new CreditPolicySet(entity, 0, tried.validFrom(), approvals, tried.validFrom(), tried.rules()));
        } catch (Refusal refusal) {
            throw refusal.under("/policy");
        }
    }

    private static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw Amounts.refusal(limit < 1 ? ProblemCode.VALUE_INVALID : ProblemCode.LIMIT_TOO_LARGE, "/limit",
                    "1 to " + HIGHEST_LIMIT + " is expected, not " + limit);
        }
        return limit;
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Amounts.refusal(ProblemCode.CURSOR_INVALID, "/after", "a cursor of an earlier answer is expected");
        }
        return Long.parseLong(cursor);
    }
}
