package io.receivables.standalone.bookimport;

/** Nothing can be imported, for a reason that the user can do something about. */
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportRefused(String reason) {
        super(reason);
    }
}
