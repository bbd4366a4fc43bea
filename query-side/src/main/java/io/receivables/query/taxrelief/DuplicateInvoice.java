package io.receivables.query.taxrelief;

import io.receivables.events.invoice.InvoiceIssued;
import java.util.StringJoiner;

/**
 * The duplicate of an invoice that was not paid, as the customer gets it.
 *
 * @param text the whole paper, in the language of the law
 */
record DuplicateInvoice(String accountId, String name, String legalEntity, RelievedWriteOff writeOff, String text) {

    static DuplicateInvoice of(InvoiceIssued issued, String name, RelievedWriteOff writeOff) {
        return new DuplicateInvoice(issued.accountId().value(), name, issued.legalEntity().value(), writeOff,
                text(issued, name, writeOff));
    }

    private static String text(InvoiceIssued issued, String name, RelievedWriteOff writeOff) {
        var paper = new StringJoiner("\n", "", "\n");
        paper.add("DUPLICATA").add("Facture " + issued.invoiceNumber() + " du " + issued.issueDate());
        paper.add("Client : " + name + " (" + issued.accountId() + ")").add("");
        for (var line : issued.lines()) {
            paper.add(line.description() + " : " + line.netAmount() + " HT, TVA " + line.taxRate() + " % : "
                    + line.taxAmount());
        }
        paper.add("Total TTC : " + issued.total()).add("").add(writeOff.mention());
        return paper.toString();
    }
}
