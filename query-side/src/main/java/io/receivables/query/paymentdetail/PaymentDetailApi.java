package io.receivables.query.paymentdetail;

import io.receivables.events.payment.PaymentId;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentDetailApi {

    private final GetPaymentDetail payment;

    PaymentDetailApi(GetPaymentDetail payment) {
        this.payment = payment;
    }

    @GetMapping("/v1/payments/{id}")
    PaymentResource get(@PathVariable PaymentId id, AsOfRequest asOf) {
        return payment.handle(id, asOf);
    }
}
