package io.receivables.query.page;

import io.receivables.platform.resource.AccountResource;
import io.receivables.platform.resource.CollectionCaseResource;
import io.receivables.platform.resource.DunningBlockResource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer account as its page shows it. */
record AccountSheet(AccountResource account, Cut cut, Amount balance, Amount amountDue, Amount overdue,
        Amount unapplied, Amount disputed, Amount doubtful, Amount exposure, @Nullable Amount creditLimit,
        @Nullable Amount headroom, List<OpenLine> openItems, @Nullable String moreOpenItems, List<CreditLine> credits,
        AgreementSheet agreements, List<FactLine> facts, @Nullable String moreFacts,
        List<ReadDunning.LetterLine> letters, List<DunningBlockResource> blocks, List<ClassChoice> classes,
        CollectionCaseResource work) {

    /** A class of receivables to look at, or ALL. */
    record ClassChoice(String name, String link, boolean chosen) {}

    /**
     * A claim that is not settled.
     *
     * @param id of the late charge, or else of the invoice
     * @param invoiceId null for a late charge on the whole account, which has no page
     * @param chargeKind null for an invoice
     * @param planDueDate by a payment plan; null without
     * @param disputed null when nothing of it is
     */
    record OpenLine(String id, @Nullable String invoiceId, @Nullable String number, @Nullable Integer instalment,
            @Nullable String chargeKind, String receivableClass, @Nullable String link, LocalDate issueDate,
            LocalDate dueDate, long daysPastDue, @Nullable LocalDate planDueDate,
            @Nullable Long planDaysPastDue, @Nullable Amount disputed, Amount amountDue, Buckets.Bucket bucket) {}

    /**
     * Money or credit that settles nothing yet.
     *
     * @param kind {@code payment} or {@code creditNote}
     * @param pending set aside for a refund
     */
    record CreditLine(String kind, String id, String number, String link, LocalDate date, Amount amount, Amount free,
            Amount pending) {}
}
