package io.receivables.command.policy.set;

import io.receivables.command.edge.Reply;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.policy.CreditPolicy;
import io.receivables.command.policy.SoundPolicy;
import io.receivables.command.stream.Streams;
import io.receivables.events.policy.PolicyRules;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Sets a version, and keeps the reference row that decisions read. */
@Component
class SetCreditPolicyHandler {

    private final Streams<CreditPolicy> streams;
    private final CreditPolicies policies;
    private final SoundPolicy sound;

    SetCreditPolicyHandler(Streams<CreditPolicy> streams, CreditPolicies policies, SoundPolicy sound) {
        this.streams = streams;
        this.policies = policies;
        this.sound = sound;
    }

    @CommandHandler
    Reply handle(SetCreditPolicy command) {
        var entity = command.legalEntity();
        var base = policies.lock(entity);
        var approvals = sound.check(command.approvals(), command.rules(), base);
        var rules = command.rules().equals(PolicyRules.NONE) ? null : command.rules();
        if (streams.find(entity).isPresent()) {
            var policy = streams.load(entity);
            policy.decide(it -> it.set(command.validFrom(), approvals, rules));
            policies.add(policy.ask(CreditPolicy::latest));
            return Reply.ok(policy.show((it, version) -> CreditPolicyVersion.of(it.latest(), version)));
        }
        var policy = streams.begin(() -> CreditPolicy.begin(entity, command.validFrom(), approvals, rules));
        policies.add(policy.ask(CreditPolicy::latest));
        return Reply.created(policy.show((it, version) -> CreditPolicyVersion.of(it.latest(), version)),
                "/v1/credit-policies/" + entity);
    }
}
