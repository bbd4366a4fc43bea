package io.receivables.query.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An invoice, payment or credit note as it began. */
@Entity
@Immutable
@Table(schema = "ledger", name = "document")
@IdClass(DocumentHeader.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class DocumentHeader {

    /** Type and id. */
    public record Key(DocumentType type, String id) implements Serializable {}

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "document_type")
    private DocumentType type;

    @Id
    @Column(name = "document_id")
    private String id;

    @Column(name = "legal_entity")
    private String legalEntity;

    @Column(name = "account_id")
    private @Nullable String accountId;

    private String currency;

    @Column(name = "effective_date")
    private LocalDate effectiveDate;

    private long position;

    protected DocumentHeader() {}

    public String legalEntity() {
        return legalEntity;
    }

    public String currency() {
        return currency;
    }

    /** Whether the document existed as of then. */
    public boolean existed(AsOf asOf) {
        return position <= asOf.position() && !effectiveDate.isAfter(asOf.asAt());
    }
}
