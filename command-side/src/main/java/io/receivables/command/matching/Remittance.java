package io.receivables.command.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a payer wrote: does it name a document? */
public final class Remittance {

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Z0-9]+");
    private static final int LONGEST_CREDITOR_REFERENCE = 25;

    private final String text;
    private final List<String> creditorReferences;

    public Remittance(String reference) {
        this.text = reference.toUpperCase(Locale.ROOT);
        this.creditorReferences = creditorReferences(text);
    }

    /** By its number as a word of its own, or by a creditor reference (ISO 11649) made of the number. */
    public boolean names(String number) {
        var wanted = number.toUpperCase(Locale.ROOT);
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (endsWord(at - 1) && endsWord(at + wanted.length())) {
                return true;
            }
        }
        return creditorReferences.contains(letters(wanted));
    }

    private boolean endsWord(int index) {
        return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
    }

    /** Printed in groups of four, or in one word. */
    private static List<String> creditorReferences(String text) {
        var found = new ArrayList<String>();
        CreditorReference.parse(text.replace(" ", "")).ifPresent(found::add);
        for (var word : text.split("\\s+")) {
            if (word.length() <= LONGEST_CREDITOR_REFERENCE) {
                CreditorReference.parse(word).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static String letters(String number) {
        return NOT_ALPHANUMERIC.matcher(number).replaceAll("");
    }
}
