package io.receivables.platform.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is reached.
 *
 * @param language of letters; null: the one of the credit policy
 * @param channel of letters; null: mail where there is an address, else a printed letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(@Nullable String email, @Nullable PostalAddress postalAddress, @Nullable String phone,
        @Nullable LetterLanguage language, @Nullable LetterChannel channel) {

    /** Nothing is known but the name. */
    public static final Contact NONE = new Contact(null, null, null, null, null);

    /** The channel of a letter that may have one of its own. A mail needs an address, else the letter is printed. */
    public LetterChannel channelFor(@Nullable LetterChannel wanted) {
        var chosen = wanted != null ? wanted : channel != null ? channel : LetterChannel.EMAIL;
        return email == null ? LetterChannel.LETTER : chosen;
    }
}
