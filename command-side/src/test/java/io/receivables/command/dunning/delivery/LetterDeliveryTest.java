package io.receivables.command.dunning.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.command.account.Parties;
import io.receivables.command.dunning.LetterOutbox;
import io.receivables.command.dunning.delivery.LetterDelivery.Outgoing;
import io.receivables.command.lane.Lane;
import io.receivables.command.letter.LetterContent;
import io.receivables.command.letter.LetterCopies;
import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.platform.identity.Role;
import io.receivables.platform.party.Contact;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters on their way through a real mail server, one that refuses, and a folder. */
@SuppressWarnings("NullAway.Init") // filled before each test
class LetterDeliveryTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String account = "/v1/customer-accounts/" + book.account;

    @TempDir
    private Path folder;

    @BeforeEach
    void aLateInvoice() {
        server.start();
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','dunning':{'levels':[{'level':1,'daysPastDue':1}],'language':'EN'}}")
                .expect(201);
        book.invoice("100.00");
    }

    @AfterEach
    void stop() {
        server.stop();
        // What a test leaves waiting shall not wait for the next one.
        jdbc.sql("delete from command.letter_outbox where legal_entity = ?").param(book.entity).update();
    }

    @Test
    void aMailIsSentOnceAndWhatBecameOfItIsAFact() throws Exception {
        contact("'email':'ada@example.test','language':'FR'");
        var letter = run();
        var sender = sender(mail(server.getSmtp().getPort()));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(sender.sendDue()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + letter + "@acme.test>");
        assertThat(mail.getHeader("To", ",")).isEqualTo("ada@example.test");
        assertThat(mail.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
        assertThat(mail.getSubject()).isEqualTo("Entity : rappel d’échéances, compte " + book.account);
        assertThat(sent(mail, "html")).contains("<html lang=\"fr\">", "100,00");
        assertThat(sent(mail, "plain")).contains("100,00").doesNotContain("<");
        assertThat(fact("DunningLetterDelivered", letter)).contains("\"EMAIL\"", "<" + letter + "@acme.test>")
                .doesNotContain("ada");
        api.post("/v1/dunning-letters/" + letter + "/deliveries", "{'reason':'lost'}").expect(201);
        api.post("/v1/dunning-letters/" + letter + "/deliveries", "{'reason':'lost'}")
                .expect(409, "DUNNING_LETTER_WAITING");
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()[1].getMessageID()).isEqualTo(mail.getMessageID());
    }

    @Test
    void noAddressIsInAnyFact() {
        contact("'email':'ada@example.test','phone':'+33 1 23 45 67 89','postalAddress':{'lines':['9 rue Secrète'],'city':'Lyon'}");
        run();
        var facts = jdbc.sql("""
                select string_agg(payload::text || metadata::text, ' ') from eventstore.event_json
                 where payload ->> 'accountId' = ?""").param(book.account).query(String.class).single();
        assertThat(facts).contains(book.account)
                .doesNotContain("ada@example", "+33 1", "Secrète", "Lyon");
    }

    @Test
    void aMailThatIsSentAgainAfterACrashHasTheSameId() throws Exception {
        contact("'email':'ada@example.test'");
        var letter = run();
        var delivery = mail(server.getSmtp().getPort());
        // Handed over, and then the node ended before it could say so.
        var first = delivery.deliver(outgoing(letter, "ada@example.test"));
        assertThat(sender(delivery).sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo(first));
    }

    @Test
    void twoNodesSendALetterOnce() throws Exception {
        contact("'email':'ada@example.test'");
        run();
        var delivery = mail(server.getSmtp().getPort());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var sent = threads.invokeAll(
                    List.<Callable<Integer>>of(() -> sender(delivery).sendDue(), () -> sender(delivery).sendDue()));
            assertThat(sent.get(0).get() + sent.get(1).get()).isEqualTo(1);
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLetterThatCannotBeReadKeepsNoOtherWaiting() throws Exception {
        contact("'email':'ada@example.test'");
        var other = Book.openAccount(book.entity, Book.id("Z"), "EUR");
        api.put("/v1/customer-accounts/" + other + "/contact", "{'email':'bob@example.test'}").expect(200);
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'2026-01-31',
                 'total':%s}""".formatted(id, id, other, Book.eur("1.00"))).expect(201);
        run();
        jdbc.sql(
                "update party.dunning_letter set recipient = '{\"contact\":{\"language\":\"?\"}}' where account_id = ?")
                .param(book.account)
                .update();
        jdbc.sql("update command.letter_outbox set next_attempt_at = now() - interval '1 hour' where account_id = ?")
                .param(book.account)
                .update();
        assertThat(sender(mail(server.getSmtp().getPort())).sendDue()).isEqualTo(2);
        assertThat(server.getReceivedMessages()).singleElement()
                .satisfies(mail -> assertThat(mail.getHeader("To", ",")).isEqualTo("bob@example.test"));
    }

    @Test
    void whatTheServerRefusesForGoodIsNotTriedAgain() throws Exception {
        contact("'email':'nobody@example.test'");
        var letter = run();
        try (var refusing = new RefusingMailServer("550 5.1.1 no such user nobody@example.test")) {
            var sender = sender(mail(refusing.port()));
            assertThat(sender.sendDue()).isEqualTo(1);
            assertThat(sender.sendDue()).isZero();
            assertThat(refusing.asked()).isEqualTo(1);
        }
        assertThat(fact("DunningLetterDeliveryFailed", letter)).contains("\"REFUSED\"", "550")
                .doesNotContain("nobody@");
        contact("'email':'right@example.test'");
        api.post("/v1/dunning-letters/" + letter + "/deliveries", "{'reason':'corrected address'}").expect(201);
        assertThat(sender(mail(server.getSmtp().getPort())).sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()[0].getHeader("To", ",")).isEqualTo("right@example.test");
    }

    @Test
    void whatTheServerPutsOffIsTriedAgainAndGivenUpInTheEnd() throws Exception {
        contact("'email':'busy@example.test'");
        var letter = run();
        try (var refusing = new RefusingMailServer("451 4.3.0 come back later")) {
            var patient = sender(mail(refusing.port()));
            assertThat(patient.sendDue()).isEqualTo(1);
            assertThat(patient.sendDue()).as("not before its pause").isZero();
            assertThat(facts("DunningLetterDeliveryFailed", letter)).isZero();
            jdbc.sql("update command.letter_outbox set next_attempt_at = now() where letter_id = ?")
                    .param(letter)
                    .update();
            assertThat(sender(mail(refusing.port()), Duration.ofSeconds(1)).sendDue()).isEqualTo(1);
            assertThat(refusing.asked()).isEqualTo(2);
        }
        assertThat(fact("DunningLetterDeliveryFailed", letter)).contains("\"GIVEN_UP\"", "\"attempts\": 2");
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() {
        contact("'email':'ada@example.test'");
        var letter = run();
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(sender(mail(port)).sendDue()).isEqualTo(1);
        assertThat(facts("DunningLetterDeliveryFailed", letter)).isZero();
        assertThat(jdbc.sql("select attempts from command.letter_outbox where letter_id = ?")
                .param(letter)
                .query(Integer.class)
                .single()).isEqualTo(1);
    }

    @Test
    void withoutAnAddressTheLetterIsPrinted() throws Exception {
        var letter = run();
        var sender = sender(new FolderDelivery(settings(Duration.ofDays(3), folder)));
        while (sender.sendDue() > 0) {
            // Letters of other tests that wait for a printer go along.
        }
        var file = folder.resolve(letter + ".html");
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        assertThat(fact("DunningLetterIssued", letter)).contains(hash, "\"LETTER\"");
        assertThat(fact("DunningLetterDelivered", letter)).contains(letter + ".html");
    }

    @Test
    void nothingIsSentToWhomWasErased() {
        contact("'email':'ada@example.test'");
        var letter = run();
        erase();
        assertThat(jdbc.sql("select count(*) from party.dunning_letter where account_id = ? and html is not null")
                .param(book.account)
                .query(Integer.class)
                .single()).isZero();
        assertThat(sender(mail(server.getSmtp().getPort())).sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(fact("DunningLetterDeliveryFailed", letter)).contains("\"NO_RECIPIENT\"");
        api.post("/v1/dunning-letters/" + letter + "/deliveries", "{'reason':'x'}")
                .expect(410, "DUNNING_LETTER_ERASED");
        api.post("/v1/dunning-letters/nothing/deliveries", "{'reason':'x'}").expect(404, "DUNNING_LETTER_NOT_FOUND");
        contact("'email':'new@example.test'");
    }

    @Test
    void aCopyOfTheDatabaseSendsNothing() {
        contact("'email':'ada@example.test'");
        var letter = run();
        jdbc.sql("update command.letter_outbox set queued_in = 'another one' where letter_id = ?")
                .param(letter)
                .update();
        assertThat(sender(mail(server.getSmtp().getPort())).sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(fact("DunningLetterDeliveryFailed", letter)).contains("\"RESTORED\"");
    }

    @Test
    void aLetterThatNobodyCouldSendForDaysIsNotTrueAnyMore() {
        contact("'email':'ada@example.test'");
        var letter = run();
        jdbc.sql("update command.letter_outbox set queued_at = now() - interval '4 days' where letter_id = ?")
                .param(letter)
                .update();
        assertThat(sender(mail(server.getSmtp().getPort())).sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(fact("DunningLetterDeliveryFailed", letter)).contains("\"GIVEN_UP\"");
    }

    @Test
    void nobodyBeginsAHeaderOfTheirOwn() throws Exception {
        refusedContact("'email':'a@b.test\\nBcc: c@d.test'", 422, "/email");
        refusedContact("'email':'a@b.test,c@d.test'", 422, "/email");
        refusedContact("'email':'Ada <a@b.test>'", 422, "/email");
        refusedContact("'email':'a@b'", 422, "/email");
        var delivery = mail(server.getSmtp().getPort());
        delivery.deliver(new Outgoing(new DunningLetterId("L1"), new Contact("a@b.test", null, null, null, null),
                new LetterContent("Hello\r\nBcc: c@d.test", "text", "<p>text</p>")));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Hello Bcc: c@d.test");
    }

    @Test
    void aContactThatCannotBeUsedIsRefused() {
        refusedContact("'channel':'EMAIL'", 422, "/channel");
        refusedContact("'phone':'call me'", 422, "/phone");
        refusedContact("'postalAddress':{'lines':[]}", 422, "/postalAddress/lines");
        api.put(account + "/contact", "{'fax':'1'}").expect(400, "UNKNOWN_FIELD");
        api.put("/v1/customer-accounts/nobody/contact", "{}").expect(404, "ACCOUNT_NOT_FOUND");
        Api.as(Role.AUDITOR).put(account + "/contact", "{}").expect(403, "FORBIDDEN");
        Api.as(Role.CLERK)
                .send("DELETE", account + "/contact", UUID.randomUUID().toString(), "", Map.of())
                .expect(403, "FORBIDDEN");
    }

    @Test
    void thePauseDoublesUpToTheLongest() {
        var settings = settings(Duration.ofDays(3), null);
        assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.pauseAfter(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(settings.pauseAfter(40)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void withoutSettingsNothingIsReady() {
        assertThat(new MailDelivery(none(), settings(Duration.ofDays(3), null)).isReady()).isFalse();
        assertThat(new FolderDelivery(settings(Duration.ofDays(3), null)).isReady()).isFalse();
        assertThatThrownBy(() -> mail(1).deliver(new Outgoing(new DunningLetterId("L1"), Contact.NONE,
                new LetterContent("s", "p", "h")))).isInstanceOf(LetterDelivery.Undeliverable.class);
    }

    private void contact(String fields) {
        api.put(account + "/contact", "{" + fields + "}").expect(200);
    }

    private void refusedContact(String fields, int status, String pointer) {
        var answer = api.put(account + "/contact", "{" + fields + "}").expect(status);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private void erase() {
        api.send("DELETE", account + "/contact", UUID.randomUUID().toString(), "", Map.of()).expect(200);
    }

    /** The id of the letter. */
    private String run() {
        return api.post("/v1/dunning-runs", "{'legalEntity':'%s','asAt':'2026-03-01'}".formatted(book.entity))
                .expect(201)
                .at("/letters/0/letterId");
    }

    private static Outgoing outgoing(String letter, String email) {
        var copy = CommandServer.context().getBean(LetterCopies.class).find(new DunningLetterId(letter)).orElseThrow();
        return new Outgoing(new DunningLetterId(letter), new Contact(email, null, null, null, null), copy.content());
    }

    private static LetterSettings settings(Duration giveUpAfter, @Nullable Path folder) {
        return new LetterSettings("credit@acme.test", folder, Duration.ofSeconds(2), Duration.ofMinutes(1),
                Duration.ofHours(6), giveUpAfter);
    }

    private static MailDelivery mail(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailDelivery(new StaticListableBeanFactory(Map.of("mail", sender)).getBeanProvider(
                JavaMailSender.class), settings(Duration.ofDays(3), null));
    }

    private static ObjectProvider<JavaMailSender> none() {
        return new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class);
    }

    private static LetterSender sender(LetterDelivery delivery) {
        return sender(delivery, Duration.ofDays(3));
    }

    private static LetterSender sender(LetterDelivery delivery, Duration giveUpAfter) {
        var context = CommandServer.context();
        var outbox = context.getBean(LetterOutbox.class);
        return new LetterSender(outbox, context.getBean(LetterCopies.class), context.getBean(Parties.class),
                List.of(delivery), settings(giveUpAfter, null),
                new LetterMeters(context.getBean(MeterRegistry.class), outbox), context.getBean(Lane.class));
    }

    private static String sent(MimeMessage mail, String subtype) throws Exception {
        return text(mail.getContent(), "text/" + subtype);
    }

    private static String text(Object content, String type) throws Exception {
        var found = new StringBuilder();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    found.append(part.getContent());
                } else if (part.isMimeType("multipart/*")) {
                    found.append(text(part.getContent(), type));
                }
            }
        }
        return found.toString();
    }

    private String fact(String type, String letter) {
        return jdbc.sql("""
                select payload::text from eventstore.event_json
                 where payload_type = ? and payload ->> 'letterId' = ?""")
                .params(type, letter)
                .query(String.class)
                .single();
    }

    private int facts(String type, String letter) {
        return jdbc.sql("""
                select count(*) from eventstore.event_json where payload_type = ? and payload ->> 'letterId' = ?""")
                .params(type, letter)
                .query(Integer.class)
                .single();
    }
}
