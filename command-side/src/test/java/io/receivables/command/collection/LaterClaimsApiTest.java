package io.receivables.command.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An insolvency procedure stops what was owed before it was opened (2026-02-01); what arises later is paid when it falls due. */
class LaterClaimsApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    LaterClaimsApiTest() {
        api.put("/v1/credit-policies/" + book.entity, """
                {'validFrom':'2025-01-01','collections':{'insolvencyHold':false},
                 'dunning':{'levels':[{'level':1,'daysPastDue':1}]},'lateCharges':{'fixedIndemnity':%s}}"""
                .formatted(Book.eur("40.00"))).expect(201);
    }

    @Test
    void whatArisesOnTheDayOfTheJudgmentOrLaterIsRemindedOfAndCharged() {
        var before = invoice("2026-01-31", null);
        var on = invoice("2026-02-01", null);
        open();
        var run = dunning();
        assertThat(run.at("/letters/0/items/0/invoiceId")).isEqualTo(on);
        assertThat(run.body().at("/letters/0/items").size()).isOne();
        assertThat(run.at("/notDunned/0/invoiceId")).isEqualTo(before);
        assertThat(run.at("/notDunned/0/reason")).isEqualTo("INSOLVENCY");
        assertThat(run.at("/notDunned/0/detail")).contains("2026-02-01");
        assertThat(charged()).containsExactly(on);
    }

    /** Nor may a letter about something else ask for them (C. com. L622-7, L622-21). */
    @Test
    void chargesOfWhatAroseBeforeAreNotAskedFor() {
        var before = invoice("2026-01-20", null);
        var on = invoice("2026-02-10", null);
        assertThat(charged()).containsExactlyInAnyOrder(before, on);
        open();
        var letter = dunning().at("/letters/0/letterId");
        assertThat(CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("""
                        select payload -> 'charges' ->> 'amount' from eventstore.event_json
                         where payload_type = 'DunningLetterIssued' and payload ->> 'letterId' = ?""")
                .param(letter)
                .query(String.class)
                .single()).isEqualTo("40.00");
    }

    @Test
    void aClaimArisesWithTheSupplyWheneverItIsInvoiced() {
        invoice("2026-02-10", "2026-01-20");
        var later = invoice("2026-01-20", "2026-02-10");
        open();
        var run = dunning();
        assertThat(run.at("/letters/0/items/0/invoiceId")).isEqualTo(later);
        assertThat(run.body().at("/letters/0/items").size()).isOne();
        assertThat(charged()).containsExactly(later);
    }

    @Test
    void whatArisesLaterIsDeclaredOnlyWhenItIsNamed() {
        var later = invoice("2026-02-10", null);
        var id = open();
        assertThat(declare(id, "").expect(422, "ITEM_NOT_OPEN").at("/detail")).contains("2026-02-01");
        var before = invoice("2026-01-20", null);
        assertThat(declare(id, "").expect(200).at("/declaredInvoices/0")).isEqualTo(before);
        var other = new LaterClaimsApiTest();
        later = other.invoice("2026-02-10", null);
        assertThat(other.declare(other.open(), "'invoiceIds':['" + later + "'],")
                .expect(200)
                .at("/declaredInvoices/0")).isEqualTo(later);
    }

    private String open() {
        return api.post("/v1/customer-accounts/" + book.account + "/insolvency",
                "{'kind':'RECEIVERSHIP','effectiveDate':'2026-02-01'}").expect(201).at("/insolvencyId");
    }

    private Answer declare(String id, String invoices) {
        return api.post("/v1/customer-accounts/" + book.account + "/insolvency/" + id + "/claim",
                "{" + invoices + "'effectiveDate':'2026-03-20'}");
    }

    private Answer dunning() {
        return api.post("/v1/dunning-runs", "{'legalEntity':'%s','asAt':'2026-03-20'}".formatted(book.entity))
                .expect(201);
    }

    private List<String> charged() {
        var invoices = new ArrayList<String>();
        for (var charge : api.post("/v1/late-charge-runs",
                "{'legalEntity':'%s','asAt':'2026-03-20'}".formatted(book.entity)).expect(200).body().at("/charges")) {
            invoices.add(charge.at("/invoiceId").asString());
        }
        return invoices;
    }

    private String invoice(String issued, @Nullable String supplied) {
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'%s','dueDate':'2026-02-28',
                 'total':%s%s}""".formatted(id, id, book.account, issued, Book.eur("100.00"),
                supplied == null ? "" : ",'supplyDate':'" + supplied + "'")).expect(201);
        return id;
    }
}
