package io.receivables.query.customeraccount;

import static io.receivables.query.testing.Story.eur;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.AccountClosed;
import io.receivables.events.account.AccountReopened;
import io.receivables.events.account.CreditGroupJoined;
import io.receivables.events.account.CreditGroupLeft;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Whether an account is closed, of which class its debtor is, and in which group it is: at a date, as known on a day. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AccountStandingTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    private Story story;

    @BeforeEach
    void twoAccounts() {
        story = stories.begin()
                .account("C1")
                .account("C2")
                .invoice("I1", "C1", "600.00", "2026-02-01", "2026-03-01")
                .invoice("I2", "C2", "300.00", "2026-02-10", "2026-03-10")
                .payment("P2", "C2", "50.00", "2026-02-20");
        story.position();
    }

    @Test
    void anAccountIsClosedFromItsDateOnAndUntilItIsReopened() throws Exception {
        story.tell(new AccountClosed(story.accountId("C1"), story.entity(), "merged", "boss-1", day("2026-03-05")));
        long closed = story.position();
        story.tell(new AccountReopened(story.accountId("C1"), story.entity(), "not merged", "boss-1",
                day("2026-03-20"))).position();
        account("?asAt=2026-03-04").andExpect(jsonPath("$.closedDate").doesNotExist());
        account("?asAt=2026-03-05").andExpect(jsonPath("$.closedDate").value("2026-03-05"));
        account("?asAt=2026-03-20").andExpect(jsonPath("$.closedDate").doesNotExist());
        account("?asAt=2026-03-20&asKnown=" + closed).andExpect(jsonPath("$.closedDate").value("2026-03-05"));
    }

    @Test
    void theClassOfTheDebtorIsTheOneOfTheDate() throws Exception {
        account("?asAt=2026-03-04").andExpect(jsonPath("$.debtorClass").value("BUSINESS"));
        story.tell(debtorClass(DebtorClass.PUBLIC, "2026-03-05"));
        long known = story.position();
        story.tell(debtorClass(DebtorClass.CONSUMER, "2026-03-01")).position();
        account("?asAt=2026-03-04").andExpect(jsonPath("$.debtorClass").value("CONSUMER"));
        account("?asAt=2026-03-05").andExpect(jsonPath("$.debtorClass").value("PUBLIC"));
        account("?asAt=2026-03-04&asKnown=" + known).andExpect(jsonPath("$.debtorClass").value("BUSINESS"));
    }

    @Test
    void theExposureShowsWhatTheGroupOwesTogether() throws Exception {
        var group = new CreditGroupId(story.id("G1"));
        exposure("C1", "").andExpect(jsonPath("$.group").doesNotExist());
        story.tell(new CreditGroupLimitSet(group, story.entity(), Currency.getInstance("EUR"),
                new CreditLimit(eur("800.00"), day("2026-02-01"), null), "rating", "boss-1", null,
                day("2026-02-01")))
                .tell(joined("C1", group, "2026-02-01"))
                .tell(joined("C2", group, "2026-02-15"));
        long known = story.position();
        exposure("C1", "?asAt=2026-02-14").andExpect(jsonPath("$.group.exposure.amount").value("600.00"))
                .andExpect(jsonPath("$.group.accounts").value(1))
                .andExpect(jsonPath("$.group.headroom.amount").value("200.00"))
                .andExpect(jsonPath("$.onHold").value(false));
        exposure("C2", "?asAt=2026-02-20").andExpect(jsonPath("$.group.exposure.amount").value("850.00"))
                .andExpect(jsonPath("$.group.accounts").value(2))
                .andExpect(jsonPath("$.group.headroom.amount").value("-50.00"))
                .andExpect(jsonPath("$.holdReasons[0]").value("OVER_GROUP_LIMIT"))
                .andExpect(jsonPath("$.onHold").value(true));
        account("?asAt=2026-02-20").andExpect(jsonPath("$.creditGroupId").value(group.value()));
        story.tell(new CreditGroupLeft(story.accountId("C2"), story.entity(), group, "sold", day("2026-02-18")))
                .position();
        exposure("C1", "?asAt=2026-02-20").andExpect(jsonPath("$.group.exposure.amount").value("600.00"));
        exposure("C1", "?asAt=2026-02-20&asKnown=" + known)
                .andExpect(jsonPath("$.group.exposure.amount").value("850.00"));
        http.perform(get("/v1/credit-groups/" + group))
                .andExpect(jsonPath("$.limits[0].amount.amount").value("800.00"))
                .andExpect(jsonPath("$.legalEntity").value(story.entity().value()));
        http.perform(get("/v1/credit-groups/" + story.id("G9")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("CREDIT_GROUP_NOT_FOUND"));
    }

    private CreditGroupJoined joined(String account, CreditGroupId group, String date) {
        return new CreditGroupJoined(story.accountId(account), story.entity(), group, "bought", day(date));
    }

    private DebtorClassChanged debtorClass(DebtorClass debtorClass, String date) {
        return new DebtorClassChanged(story.accountId("C1"), story.entity(), debtorClass, "by its articles", day(date));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private ResultActions account(String more) throws Exception {
        return http.perform(get("/v1/customer-accounts/" + story.id("C1") + more)).andExpect(status().isOk());
    }

    private ResultActions exposure(String account, String more) throws Exception {
        story.position();
        return http.perform(get("/v1/customer-accounts/" + story.id(account) + "/exposure" + more))
                .andExpect(status().isOk());
    }
}
