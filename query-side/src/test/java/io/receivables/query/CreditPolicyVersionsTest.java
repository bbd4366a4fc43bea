package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.AppliedTerms;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.LegalMaximumCheck;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.DueDateLimit;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.TermsRules;
import io.receivables.events.policy.TermsTemplate;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Version 1 valid from February, version 2 from April, and version 3, set last, from March. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class CreditPolicyVersionsTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;
    private long twoKnown;

    @BeforeEach
    void threeVersions() {
        story = stories.begin().account("C1").invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31");
        story.tell(version(1, "2026-02-01", rules(List.of(15, 45))))
                .tell(version(2, "2026-04-01", null));
        twoKnown = story.position();
        story.tell(version(3, "2026-03-01", rules(List.of(10, 20))));
        story.position();
    }

    @Test
    void everyVersionIsListedWithItsRulesAndTheOneInForce() throws Exception {
        policies("&asAt=2026-03-15").andExpect(jsonPath("$.items[*].version").value(contains(1, 2, 3)))
                .andExpect(jsonPath("$.items[*].inForce").value(contains(false, false, true)))
                .andExpect(jsonPath("$.items[0].terms.templates[0].name").value("USUAL"))
                .andExpect(jsonPath("$.items[0].edges").value(contains(15, 45)));
        policies("&asAt=2026-02-28").andExpect(jsonPath("$.items[*].inForce").value(contains(true, false, false)));
        policies("&asAt=2026-04-01").andExpect(jsonPath("$.items[*].inForce").value(contains(false, true, false)));
        policies("&asAt=2026-01-31").andExpect(jsonPath("$.items[*].inForce").value(contains(false, false, false)));
    }

    @Test
    void whatWasNotKnownIsNotThere() throws Exception {
        policies("&asAt=2026-03-15&asKnown=" + twoKnown)
                .andExpect(jsonPath("$.items[*].version").value(contains(1, 2)))
                .andExpect(jsonPath("$.items[*].inForce").value(contains(true, false)));
    }

    @Test
    void theAgedBalanceHasTheBucketsOfTheVersionInForce() throws Exception {
        aged("2026-01-31", "").andExpect(jsonPath("$.edges").value(contains(30, 60, 90)))
                .andExpect(jsonPath("$.edgesPolicyVersion").doesNotExist());
        aged("2026-02-28", "").andExpect(jsonPath("$.edges").value(contains(15, 45)))
                .andExpect(jsonPath("$.edgesPolicyVersion").value(1))
                .andExpect(jsonPath("$.totals.buckets").value(contains("0.00", "100.00", "0.00")));
        aged("2026-03-15", "").andExpect(jsonPath("$.edges").value(contains(10, 20)))
                .andExpect(jsonPath("$.edgesPolicyVersion").value(3));
        aged("2026-03-15", "&asKnown=" + twoKnown).andExpect(jsonPath("$.edges").value(contains(15, 45)))
                .andExpect(jsonPath("$.edgesPolicyVersion").value(1));
        // Version 2 says nothing of buckets.
        aged("2026-04-01", "").andExpect(jsonPath("$.edges").value(contains(30, 60, 90)))
                .andExpect(jsonPath("$.edgesPolicyVersion").doesNotExist());
        aged("2026-03-15", "&edges=5").andExpect(jsonPath("$.edges").value(contains(5)))
                .andExpect(jsonPath("$.edgesPolicyVersion").doesNotExist());
    }

    @Test
    void anInvoiceBeyondTheLegalMaximumIsListed() throws Exception {
        story.tell(issued("I2", "2026-05-31", true)).tell(issued("I3", "2026-03-31", false)).position();
        ask("/v1/invoices/" + story.id("I2") + "?asAt=2026-03-01")
                .andExpect(jsonPath("$.legalMaximum.exceeded").value(true))
                .andExpect(jsonPath("$.legalMaximum.policyVersion").value(1))
                .andExpect(jsonPath("$.legalMaximum.limit.netDays").value(60));
        var list = "/v1/invoices?legalEntity=" + story.entity() + "&asAt=2026-03-01";
        ask(list + "&overLegalMaximum=true").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].invoiceId").value(story.id("I2")));
        ask(list + "&overLegalMaximum=false").andExpect(jsonPath("$.items.length()").value(3));
        ask(list + "&overLegalMaximum=maybe").andExpect(status().isBadRequest());
        ask("/v1/invoices?overLegalMaximum=true&asAt=2026-02-09&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    private InvoiceIssued issued(String id, String due, boolean exceeded) {
        var dueDate = LocalDate.parse(due);
        return new InvoiceIssued(new InvoiceId(story.id(id)), story.accountId("C1"), story.entity(),
                "F-" + story.id(id), ReceivableClass.TRADE, LocalDate.parse("2026-02-10"), null, eur("10.00"),
                List.of(), List.of(new Instalment(1, dueDate, eur("10.00"))), null, null,
                new AppliedTerms(PaymentTerms.net(30), true, 1, new LegalMaximumCheck(dueDate,
                        LocalDate.parse("2026-04-11"), new DueDateLimit(60, null), "L441-10", exceeded,
                        exceeded ? 50 : 0)));
    }

    private CreditPolicySet version(int version, String validFrom, @Nullable PolicyRules rules) {
        return new CreditPolicySet(story.entity(), version, LocalDate.parse(validFrom),
                new ApprovalLimits(eur("50.00"), eur("50.00")), LocalDate.parse(validFrom), rules);
    }

    private static PolicyRules rules(List<Integer> edges) {
        var terms = new TermsRules(null, List.of(new TermsTemplate("USUAL", new PaymentTerms(45,
                EndOfMonth.NET_THEN_END, null, null))), null);
        return new PolicyRules(terms, null, null, null, null, null, null, null, null, edges);
    }

    private ResultActions policies(String more) throws Exception {
        return ask("/v1/credit-policies?legalEntity=" + story.entity() + more);
    }

    private ResultActions aged(String asAt, String more) throws Exception {
        return ask("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=" + asAt + more);
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
