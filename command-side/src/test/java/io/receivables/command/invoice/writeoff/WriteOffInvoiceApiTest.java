package io.receivables.command.invoice.writeoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the request over the second person's word to the reversal. */
class WriteOffInvoiceApiTest {

    private static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final Book book = Book.open();
    private final Api manager = Api.as("manager", Role.CREDIT_MANAGER);
    private final Api controller = Api.as("controller", Role.CONTROLLER);

    @Test
    void anUnknownInvoiceIsRefused() {
        writeOff(Book.id("NONE"), "10.00").expect(404, "INVOICE_NOT_FOUND");
    }

    @Test
    void anUnknownWriteOffIsRefused() {
        for (var action : List.of("approval", "rejection", "reversal")) {
            act(controller, Book.id("W"), action).expect(404, "WRITE_OFF_NOT_FOUND");
        }
    }

    @Test
    void anotherEntitysWriteOffIsNotThere() {
        var id = writeOff(book.invoice("100.00"), "10.00").at("/writeOffId");
        var stranger = Api.of(TestIdentity.token("stranger", List.of(Role.CONTROLLER), List.of("DE99")));
        for (var action : List.of("approval", "rejection", "reversal")) {
            act(stranger, id, action).expect(404, "WRITE_OFF_NOT_FOUND");
        }
    }

    @Test
    void evidenceNeedsAHash() {
        var refused = manager.post("/v1/invoices/" + book.invoice("100.00") + "/write-offs", """
                {'reason':'insolvency','effectiveDate':'2026-02-01',
                 'evidence':[{'name':'notice.pdf','sha256':'%s','reference':'dms:1'}]}"""
                .formatted(SHA_256.substring(1))).expect(422, "VALUE_INVALID");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/evidence/0/sha256");
    }

    @Test
    void aDateInTheFutureIsRefused() {
        manager.post("/v1/invoices/" + book.invoice("100.00") + "/write-offs",
                "{'reason':'insolvency','effectiveDate':'2199-02-01'}").expect(422, "DATE_IN_FUTURE");
    }

    @Test
    void withoutPolicyItWaitsForTheSecondPerson() {
        var asked = manager.post("/v1/invoices/" + book.invoice("100.00") + "/write-offs", """
                {'reason':'insolvency','effectiveDate':'2026-02-01','taxRelief':true,
                 'evidence':[{'name':'notice.pdf','sha256':'%s','reference':'dms:1'}]}""".formatted(SHA_256))
                .expect(201);
        var id = asked.at("/writeOffId");
        assertThat(asked.headers().firstValue("Location")).contains("/v1/write-offs/" + id);
        assertThat(asked.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(asked.at("/status")).isEqualTo("PENDING");
        assertThat(asked.at("/amount/amount")).isEqualTo("100.00");
        assertThat(asked.at("/requestedBy")).isEqualTo("manager");
        assertThat(asked.at("/evidence/0/sha256")).isEqualTo(SHA_256);
        Api.as("manager", Role.CONTROLLER)
                .post("/v1/write-offs/" + id + "/approval", "{}")
                .expect(403, "APPROVER_IS_REQUESTER");
        var approved = act(controller, id, "approval").expect(200);
        assertThat(approved.at("/status")).isEqualTo("APPROVED");
        assertThat(approved.at("/approvedBy")).isEqualTo("controller");
        act(controller, id, "approval").expect(409, "WRITE_OFF_NOT_PENDING");
        act(controller, id, "rejection").expect(409, "WRITE_OFF_NOT_PENDING");
        var reversed = act(controller, id, "reversal").expect(200);
        assertThat(reversed.at("/status")).isEqualTo("REVERSED");
        act(controller, id, "reversal").expect(409, "WRITE_OFF_NOT_APPROVED");
    }

    @Test
    void cashThatCameMeanwhileStopsTheApproval() {
        var invoice = book.invoice("100.00");
        var id = writeOff(invoice, "100.00").at("/writeOffId");
        var payment = book.payment("0.01");
        controller.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-03-01'}".formatted(invoice, Book.eur("0.01")))
                .expect(201);
        act(controller, id, "approval").expect(409, "LESS_IS_OPEN");
        act(controller, id, "rejection").expect(200);
        act(controller, id, "approval").expect(409, "WRITE_OFF_NOT_PENDING");
    }

    @Test
    void anApprovalNeedsNoBody() {
        var id = writeOff(book.invoice("100.00"), "10.00").at("/writeOffId");
        controller.post("/v1/write-offs/" + id + "/approval", "").expect(200);
    }

    @Test
    void whyItWasApprovedIsKeptBesideTheFact() {
        var id = writeOff(book.invoice("100.00"), "10.00").at("/writeOffId");
        var position = act(controller, id, "approval").expect(200).body().at("/position").asLong();
        var metadata = CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("select convert_from(metadata, 'UTF8') from eventstore.event where global_index = ?")
                .param(position)
                .query(String.class)
                .single();
        assertThat(metadata).contains("\"why\":\"looked at it\"", "\"who\":\"controller\"");
    }

    @Test
    void theVersionIsTheInvoices() {
        var id = writeOff(book.invoice("100.00"), "10.00").at("/writeOffId");
        controller.send("POST", "/v1/write-offs/" + id + "/approval", Book.id("key"), "{}", Map.of("If-Match", "\"1\""))
                .expect(412, "VERSION_MOVED");
        controller.send("POST", "/v1/write-offs/" + id + "/approval", Book.id("key"), "{}", Map.of("If-Match", "\"2\""))
                .expect(200);
    }

    private Api.Answer writeOff(String invoice, String amount) {
        return manager.post("/v1/invoices/" + invoice + "/write-offs",
                "{'amount':%s,'reason':'insolvency','effectiveDate':'2026-02-01'}".formatted(Book.eur(amount)));
    }

    private static Api.Answer act(Api who, String id, String action) {
        return who.post("/v1/write-offs/" + id + "/" + action, action.equals("reversal")
                ? "{'reason':'error','effectiveDate':'2026-04-01'}"
                : "{'reason':'looked at it'}");
    }
}
