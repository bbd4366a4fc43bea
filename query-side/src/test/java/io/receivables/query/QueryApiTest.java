package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundId;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRequested;
import io.receivables.platform.identity.AccessMatrixContract;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class QueryApiTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    private Story story;
    private String entity;

    @BeforeEach
    void aSmallBook() {
        story = stories.begin();
        entity = story.entity().value();
        story.account("C1")
                .account("C2")
                .invoice("I1", "C1", "100.00", "2026-04-01", "2026-05-01")
                .invoice("I2", "C1", "50.00", "2026-06-01", "2026-07-01")
                .payment("P1", "C1", "60.00", "2026-05-20")
                .allocate("A1", "P1", "I1", "C1", "60.00", "2026-05-21")
                .payment("P2", "C2", "30.00", "2026-06-01")
                .payment("P3", null, "5.00", "2026-06-02")
                .creditNote("N1", "C2", "10.00", "2026-06-10");
        story.position();
    }

    @Test
    void everyEndpointIsInTheAccessMatrix() {
        AccessMatrixContract.everyEndpointHasItsRow(handlers, "query");
    }

    @Test
    void anInvoiceIsShownAtAnyDate() throws Exception {
        ask("/v1/invoices/" + story.id("I1")).andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.status").value("PARTIALLY_PAID"))
                .andExpect(jsonPath("$.overdue").value(true))
                .andExpect(jsonPath("$.amountDue.amount").value("40.00"))
                .andExpect(jsonPath("$.amountDue.currency").value("EUR"))
                .andExpect(jsonPath("$.instalments[0].daysPastDue").value(60))
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.position").isNumber());
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-05-20").andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.version").value(1));
    }

    @Test
    void aPaymentShowsItsAllocations() throws Exception {
        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.allocatedAmount.amount").value("60.00"))
                .andExpect(jsonPath("$.unallocatedAmount.amount").value("0.00"))
                .andExpect(jsonPath("$.allocations[0].invoiceId").value(story.id("I1")))
                .andExpect(jsonPath("$.allocations[0].effectiveDate").value("2026-05-21"))
                .andExpect(jsonPath("$.version").value(2));
        ask("/v1/credit-notes/" + story.id("N1")).andExpect(jsonPath("$.unallocatedAmount.amount").value("10.00"));
    }

    @Test
    void anAccountAddsUp() throws Exception {
        ask("/v1/customer-accounts/" + story.id("C1")).andExpect(jsonPath("$.balance.amount").value("90.00"))
                .andExpect(jsonPath("$.overdue.amount").value("40.00"))
                .andExpect(jsonPath("$.name").value("Name of C1"));
        ask("/v1/customer-accounts/" + story.id("C1") + "/open-items")
                .andExpect(jsonPath("$.items[*].invoiceId").value(contains(story.id("I1"), story.id("I2"))))
                .andExpect(jsonPath("$.items[0].amountDue.amount").value("40.00"))
                .andExpect(jsonPath("$.items[0].daysPastDue").value(60))
                .andExpect(jsonPath("$.items[1].daysPastDue").value(0))
                .andExpect(jsonPath("$.nextCursor").value(nullValue()));
        ask("/v1/customer-accounts/" + story.id("C1") + "/timeline?limit=2").andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].type").value("InvoiceSettledInPart"))
                .andExpect(jsonPath("$.items[0].effect.amount").value("0.00"))
                .andExpect(jsonPath("$.items[0].who").value("clerk-1"))
                .andExpect(jsonPath("$.nextCursor").isString());
        ask("/v1/customer-accounts?q=of%20c2&legalEntity=" + entity)
                .andExpect(jsonPath("$.items[*].accountId").value(contains(story.id("C2"))));
    }

    @Test
    void listsAreFilteredAsOfTheDate() throws Exception {
        ids("/v1/invoices?status=PARTIALLY_PAID", "invoiceId", "I1");
        ids("/v1/invoices?overdue=true", "invoiceId", "I1");
        ids("/v1/invoices?asAt=2026-05-20&status=OPEN", "invoiceId", "I1");
        ids("/v1/invoices", "invoiceId", "I2", "I1");
        ids("/v1/payments?unidentified=true", "paymentId", "P3");
        ids("/v1/payments?unallocated=true", "paymentId", "P3", "P2");
        ids("/v1/payments?q=REF%20p1", "paymentId", "P1");
        ids("/v1/credit-notes?accountId=" + story.id("C2"), "creditNoteId", "N1");
        ids("/v1/invoices?q=100%25", "invoiceId");
    }

    @Test
    void cursorsWalkThroughAList() throws Exception {
        var first = ask("/v1/invoices?limit=1&legalEntity=" + entity).andReturn().getResponse().getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");

        ids("/v1/invoices?limit=1&after=" + cursor, "invoiceId", "I1");
    }

    @Test
    void creditBalancesNameTheirOrigin() throws Exception {
        ask("/v1/credit-balances?legalEntity=" + entity).andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C2")))
                .andExpect(jsonPath("$.items[0].creditAmount.amount").value("40.00"))
                .andExpect(jsonPath("$.items[0].origins[*].origin").value(contains("PREPAYMENT", "CREDIT_NOTE")))
                .andExpect(jsonPath("$.items[0].daysOld").value(29));
    }

    @Test
    void theOverdueQueueGivesItsReasons() throws Exception {
        ask("/v1/collection-queues").andExpect(jsonPath("$.items[0].queue").value("overdue"));
        ask("/v1/collection-queues/overdue/items?legalEntity=" + entity).andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].overdue.amount").value("40.00"))
                .andExpect(jsonPath("$.items[0].reasons[2].value").value("2400.00"));
        ask("/v1/collection-queues/none/items").andExpect(jsonPath("$.code").value("QUEUE_NOT_FOUND"));
    }

    @Test
    void writeOffsAndRefundsShowHowFarTheyHaveCome() throws Exception {
        var refund = new RefundId(story.id("R1"));
        var source = CreditSource.of(new PaymentId(story.id("P2")));
        var day = LocalDate.parse("2026-06-05");
        story.tell(new WriteOffRequested(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, eur("40.00"))), "bankrupt", false,
                List.of(), "clerk-1", eur("0.00"), null, LocalDate.parse("2026-06-20")))
                .tell(new RefundRequested(refund, source, story.accountId("C2"), story.entity(), eur("20.00"), "asked",
                        "clerk-1", eur("0.00"), null, day),
                        new RefundApproved(refund, source, story.accountId("C2"), story.entity(), eur("20.00"),
                                "controller-2",
                                day))
                .tell(new CreditPolicySet(story.entity(), 1, day, new ApprovalLimits(eur("10.00"), eur("20.00")), day));
        long before = story.position();

        ask("/v1/approvals?status=PENDING&legalEntity=" + entity)
                .andExpect(jsonPath("$.items[*].id").value(contains(story.id("W1"))))
                .andExpect(jsonPath("$.items[0].amount.amount").value("40.00"));
        ask("/v1/write-offs/" + story.id("W1")).andExpect(jsonPath("$.status").value("PENDING"));
        ask("/v1/payments/" + story.id("P2")).andExpect(jsonPath("$.unallocatedAmount.amount").value("10.00"))
                .andExpect(jsonPath("$.refundPending.amount").value("20.00"));
        ask("/v1/customer-accounts/" + story.id("C2")).andExpect(jsonPath("$.unapplied.amount").value("40.00"));
        ask("/v1/credit-policies?legalEntity=" + entity)
                .andExpect(jsonPath("$.items[0].approvals.writeOffLimit.amount").value("10.00"));

        story.tell(new RefundPaidOut(refund, source, story.accountId("C2"), story.entity(), eur("20.00"), day, null));
        story.position();
        ask("/v1/refunds/" + story.id("R1")).andExpect(jsonPath("$.status").value("PAID"))
                .andExpect(jsonPath("$.approvedBy").value("controller-2"));
        ask("/v1/refunds/" + story.id("R1") + "?asKnown=" + before)
                .andExpect(jsonPath("$.status").value("APPROVED"));
        ask("/v1/customer-accounts/" + story.id("C2")).andExpect(jsonPath("$.unapplied.amount").value("20.00"));
    }

    @Test
    void auditorsReadEveryFactInOrder() throws Exception {
        var lines = ask("/v1/audit/events?legalEntity=" + entity).andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();

        assertThat(lines).hasSize(11);
        assertThat(lines.getFirst()).contains("\"type\":\"LegalEntityRegistered\"", "\"who\":\"clerk-1\"",
                "\"data\":{");
        assertThat(lines.get(3)).contains("\"stream\":{\"type\":\"Invoice\",\"id\":\"" + story.id("I1")
                + "\",\"sequence\":0}", "\"total\":{\"amount\":\"100.00\",\"currency\":\"EUR\"}");
        long position = story.position();
        ask("/v1/audit/events/" + position).andExpect(jsonPath("$.type").value("CreditNoteIssued"))
                .andExpect(jsonPath("$.why").value("returned goods"));
        ask("/v1/audit/events/999999999").andExpect(jsonPath("$.code").value("EVENT_NOT_FOUND"));
    }

    @Test
    void theAgedBalanceIsAlsoAFile() throws Exception {
        var csv = http.perform(get("/v1/aged-balance?legalEntity=" + entity).header("Accept", "text/csv"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(csv.lines()).containsExactly(
                "accountId,customerId,name,notDue,1-30,31-60,61-90,>90,unapplied,balance,disputed,doubtful,factored,"
                        + "charges,oldestDueDate,currency",
                story.id("C1") + "," + story.id("C1")
                        + ",Name of C1,50.00,0.00,40.00,0.00,0.00,0.00,90.00,0.00,0.00,0.00,0.00,2026-05-01,EUR",
                story.id("C2") + "," + story.id("C2")
                        + ",Name of C2,0.00,0.00,0.00,0.00,0.00,40.00,-40.00,0.00,0.00,0.00,0.00,,EUR");
        var sheet = http.perform(get("/v1/aged-balance?legalEntity=" + entity).header("Accept",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")).andReturn().getResponse();
        assertThat(sheet.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(sheet.getContentType()).endsWith("spreadsheetml.sheet");
    }

    @ParameterizedTest
    @CsvSource({"/v1/aged-balance, 400, REQUIRED", "/v1/aged-balance?legalEntity=NONE, 404, LEGAL_ENTITY_NOT_FOUND",
            "/v1/aged-balance?legalEntity={e}&edges=30;20, 422, EDGES_INVALID",
            "/v1/aged-balance?legalEntity={e}&edges=30;30, 422, EDGES_INVALID",
            "/v1/aged-balance?legalEntity={e}&edges=-1, 422, EDGES_INVALID",
            "/v1/aged-balance?legalEntity={e}&view=tomorrow, 422, VIEW_UNKNOWN",
            "/v1/aged-balance?legalEntity={e}&asAt=tomorrow, 422, DATE_INVALID",
            "/v1/aged-balance?legalEntity={e}&asKnown=soon, 422, AS_KNOWN_INVALID",
            "/v1/aged-balance?legalEntity={e}&asKnown=999999999, 422, AS_KNOWN_IN_FUTURE",
            "/v1/aged-balance?legalEntity={e}&asKnown=2099-01-01T00:00:00Z, 422, AS_KNOWN_IN_FUTURE",
            "/v1/aged-balance?legalEntity={e}&limit=501, 422, LIMIT_TOO_LARGE",
            "/v1/aged-balance?legalEntity={e}&after=xyz, 422, CURSOR_INVALID",
            "/v1/aged-balance?legalEntity={e}&currency=XXZ, 422, CURRENCY_UNKNOWN",
            "/v1/aged-balance?legalEntity={e}&basis=weight, 400, PARAMETER_INVALID",
            "/v1/aged-balance?legalEntity={e}&accountId=NONE, 404, ACCOUNT_NOT_FOUND",
            "/v1/invoices/NONE, 404, INVOICE_NOT_FOUND", "/v1/invoices/{e}-I1?asAt=2026-03-31, 404, INVOICE_NOT_FOUND",
            "/v1/invoices/{e}-I1?asKnown=0, 404, INVOICE_NOT_FOUND", "/v1/payments/NONE, 404, PAYMENT_NOT_FOUND",
            "/v1/credit-notes/NONE, 404, CREDIT_NOTE_NOT_FOUND", "/v1/refunds/NONE, 404, REFUND_NOT_FOUND",
            "/v1/write-offs/NONE, 404, WRITE_OFF_NOT_FOUND",
            "/v1/credit-write-offs/NONE, 404, CREDIT_WRITE_OFF_NOT_FOUND",
            "/v1/write-offs/NONE/duplicate-invoice, 404, WRITE_OFF_NOT_FOUND",
            "/v1/customer-accounts/NONE/tax-relief, 404, ACCOUNT_NOT_FOUND",
            "/v1/customer-accounts/NONE, 404, ACCOUNT_NOT_FOUND",
            "/v1/legal-entities/NONE, 404, LEGAL_ENTITY_NOT_FOUND",
            "/v1/invoices?status=LOST, 400, PARAMETER_INVALID", "/v1/invoices?limit=0, 422, VALUE_INVALID"})
    void whatCannotBeAnsweredIsRefusedWithItsCode(String path, int httpStatus, String code) throws Exception {
        ask(path.replace("{e}", entity).replace(';', ',')).andExpect(status().is(httpStatus))
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void severalCurrenciesWantOneNamed() throws Exception {
        story.account("C3", "USD").position();

        ask("/v1/aged-balance?legalEntity=" + entity).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("CURRENCY_AMBIGUOUS"));
        ask("/v1/aged-balance?currency=EUR&legalEntity=" + entity)
                .andExpect(jsonPath("$.totals.balance").value("50.00"));
    }

    @Test
    void theLegalEntitiesComeInPages() throws Exception {
        stories.begin().account("C1").position();
        var first = ask("/v1/legal-entities?limit=1").andExpect(jsonPath("$.items", hasSize(1)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");
        var second = ask("/v1/legal-entities?limit=1&after=" + cursor).andExpect(jsonPath("$.items", hasSize(1)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String before = JsonPath.read(first, "$.items[0].legalEntity");
        String behind = JsonPath.read(second, "$.items[0].legalEntity");
        assertThat(before).isLessThan(behind);
        ask("/v1/legal-entities?after=x").andExpect(jsonPath("$.code").value("CURSOR_INVALID"));
        ask("/v1/credit-policies?limit=501").andExpect(jsonPath("$.code").value("LIMIT_TOO_LARGE"));
    }

    @Test
    void anotherEntitysDataDoesNotExist() throws Exception {
        Stories.actAsMemberOf("ELSEWHERE");

        ask("/v1/invoices/" + story.id("I1")).andExpect(jsonPath("$.code").value("INVOICE_NOT_FOUND"));
        ask("/v1/customer-accounts/" + story.id("C1")).andExpect(jsonPath("$.code").value("ACCOUNT_NOT_FOUND"));
        ask("/v1/aged-balance?legalEntity=" + entity).andExpect(jsonPath("$.code").value("LEGAL_ENTITY_NOT_FOUND"));
        for (var list : List.of("invoices", "payments", "credit-notes", "customer-accounts", "legal-entities",
                "credit-balances", "approvals", "credit-policies", "collection-queues/overdue/items")) {
            ask("/v1/" + list).andExpect(jsonPath("$.items", hasSize(0)));
        }
        assertThat(ask("/v1/audit/events").andReturn().getResponse().getContentAsString()).isEmpty();
    }

    @Test
    void aClientSeesItsOwnWriteOrIsToldToWait() throws Exception {
        story.invoice("I9", "C1", "1.00", "2026-06-29", "2026-07-29");
        http.perform(get("/v1/invoices/" + story.id("I9")).header("If-Consistent-With", story.stored()))
                .andExpect(status().isOk());
        http.perform(get("/v1/invoices/" + story.id("I9")).header("If-Consistent-With", "999999999"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.code").value("NOT_YET_VISIBLE"));
    }

    private void ids(String path, String field, String... shortIds) throws Exception {
        var separator = path.contains("?") ? "&" : "?";
        var answer = ask(path + separator + "legalEntity=" + entity).andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(shortIds.length)));
        for (int i = 0; i < shortIds.length; i++) {
            answer.andExpect(jsonPath("$.items[" + i + "]." + field).value(endsWith("-" + shortIds[i])));
        }
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(URI.create(path)));
    }
}
