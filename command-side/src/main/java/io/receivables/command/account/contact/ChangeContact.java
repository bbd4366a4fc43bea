package io.receivables.command.account.contact;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.platform.party.Contact;

/** Replaces how the customer is reached. */
record ChangeContact(AccountId accountId, Contact contact) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
