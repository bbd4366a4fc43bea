package io.receivables.command.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A letter as it is sent.
 *
 * @param plain the same in plain text, for mail programs that show no other
 * @param html the letter itself, to be read or printed
 */
public record LetterContent(String subject, String plain, String html) {

    /** SHA-256 of the HTML in UTF-8, in hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
