package io.receivables.command.invoice;

import io.receivables.command.invoice.DatedInstalment.Kind;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.InvoiceResource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an invoice is feared to be lost, was given up, and came in all the same, with the tax of it. */
final class Losses {

    private final Currency currency;
    private final OpenInstalments instalments;
    private final PrincipalHistory principal;
    private final WriteOffs writeOffs;
    private final Recoveries recoveries;
    private final Doubtfuls doubtfuls;
    private final DatedAmounts taxRelieved;

    Losses(InvoiceIssued issued, OpenInstalments instalments, PrincipalHistory principal) {
        this.currency = issued.total().currency();
        this.instalments = instalments;
        this.principal = principal;
        var reliefs = new TaxReliefs(issued);
        writeOffs = new WriteOffs(issued, instalments, reliefs);
        recoveries = new Recoveries(issued, reliefs);
        doubtfuls = new Doubtfuls(issued, instalments);
        taxRelieved = new DatedAmounts(currency);
    }

    WriteOffs writeOffs() {
        return writeOffs;
    }

    Recoveries recoveries() {
        return recoveries;
    }

    Doubtfuls doubtfuls() {
        return doubtfuls;
    }

    void evolve(InvoiceWrittenOff event) {
        writeOffs.writtenOff(event);
        recoveries.writtenOff(event.parts(), event.effectiveDate());
        instalments.reduce(Kind.WRITTEN_OFF, event.parts(), event.effectiveDate());
        taxRelieved.add(event.effectiveDate(), taxOf(event.relief()));
        principal.reduced(event.parts(), event.effectiveDate());
    }

    void evolve(WriteOffReversed event) {
        writeOffs.reversed(event);
        recoveries.writeOffReversed(event.parts(), event.effectiveDate());
        instalments.restore(Kind.WRITTEN_OFF, event.parts(), event.effectiveDate());
        taxRelieved.take(event.effectiveDate(), taxOf(event.relief()));
        principal.restored(event.parts(), event.effectiveDate());
    }

    void evolve(WrittenOffAmountRecovered event) {
        recoveries.recovered(event);
        taxRelieved.take(event.effectiveDate(), taxOf(event.taxDue()));
    }

    void evolve(RecoveryReversed event) {
        recoveries.reversed(event);
        taxRelieved.add(event.effectiveDate(), taxOf(event.taxDue()));
    }

    private Money taxOf(@Nullable TaxRelief relief) {
        return taxOf(relief == null ? null : relief.perRate());
    }

    private Money taxOf(@Nullable List<TaxShare> shares) {
        return TaxShare.taxOf(shares == null ? List.of() : shares, currency);
    }

    /** What of an instalment was written off, and is, after one day and up to another. */
    Money writtenOff(int instalment, LocalDate after, LocalDate until) {
        var lost = instalments.require(instalment).of(Kind.WRITTEN_OFF);
        var amount = lost.at(until).minus(lost.at(after));
        return amount.isPositive() ? amount : Money.zero(currency);
    }

    /** With what is contested, which may be lost as well. */
    InvoiceResource.Losses at(LocalDate date, Disputes disputes, long version) {
        return new InvoiceResource.Losses(recoveries.at(date), doubtfuls.at(date), taxRelieved.at(date),
                doubtfuls.linesAt(date), disputes.at(date), disputes.linesAt(date, version));
    }
}
