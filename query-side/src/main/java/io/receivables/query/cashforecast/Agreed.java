package io.receivables.query.cashforecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was agreed about open claims. Amounts are in minor units.
 *
 * @param doubtful marked, by invoice
 * @param disputed marked, by invoice
 * @param planned by invoice and instalment: parts and their days
 * @param promises that are open, by account, those that come first before others
 */
record Agreed(Map<String, Long> doubtful, Map<String, Long> disputed, Map<Item, List<Part>> planned,
        Map<String, List<Promise>> promises) {

    static final Agreed NOTHING = new Agreed(Map.of(), Map.of(), Map.of(), Map.of());

    record Item(String invoiceId, int instalment) {}

    record Part(LocalDate date, long amount) {}

    /**
     * @param amount that has not come yet
     * @param invoices that it is for; empty: for the account as a whole
     */
    record Promise(LocalDate date, long amount, List<String> invoices) {

        boolean isFor(String invoice) {
            return invoices.isEmpty() || invoices.contains(invoice);
        }
    }
}
