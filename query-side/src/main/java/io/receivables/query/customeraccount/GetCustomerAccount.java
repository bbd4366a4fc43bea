package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.AccountResource;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.SnapshotRead;
import java.util.List;
import org.springframework.stereotype.Service;

/** Answers what a customer account was at a date, as known on a day. */
@Service
@SnapshotRead
public class GetCustomerAccount {

    private final AccountAccess access;
    private final Accounts accounts;

    GetCustomerAccount(AccountAccess access, Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    public AccountResource handle(AccountId id, AsOfRequest request) {
        return handle(id, ClassFilter.ALL, request);
    }

    /** With what it owes of that class. */
    public AccountResource handle(AccountId id, ClassFilter of, AsOfRequest request) {
        var asOf = access.require(id.value(), request);
        return accounts.of(List.of(id.value()), of, asOf).getFirst();
    }
}
