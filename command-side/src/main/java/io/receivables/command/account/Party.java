package io.receivables.command.account;

import io.receivables.platform.party.Contact;

/** Who stands behind a customer account, as it is now. */
public record Party(String name, Contact contact) {}
