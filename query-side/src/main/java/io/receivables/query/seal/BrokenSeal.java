package io.receivables.query.seal;

/** What is stored is not what was sealed, or may not be sealed. A person has to look. */
final class BrokenSeal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenSeal(String message) {
        super(message);
    }
}
