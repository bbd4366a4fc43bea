package io.receivables.verifier;

/** What was given cannot be read as what it should be. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
