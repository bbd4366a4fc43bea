package io.receivables.command.matching;

import java.util.Optional;
import java.util.regex.Pattern;

/** A structured creditor reference (ISO 11649): RF, two check digits, and up to 21 letters and digits. */
final class CreditorReference {

    private static final Pattern SHAPE = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");
    private static final int MODULUS = 97;
    private static final int CHECK_BASE = 98;
    private static final int HEAD = 4;

    private CreditorReference() {}

    /** The reference behind the check digits; empty when they are wrong or it is no such reference. */
    static Optional<String> parse(String text) {
        return SHAPE.matcher(text).matches() && remainder(text.substring(HEAD) + text.substring(0, HEAD)) == 1
                ? Optional.of(text.substring(HEAD))
                : Optional.empty();
    }

    /** @param reference 1 to 21 letters and digits, in capitals */
    static String of(String reference) {
        return "RF%02d%s".formatted(CHECK_BASE - remainder(reference + "RF00"), reference);
    }

    /** Letters count as two digits, A is 10 and Z is 35. */
    private static int remainder(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), Character.MAX_RADIX);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % MODULUS;
        }
        return remainder;
    }
}
