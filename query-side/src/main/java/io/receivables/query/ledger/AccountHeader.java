package io.receivables.query.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A customer account as it was opened. */
@Entity
@Immutable
@Table(schema = "ledger", name = "account")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class AccountHeader {

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Column(name = "customer_id")
    private String customerId;

    @Column(name = "legal_entity")
    private String legalEntity;

    private String currency;

    @Column(name = "opened_date")
    private LocalDate openedDate;

    private long position;

    protected AccountHeader() {}

    public String accountId() {
        return accountId;
    }

    public String customerId() {
        return customerId;
    }

    public String legalEntity() {
        return legalEntity;
    }

    public String currency() {
        return currency;
    }

    /** Whether the account was open as of then. */
    public boolean existed(AsOf asOf) {
        return position <= asOf.position() && !openedDate.isAfter(asOf.asAt());
    }
}
