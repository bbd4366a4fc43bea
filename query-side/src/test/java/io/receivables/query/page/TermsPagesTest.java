package io.receivables.query.page;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.AppliedTerms;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.LegalMaximumCheck;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.DisputedItems;
import io.receivables.events.policy.DueDateLimit;
import io.receivables.events.policy.DunningLevel;
import io.receivables.events.policy.DunningRules;
import io.receivables.events.policy.LateChargeRules;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.TermsRules;
import io.receivables.events.policy.TermsTemplate;
import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Policies, due dates that moved, and the legal maximum, as people read them. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class TermsPagesTest {

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void aPolicyAndAnInvoice() {
        browser.become(Role.CONTROLLER);
        story = stories.begin().account("C1");
        story.tell(new CreditPolicySet(story.entity(), 1, LocalDate.parse("2026-01-01"),
                new ApprovalLimits(eur("50.00"), eur("20.00")), LocalDate.parse("2026-01-01"), rules()));
        story.tell(new CreditPolicySet(story.entity(), 2, LocalDate.parse("2026-09-01"),
                new ApprovalLimits(eur("60.00"), eur("20.00")), LocalDate.parse("2026-09-01")));
        story.tell(new InvoiceIssued(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(), "F-1",
                ReceivableClass.TRADE, LocalDate.parse("2026-02-01"), null, eur("100.00"), List.of(),
                List.of(new Instalment(1, LocalDate.parse("2026-04-12"), eur("100.00"))), null, null,
                new AppliedTerms(PaymentTerms.net(30), true, 1, new LegalMaximumCheck(LocalDate.parse("2026-04-12"),
                        LocalDate.parse("2026-04-02"), new DueDateLimit(60, null), "L441-10", true, 10))));
        story.tell(new InvoiceRescheduled(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                LocalDate.parse("2026-02-01"), ReceivableClass.TRADE, List.of(new InstalmentAmount(1, eur("100.00"))),
                List.of(new Instalment(2, LocalDate.parse("2026-05-31"), eur("100.00"))), "agreed",
                LocalDate.parse("2026-04-20")));
        story.position();
    }

    @Test
    void policiesAreReadVersionByVersion() {
        var page = browser.open("/credit-policies?asAt=2026-06-10").body();
        assertThat(row(page, story.entity() + "/1")).contains("in force", "2026-01-01", "value=\"50.00\"",
                "<strong>Reminders</strong>", "levels level 1, daysPastDue 5, fee 7.50 EUR", "<strong>Terms</strong>",
                "templates name EOM, terms netDays 45, endOfMonth NET_THEN_END", "disputedItems EXCLUDE",
                "<strong>Buckets end at</strong>",
                "15, 45");
        assertThat(row(page, story.entity() + "/2")).contains("value=\"60.00\"").doesNotContain("in force");
    }

    @Test
    void policiesAreReadInFrenchWords() {
        var page = browser.openIn("fr", "/credit-policies?asAt=2026-06-10").body();
        assertThat(row(page, story.entity() + "/1")).contains("niveaux niveau 1, jours de retard 5, frais 7.50 EUR",
                "montants en litige EXCLUDE")
                .doesNotContain("daysPastDue", "netDays");
    }

    @Test
    void anotherEntitysPolicyIsNotThere() {
        browser.becomeControllerOf("NONE");
        assertThat(browser.open("/credit-policies").body()).contains("No credit policy has been set")
                .doesNotContain(story.entity().value());
    }

    @Test
    void theAgedBalanceSaysThatItsBucketsAreThePolicys() {
        var book = "/?legalEntity=" + story.entity() + "&asAt=2026-06-10";
        assertThat(browser.open(book).body()).contains("Buckets of version 1 of the credit policy");
        assertThat(browser.open(book + "&edges=30").body()).doesNotContain("of the credit policy<");
        assertThat(browser.open("/?legalEntity=" + story.entity() + "&asAt=2026-09-01").body())
                .doesNotContain("edgesOfPolicy");
    }

    @Test
    void anInvoiceShowsWhatMovedAndHowFarItGoesBeyondTheLaw() {
        var page = browser.open("/invoices/" + story.id("I1") + "?asAt=2026-06-10").body();
        assertThat(page).contains("10 days beyond the legal maximum, 2026-04-02", "100.00 rescheduled", "2026-05-31",
                // 10 days past due, in the policy's first bucket.
                "1–15");
        assertThat(browser.open("/invoices/" + story.id("I1") + "?asAt=2026-04-19").body())
                .doesNotContain("rescheduled</span>", "2026-05-31");
    }

    private static PolicyRules rules() {
        var terms = new TermsRules(null,
                List.of(new TermsTemplate("EOM", new PaymentTerms(45, EndOfMonth.NET_THEN_END, null, null))), null);
        var lateCharges = new LateChargeRules(null, eur("40.00"), null, null, null, null, null, null,
                DisputedItems.EXCLUDE);
        return new PolicyRules(terms, null, null, null, null, null, lateCharges,
                new DunningRules(List.of(new DunningLevel(1, 5, null, eur("7.50")))), null, List.of(15, 45));
    }

    private static String row(String page, String id) {
        int start = page.indexOf("data-id=\"" + id + "\"");
        assertThat(start).as(id + " in " + page).isNotNegative();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
