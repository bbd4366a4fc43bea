package io.receivables.platform.resource;

/** A resource that says which version of its stream it shows and how far the event store had been written. */
public interface Versioned {

    /** The number of facts in the stream: the resource's {@code ETag}. */
    long version();

    /** The same resource with the position of the last fact that the answer contains. */
    Versioned at(long position);
}
