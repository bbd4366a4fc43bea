package io.receivables.command.document;

import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;

/** A command that claims a number for a document of an account. */
public interface NumberedDocument {

    AccountId accountId();

    StreamType kind();

    String number();
}
