package io.receivables.standalone.bookimport;

import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands that record a book: first the accounts, then the documents. Ids and keys follow from what a row says, so
 * that the same row is the same command at every import, also when other rows of the file were put right meanwhile.
 */
final class BookCommands {

    /** To be raised when a row would be sent in another shape: the new commands then have keys of their own. */
    private static final String KEYS = "import-1/";

    private final BookKind kind;
    private final String legalEntity;
    private final @Nullable LocalDate cutOver;
    private final @Nullable LocalDate accountsFrom;
    private final JsonMapper json = new JsonMapper();

    /**
     * @param cutOver the day from which open items count; null when the documents are this book's own
     * @param accountsFrom from when on new accounts are open; null means the cut-over, or their first document
     */
    BookCommands(BookKind kind, String legalEntity, @Nullable LocalDate cutOver, @Nullable LocalDate accountsFrom) {
        this.kind = kind;
        this.legalEntity = legalEntity;
        this.cutOver = cutOver;
        this.accountsFrom = accountsFrom;
    }

    List<BatchLine> of(List<Item> items) {
        var accounts = new LinkedHashMap<String, List<Item>>();
        items.forEach(item -> accounts.computeIfAbsent(accountOf(item), _ -> new ArrayList<>()).add(item));
        var lines = new ArrayList<BatchLine>();
        accounts.forEach((account, its) -> lines.add(opening(account, its)));
        var same = new HashMap<String, Integer>();
        items.forEach(item -> lines.add(document(item, same)));
        return lines;
    }

    /** A customer has an account per legal entity and currency. */
    private String accountOf(Item item) {
        return Ids.of(item.account() != null
                ? item.account()
                : item.customer() + "-" + legalEntity + "-" + item.total().currency().getCurrencyCode());
    }

    private BatchLine opening(String account, List<Item> items) {
        var first = items.getFirst();
        var name = items.stream().map(Item::name).filter(Objects::nonNull).findFirst().orElse(first.customer());
        var from = accountsFrom != null
                ? accountsFrom
                : cutOver != null
                        ? cutOver
                        : items.stream().map(Item::issueDate).min(Comparator.naturalOrder()).orElseThrow();
        var body = new LinkedHashMap<String, Object>();
        body.put("accountId", account);
        body.put("customerId", Ids.of(first.customer()));
        body.put("name", name);
        body.put("legalEntity", legalEntity);
        body.put("currency", first.total().currency().getCurrencyCode());
        items.stream()
                .map(Item::terms)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(terms -> body.put("terms", Map.of("netDays", terms.netDays())));
        body.put("effectiveDate", from);
        return line("OpenCustomerAccount", body, first.line(), null);
    }

    private BatchLine document(Item item, Map<String, Integer> same) {
        return switch (item.kind()) {
            case INVOICE -> line("IssueInvoice", invoice(item), item.line(), item.total());
            case CREDIT -> line("IssueCreditNote", creditNote(item), item.line(), item.total().negated());
            case PAYMENT -> line("ReceivePayment", payment(item, same), item.line(), item.total().negated());
        };
    }

    private Map<String, Object> invoice(Item item) {
        var body = new LinkedHashMap<String, Object>();
        body.put("invoiceId", idOf(item));
        body.put("invoiceNumber", item.number());
        body.put("accountId", accountOf(item));
        body.put("issueDate", item.issueDate());
        body.put("total", money(item.total()));
        if (item.dueDate() != null) {
            body.put("dueDate", item.dueDate());
        }
        var terms = item.terms();
        if (terms != null && terms.discountPercent() != null) {
            body.put("discount", Map.of("percent", terms.discountPercent(), "until",
                    item.issueDate().plusDays(terms.discountDays())));
        }
        return opened(item, body);
    }

    private Map<String, Object> creditNote(Item item) {
        var body = new LinkedHashMap<String, Object>();
        body.put("creditNoteId", idOf(item));
        body.put("creditNoteNumber", item.number());
        body.put("accountId", accountOf(item));
        body.put("issueDate", item.issueDate());
        body.put("total", money(item.total()));
        body.put("reason", item.reference() == null ? "imported" : item.reference());
        return opened(item, body);
    }

    private Map<String, Object> payment(Item item, Map<String, Integer> same) {
        var body = new LinkedHashMap<String, Object>();
        body.put("accountId", accountOf(item));
        body.put("amount", money(item.total()));
        body.put("receivedDate", item.issueDate());
        body.put("method", "OTHER");
        if (item.reference() != null || item.number() != null) {
            body.put("reference", item.reference() != null ? item.reference() : item.number());
        }
        if (item.number() != null) {
            body.put("paymentId", idOf(item));
        } else {
            // Two payments that say the same are two payments: the second one is told apart by being the second.
            var words = json.writeValueAsString(body);
            int times = same.merge(words, 1, Integer::sum);
            body.put("paymentId", Ids.of(legalEntity + "-" + Ids.hash(words).substring(0, 16) + "-" + times));
        }
        return opened(item, body);
    }

    private Map<String, Object> opened(Item item, Map<String, Object> body) {
        if (kind == BookKind.OPEN_ITEMS) {
            var opening = new LinkedHashMap<String, Object>();
            opening.put("cutOverDate", Objects.requireNonNull(cutOver));
            if (item.originalTotal() != null) {
                opening.put("originalTotal", money(item.originalTotal()));
            }
            body.put("opening", opening);
        }
        return body;
    }

    /** Ids are unique over all legal entities, numbers only within one. */
    private String idOf(Item item) {
        return Ids.of(legalEntity + "-" + Objects.requireNonNull(item.number()));
    }

    private static Map<String, String> money(Money money) {
        var written = new LinkedHashMap<String, String>();
        written.put("amount", money.amount().toPlainString());
        written.put("currency", money.currency().getCurrencyCode());
        return written;
    }

    private BatchLine line(String command, Map<String, Object> body, long row, @Nullable Money amount) {
        var key = KEYS + command + "/" + Ids.hash(json.writeValueAsString(body)).substring(0, 32);
        return new BatchLine(key, command, body, row, amount);
    }
}
