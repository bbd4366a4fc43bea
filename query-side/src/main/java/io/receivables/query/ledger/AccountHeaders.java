package io.receivables.query.ledger;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Customer accounts by their id. */
public interface AccountHeaders extends Repository<AccountHeader, String> {

    Optional<AccountHeader> findById(String accountId);
}
