package io.receivables.query.accesslog;

/** How somebody looked. */
public enum AccessKind {
    QUERY("DAILY_WORK", false),
    PAGE("DAILY_WORK", false),
    /** A list or statement as a file. */
    FILE("REPORTING", true),
    /** What is meant to leave the house. */
    EXPORT("DISCLOSURE", true),
    /** The history of an account or legal entity, fact by fact. */
    REPLAY("AUDIT", true),
    AUDIT("AUDIT", false),
    /** A look at these very reads. */
    ACCESS_LOG("OVERSIGHT", false),
    /** Reads that were kept long enough were deleted. */
    DELETION("RETENTION", true);

    private final String usualPurpose;
    private final boolean recordedFirst;

    AccessKind(String usualPurpose, boolean recordedFirst) {
        this.usualPurpose = usualPurpose;
        this.recordedFirst = recordedFirst;
    }

    /** What it is taken to be for when nothing was said. */
    String usualPurpose() {
        return usualPurpose;
    }

    /** Whether nothing is answered before it has been recorded for good: what may carry much away. */
    boolean isRecordedFirst() {
        return recordedFirst;
    }
}
