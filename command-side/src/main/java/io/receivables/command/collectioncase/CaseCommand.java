package io.receivables.command.collectioncase;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.collectioncase.CaseSubject;
import org.jspecify.annotations.Nullable;

/** What collectors say of a case; it counts from today. */
public interface CaseCommand extends Command {

    CaseSubject subject();

    @Override
    default String target() {
        return StreamType.COLLECTION_CASE.streamId(subject());
    }

    @Override
    default @Nullable AccountId accountId() {
        return subject().kind() == CaseSubject.Kind.ACCOUNT ? new AccountId(subject().id()) : null;
    }
}
