package io.receivables.query.paymentbehaviour;

import io.receivables.events.account.AccountId;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentBehaviourApi {

    private final GetPaymentBehaviour behaviour;

    PaymentBehaviourApi(GetPaymentBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    @GetMapping("/v1/customer-accounts/{id}/payment-behaviour")
    PaymentBehaviourResource get(@PathVariable AccountId id, AsOfRequest asOf) {
        return behaviour.handle(id, asOf);
    }
}
