package io.receivables.events.invoice;

/** A paper that supports a write-off: where it is kept and the hash of its bytes. */
public record Evidence(String name, String sha256, String reference) {}
