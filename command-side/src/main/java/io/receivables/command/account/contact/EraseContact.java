package io.receivables.command.account.contact;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;

/** Erases the party record, and the texts of the letters that name the customer. What is owed stays. */
record EraseContact(AccountId accountId) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
