package io.receivables.query.ledger;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Documents by their id. */
public interface DocumentHeaders extends Repository<DocumentHeader, DocumentHeader.Key> {

    Optional<DocumentHeader> findById(DocumentHeader.Key key);
}
