package io.receivables.query.latecharge;

import io.receivables.events.charge.ChargeId;
import io.receivables.platform.resource.LateChargeResource;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LateChargeApi {

    private final GetLateCharge charge;

    LateChargeApi(GetLateCharge charge) {
        this.charge = charge;
    }

    @GetMapping("/v1/late-charges/{id}")
    LateChargeResource get(@PathVariable ChargeId id, AsOfRequest asOf) {
        return charge.handle(id, asOf);
    }
}
