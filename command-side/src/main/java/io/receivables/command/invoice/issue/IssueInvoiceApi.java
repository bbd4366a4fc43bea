package io.receivables.command.invoice.issue;

import io.receivables.command.account.TermsBody;
import io.receivables.command.document.LineBody;
import io.receivables.command.document.OpeningBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.DocumentNumber;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.TaxMode;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IssueInvoiceApi {

    private static final int MOST_INSTALMENTS = 120;

    private final Commands commands;

    IssueInvoiceApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable InvoiceId invoiceId, DocumentNumber invoiceNumber, AccountId accountId, LocalDate issueDate,
            @Nullable LocalDate supplyDate, @Nullable List<LineBody> lines, @Nullable Money total,
            @Nullable LocalDate dueDate, @Nullable List<InstalmentBody> instalments, @Nullable DiscountBody discount,
            @Nullable TermsBody terms, @Nullable ReceivableClass receivableClass, @Nullable OpeningBody opening,
            @Nullable CreditOverrideId creditOverrideId) {}

    record InstalmentBody(LocalDate dueDate, Money amount) {}

    record DiscountBody(@Nullable Percentage percent, @Nullable Money amount, LocalDate until,
            @Nullable TaxMode taxMode) {}

    @PostMapping("/v1/invoices")
    ResponseEntity<byte[]> issue(@RequestBody Body body, CommandContext context) {
        var lines = LineBody.lines(body.lines());
        var total = LineBody.total(lines, body.total());
        if (body.dueDate() != null && body.instalments() != null) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/dueDate", "either dueDate or instalments, not both");
        }
        if (body.terms() != null && (body.dueDate() != null || body.instalments() != null)) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/terms",
                    "either terms or the due dates themselves, not both");
        }
        if (body.dueDate() != null && body.dueDate().isBefore(body.issueDate())) {
            throw Amounts.refusal(ProblemCode.DUE_BEFORE_ISSUE, "/dueDate",
                    "due " + body.dueDate() + " is before the issue date " + body.issueDate());
        }
        return commands
                .send(new IssueInvoice(Ids.orNext(body.invoiceId(), InvoiceId::new), body.invoiceNumber().value(),
                        body.accountId(), body.issueDate(), body.supplyDate(), lines, total, body.dueDate(),
                        instalments(body.instalments()), discount(body.discount(), lines, total, body.issueDate()),
                        body.terms() == null ? null : body.terms().toTerms(), body.receivableClass(),
                        OpeningBody.of(body.opening(), body.issueDate(), total),
                        body.creditOverrideId()), context);
    }

    private static @Nullable List<Instalment> instalments(@Nullable List<InstalmentBody> bodies) {
        if (bodies == null) {
            return null;
        }
        if (bodies.isEmpty() || bodies.size() > MOST_INSTALMENTS) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/instalments",
                    "1 to " + MOST_INSTALMENTS + " instalments are expected, not " + bodies.size());
        }
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> new Instalment(i + 1, bodies.get(i).dueDate(), bodies.get(i).amount()))
                .toList();
    }

    private static @Nullable EarlyPaymentDiscount discount(@Nullable DiscountBody body, List<InvoiceLine> lines,
            Money total, LocalDate issueDate) {
        if (body == null) {
            return null;
        }
        if (body.percent() == null && body.amount() == null || body.percent() != null && body.amount() != null) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/discount", "either percent or amount is expected");
        }
        var taxMode = body.taxMode() == null ? TaxMode.INCLUDED : body.taxMode();
        var amount = body.amount() != null
                ? body.amount()
                : InvoiceDiscount.amount(Objects.requireNonNull(body.percent()), taxMode, lines, total);
        Amounts.requireCurrency(total.currency(), amount, "/discount/amount");
        Amounts.requirePositive(amount, "/discount");
        if (!total.isGreaterThan(amount)) {
            throw Amounts.refusal(ProblemCode.DISCOUNT_TOO_LARGE, "/discount",
                    "a discount of " + amount + " is not below the total of " + total);
        }
        if (body.until().isBefore(issueDate)) {
            throw Amounts.refusal(ProblemCode.DUE_BEFORE_ISSUE, "/discount/until",
                    "until " + body.until() + " is before the issue date " + issueDate);
        }
        return new EarlyPaymentDiscount(amount, body.until(), taxMode);
    }
}
