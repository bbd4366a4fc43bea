package io.receivables.standalone.bookimport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a row is, by the words and codes that ledgers use for it. */
enum DocumentKind {
    INVOICE(Set.of("invoice", "inv", "si", "sales invoice", "tax invoice", "accrec", "facture", "fac", "fa", "rechnung",
            "re", "rv", "dr")),
    CREDIT(Set.of("credit", "credit memo", "credit note", "cn", "crn", "sc", "accreccredit", "avoir", "av",
            "gutschrift",
            "gs", "dg")),
    PAYMENT(Set.of("payment", "pmt", "receipt", "cash receipt", "overpayment", "prepayment", "règlement", "reglement",
            "zahlung", "zahlungseingang", "dz"));

    private final Set<String> words;

    DocumentKind(Set<String> words) {
        this.words = words;
    }

    static Optional<DocumentKind> of(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.words.contains(word)).findFirst();
    }
}
