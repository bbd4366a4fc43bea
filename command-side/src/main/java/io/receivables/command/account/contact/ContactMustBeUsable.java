package io.receivables.command.account.contact;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.LetterChannel;
import io.receivables.platform.party.Contact;
import io.receivables.platform.problem.ProblemCode;
import java.util.regex.Pattern;

/** A mail can be sent to the address, a letter be posted. */
final class ContactMustBeUsable {

    /** One address and nothing else: no name, no list, nothing that could begin another header. */
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]{3,30}");
    private static final int MOST_LINES = 6;

    private ContactMustBeUsable() {}

    static void check(Contact contact) {
        var email = contact.email();
        if (email != null && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/email", "one mail address is expected");
        }
        if (contact.channel() == LetterChannel.EMAIL && email == null) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/channel", "EMAIL needs an email address");
        }
        if (contact.phone() != null && !PHONE.matcher(contact.phone()).matches()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/phone",
                    "3 to 30 digits with blanks, dots, hyphens and brackets are expected");
        }
        var address = contact.postalAddress();
        if (address != null && (address.lines().isEmpty() || address.lines().size() > MOST_LINES)) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/postalAddress/lines",
                    "1 to " + MOST_LINES + " lines are expected, not " + address.lines().size());
        }
    }
}
