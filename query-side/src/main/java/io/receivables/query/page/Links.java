package io.receivables.query.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a page leads to, from one viewpoint. */
record Links(Viewpoint viewpoint) {

    static final Links LIVE = new Links(Viewpoint.LIVE);

    public String account(String id) {
        return to("/accounts/{id}", id);
    }

    public String invoice(String id) {
        return to("/invoices/{id}", id);
    }

    public String payment(String id) {
        return to("/payments/{id}", id);
    }

    public String creditNote(String id) {
        return to("/credit-notes/{id}", id);
    }

    public String event(long position) {
        return to("/events/{position}", Long.toString(position));
    }

    /** What a figure of an account is made of; {@code 0} is the first bucket. */
    public String explain(String account, String bucket) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("accountId", account);
        parameters.put("bucket", bucket);
        return url("/explain", with(parameters));
    }

    /** Why the balance of an account is another one than it was known to be. */
    public String diff(String account) {
        return url("/diff", with(Map.of("accountId", account)));
    }

    /** The same of all accounts of a legal entity. */
    public String diff(String legalEntity, String currency, LocalDate asAt) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("legalEntity", legalEntity);
        parameters.put("currency", currency);
        var all = with(parameters);
        all.put("asAt", asAt.toString());
        return url("/diff", all);
    }

    public String search(String q) {
        return url("/search", with(Map.of("q", q)));
    }

    /** The accounts of a customer. */
    public String customer(String id) {
        return url("/search", with(Map.of("customerId", id)));
    }

    public String creditBalances() {
        return url("/credit-balances", with(Map.of()));
    }

    public String approvals() {
        return url("/approvals", with(Map.of()));
    }

    public String collectionQueue() {
        return url("/collection-queue", with(Map.of()));
    }

    public String collections() {
        return url("/collections", with(Map.of()));
    }

    /** A worklist of collectors. */
    public String collection(String queue) {
        return to("/collections/{queue}", queue);
    }

    /** What was done to collect what an account owes. */
    public String collectionFile(String id) {
        return to("/accounts/{id}/collection", id);
    }

    /** The statement of an account up to the date, to be printed. */
    public String statement(String id) {
        return to("/accounts/{id}/statement.pdf", id);
    }

    public String factoring() {
        return url("/factoring", with(Map.of()));
    }

    public String kpis() {
        return url("/kpis", with(Map.of()));
    }

    public String creditPolicies() {
        return url("/credit-policies", with(Map.of()));
    }

    public String dunning() {
        return url("/dunning", with(Map.of()));
    }

    public String dunningRun(String id) {
        return to("/dunning/{id}", id);
    }

    public String dunningLetter(String id) {
        return to("/dunning-letters/{id}", id);
    }

    public String periods() {
        return url("/periods", with(Map.of()));
    }

    public String period(String legalEntity, String month) {
        return url(UriComponentsBuilder.fromPath("/periods/{legalEntity}/{month}")
                .build()
                .expand(legalEntity, month)
                .encode()
                .toUriString(), with(Map.of()));
    }

    /** The page of a stream, or null if it has none. */
    public @Nullable String stream(String type, String id) {
        return switch (type) {
            case "CustomerAccount" -> account(id);
            case "Invoice" -> invoice(id);
            case "Payment" -> payment(id);
            case "CreditNote" -> creditNote(id);
            case "DunningRun" -> dunningRun(id);
            case "DunningLetter" -> dunningLetter(id);
            default -> null;
        };
    }

    public String agedBalance() {
        return url("/", with(Map.of()));
    }

    public String agedBalance(String legalEntity, String currency) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("legalEntity", legalEntity);
        parameters.put("currency", currency);
        return url("/", with(parameters));
    }

    private String to(String path, String id) {
        return url(UriComponentsBuilder.fromPath(path).build().expand(id).encode().toUriString(), with(Map.of()));
    }

    private Map<String, @Nullable String> with(Map<String, ? extends @Nullable String> parameters) {
        var all = new LinkedHashMap<String, @Nullable String>(parameters);
        all.put("asAt", viewpoint.asAt());
        all.put("asKnown", viewpoint.asKnown());
        all.put("basis", viewpoint.basis());
        all.put("edges", viewpoint.edges());
        all.put("receivableClass", viewpoint.classChosen());
        return all;
    }

    /** The path, encoded already, with those parameters that have a value. */
    static String url(String path, Map<String, ? extends @Nullable String> parameters) {
        var url = UriComponentsBuilder.fromUriString(path);
        var values = new LinkedHashMap<String, Object>();
        parameters.forEach((name, value) -> {
            if (value != null) {
                url.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        return url.encode().buildAndExpand(values).toUriString();
    }
}
