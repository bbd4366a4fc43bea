package io.receivables.command.dunning.delivery;

import io.receivables.command.letter.LetterContent;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.policy.LetterChannel;
import io.receivables.platform.party.Contact;
import org.jspecify.annotations.Nullable;

/** A way for letters to leave: the port behind which a mail server, a folder or a print shop stands. */
interface LetterDelivery {

    LetterChannel channel();

    /** Whether the operator has said where to. */
    boolean isReady();

    /**
     * Hands a letter over. The same letter may come twice, when nobody could note that it had left: what is returned is the same
     * then, so that it shows.
     *
     * @return what it is known by: a Message-ID, the name of a file
     * @throws Undeliverable it will never be taken
     * @throws Delayed it may be taken later
     */
    String deliver(Outgoing letter);

    /** @param recipient how the customer is reached today */
    record Outgoing(DunningLetterId letterId, Contact recipient, LetterContent content) {}

    /** Refused for good. */
    final class Undeliverable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final @Nullable Integer code;

        /** @param code null where there was nobody to be asked: no address is known */
        Undeliverable(@Nullable Integer code, @Nullable Throwable cause) {
            super("refused" + (code == null ? "" : " with " + code), cause);
            this.code = code;
        }

        @Nullable
        Integer code() {
            return code;
        }
    }

    /** Not now. */
    final class Delayed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Delayed(Throwable cause) {
            super(cause.getClass().getSimpleName(), cause);
        }
    }
}
