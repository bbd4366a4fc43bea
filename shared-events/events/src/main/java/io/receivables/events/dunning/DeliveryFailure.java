package io.receivables.events.dunning;

/** Why a letter could not be delivered. */
public enum DeliveryFailure {
    /** The mail server refused it for good: a reply 5xx. */
    REFUSED,
    /** It was tried for as long as the settings say. */
    GIVEN_UP,
    /** The party record has no address any more, or the text was erased. */
    NO_RECIPIENT,
    /** It waited in a database that was restored from a copy: it may have been sent already, so that a person decides. */
    RESTORED
}
