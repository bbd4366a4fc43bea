package io.receivables.events.policy;

import io.receivables.events.account.PaymentTerms;

/** Payment terms that accounts and invoices refer to by name: "FR45EOM". */
public record TermsTemplate(String name, PaymentTerms terms) {}
