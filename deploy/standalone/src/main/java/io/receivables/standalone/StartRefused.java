package io.receivables.standalone;

/** The instance does not start, for a reason that its user can do something about: the message says what. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String action;

    StartRefused(String reason, String action) {
        super(reason);
        this.action = action;
    }

    String action() {
        return action;
    }
}
