package io.receivables.query.paymentdetail;

import io.receivables.events.payment.PaymentId;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentDetailApi {

    private final GetPaymentDetail payment;
    private final FindPayments payments;

    PaymentDetailApi(GetPaymentDetail payment, FindPayments payments) {
        this.payment = payment;
        this.payments = payments;
    }

    @GetMapping("/v1/payments")
    Page<PaymentResource> find(FindPayments.Filter filter, AsOfRequest asOf, Paging paging) {
        return payments.handle(filter, asOf, paging);
    }

    @GetMapping("/v1/payments/{id}")
    PaymentResource get(@PathVariable PaymentId id, AsOfRequest asOf) {
        return payment.handle(id, asOf);
    }
}
