package io.receivables.command.dunning.delivery;

import io.receivables.events.policy.LetterChannel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends letters through the mail server of {@code spring.mail.*}. Only what is in the letter goes into headers, and encoded. */
@Component
class MailDelivery implements LetterDelivery {

    private final ObjectProvider<JavaMailSender> senders;
    private final LetterSettings settings;

    MailDelivery(ObjectProvider<JavaMailSender> senders, LetterSettings settings) {
        this.senders = senders;
        this.settings = settings;
    }

    @Override
    public LetterChannel channel() {
        return LetterChannel.EMAIL;
    }

    @Override
    public boolean isReady() {
        return settings.from() != null && senders.getIfAvailable() != null;
    }

    @Override
    public String deliver(Outgoing letter) {
        var email = letter.recipient().email();
        if (email == null) {
            throw new Undeliverable(null, null);
        }
        var sender = senders.getObject();
        try {
            var message = sender.createMimeMessage();
            var id = write(message, letter, email);
            sender.send(message);
            return id;
        } catch (AddressException e) {
            throw new Undeliverable(null, e);
        } catch (MessagingException e) {
            throw new Delayed(e);
        } catch (MailException e) {
            var code = replyCode(e);
            if (code.isPresent() && code.getAsInt() >= 500) {
                throw new Undeliverable(code.getAsInt(), e);
            }
            throw new Delayed(e);
        }
    }

    /** The Message-ID is made of the letter's id alone: a mail that is sent twice is one mail to whoever receives it. */
    private String write(MimeMessage message, Outgoing letter, String email) throws MessagingException {
        var from = Objects.requireNonNull(settings.from());
        var id = "<" + letter.letterId() + "@" + from.substring(from.lastIndexOf('@') + 1).replace(">", "") + ">";
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(email);
        helper.setSubject(onOneLine(letter.content().subject()));
        helper.setText(letter.content().plain(), letter.content().html());
        message.setHeader("Message-ID", id);
        // Nobody's absence shall answer it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        return id;
    }

    static String onOneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }

    /** What the server has said of the recipient or the message. */
    private static OptionalInt replyCode(MailException thrown) {
        if (thrown instanceof MailSendException failed) {
            for (var one : failed.getMessageExceptions()) {
                var code = replyCode(one);
                if (code.isPresent()) {
                    return code;
                }
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt replyCode(Exception thrown) {
        for (var it = thrown; it != null; it = it instanceof MessagingException next ? next.getNextException() : null) {
            switch (it) {
                case SMTPAddressFailedException address -> {
                    return OptionalInt.of(address.getReturnCode());
                }
                case SMTPSenderFailedException from -> {
                    return OptionalInt.of(from.getReturnCode());
                }
                case SMTPSendFailedException send when !(send
                        .getNextException() instanceof SMTPAddressFailedException) -> {
                    return OptionalInt.of(send.getReturnCode());
                }
                default -> {
                    // The next one may tell.
                }
            }
        }
        return OptionalInt.empty();
    }
}
