package io.receivables.standalone.bookimport;

import io.receivables.events.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a document of a row, or says everything that is wrong with it. */
final class RowReader {

    private static final Pattern POINT = pattern("[ \u00a0\u202f'’,]", "\\.");
    private static final Pattern COMMA = pattern("[ \u00a0\u202f'’.]", ",");

    private final BookKind kind;
    private final Columns columns;
    private final List<DateTimeFormatter> dates;
    private final Dialect dialect;

    RowReader(BookKind kind, Columns columns, Dialect dialect) {
        this.kind = kind;
        this.columns = columns;
        this.dialect = dialect;
        this.dates = dialect.dates();
    }

    BookRow read(long line, List<String> cells) {
        return new Row(line, cells).read();
    }

    /** Digits, alone or in groups of three, with a sign before or behind, or in brackets. */
    private static Pattern pattern(String grouping, String decimal) {
        return Pattern
                .compile("(?<open>\\()?(?<before>[-+])?(?<whole>[0-9]{1,3}(?:" + grouping + "[0-9]{3})+|[0-9]+)(?:"
                        + decimal + "(?<fraction>[0-9]+))?(?<behind>-)?(?<close>\\))?");
    }

    private final class Row {

        private final long line;
        private final List<String> cells;
        private final List<Finding> findings = new ArrayList<>();

        private Row(long line, List<String> cells) {
            this.line = line;
            this.cells = cells;
        }

        private BookRow read() {
            var currency = currency();
            var amount = amount(Field.AMOUNT, currency);
            var open = amount(Field.OPEN_AMOUNT, currency);
            boolean residue = kind == BookKind.OPEN_ITEMS;
            var counts = residue ? first(open, amount) : first(amount, open);
            if (counts == null && findings.stream().noneMatch(it -> isAmount(it.column()))) {
                missing(residue ? Field.OPEN_AMOUNT : Field.AMOUNT);
            }
            var type = type();
            var issueDate = date(Field.ISSUE_DATE, true);
            var dueDate = date(Field.DUE_DATE, false);
            var terms = terms(dueDate);
            var customer = first(text(Field.CUSTOMER), text(Field.ACCOUNT));
            if (customer == null) {
                missing(Field.CUSTOMER);
            }
            var signed = type != null && counts != null ? signed(type, counts) : null;
            if (type != null && type != DocumentKind.PAYMENT && text(Field.NUMBER) == null) {
                missing(Field.NUMBER);
            }
            var original = residue && open != null && amount != null ? original(open, amount) : null;
            if (!findings.isEmpty() || signed == null || issueDate == null || customer == null || type == null) {
                return new BookRow(line, counts, signed, null, List.copyOf(findings));
            }
            if (residue && signed.isZero()) {
                return new BookRow(line, counts, signed, null, List.of());
            }
            var document = type == DocumentKind.INVOICE && signed.isNegative() ? DocumentKind.CREDIT : type;
            var due = dueDate == null && terms != null ? issueDate.plusDays(terms.netDays()) : dueDate;
            return new BookRow(line, counts, signed,
                    new Item(line, document, text(Field.ACCOUNT), customer, text(Field.NAME),
                            text(Field.NUMBER), issueDate, document == DocumentKind.INVOICE ? due : null,
                            positive(signed),
                            original, text(Field.REFERENCE), terms),
                    List.of());
        }

        /** Ledgers write credits with or without a sign; to the balance they are below zero. */
        private Money signed(DocumentKind type, Money amount) {
            return type == DocumentKind.INVOICE ? amount : positive(amount).negated();
        }

        private Money positive(Money amount) {
            return amount.isNegative() ? amount.negated() : amount;
        }

        private @Nullable Money original(Money open, Money amount) {
            if (open.isNegative() && amount.isPositive() || open.isPositive() && amount.isNegative()) {
                wrong(Field.OPEN_AMOUNT, "VALUE_INVALID",
                        "the open amount " + open + " and the original amount " + amount
                                + " have different signs");
                return null;
            }
            return positive(amount);
        }

        private @Nullable DocumentKind type() {
            var text = text(Field.TYPE);
            if (text == null) {
                return DocumentKind.INVOICE;
            }
            var type = DocumentKind.of(text);
            if (type.isEmpty()) {
                wrong(Field.TYPE, "VALUE_INVALID", text + " is not known as an invoice, a credit or a payment");
            }
            return type.orElse(null);
        }

        private @Nullable Currency currency() {
            var text = text(Field.CURRENCY);
            if (text == null) {
                missing(Field.CURRENCY);
                return null;
            }
            try {
                var currency = Currency.getInstance(text.toUpperCase(Locale.ROOT));
                if (currency.getDefaultFractionDigits() >= 0) {
                    return currency;
                }
            } catch (IllegalArgumentException unknown) {
                // Said below.
            }
            wrong(Field.CURRENCY, "CURRENCY_UNKNOWN", text + " is no currency of ISO 4217");
            return null;
        }

        private @Nullable Money amount(Field field, @Nullable Currency currency) {
            var text = text(field);
            if (text == null || currency == null) {
                return null;
            }
            var match = (dialect.decimalSign() == ',' ? COMMA : POINT).matcher(text);
            if (!match.matches() || (match.group("open") == null) != (match.group("close") == null)) {
                wrong(field, "AMOUNT_INVALID",
                        text + " is not an amount with the decimal sign " + dialect.decimalSign());
                return null;
            }
            var fraction = match.group("fraction");
            var value = new BigDecimal(
                    match.group("whole").replaceAll("[^0-9]", "") + (fraction == null ? "" : "." + fraction));
            boolean negative = match.group("open") != null || match.group("behind") != null
                    || "-".equals(match.group("before"));
            var exact = value.stripTrailingZeros();
            if (exact.scale() > currency.getDefaultFractionDigits()) {
                wrong(field, "SCALE_TOO_FINE", text + " has more than the " + currency.getDefaultFractionDigits()
                        + " decimals of " + currency.getCurrencyCode());
                return null;
            }
            if (exact.precision() - exact.scale() > 15) {
                wrong(field, "AMOUNT_INVALID", text + " is not below 10 to the power of 15");
                return null;
            }
            return new Money(negative ? value.negate() : value, currency);
        }

        private @Nullable LocalDate date(Field field, boolean required) {
            var text = text(field);
            if (text == null) {
                if (required) {
                    missing(field);
                }
                return null;
            }
            for (var format : dates) {
                try {
                    return LocalDate.parse(text, format);
                } catch (DateTimeException another) {
                    // The next pattern may fit.
                }
            }
            wrong(field, "DATE_INVALID",
                    text + " is no date of the form " + String.join(" or ", dialect.datePatterns()));
            return null;
        }

        /** Terms that cannot be read do no harm when the row says itself when it is due. */
        private @Nullable Terms terms(@Nullable LocalDate dueDate) {
            var text = text(Field.TERMS);
            var terms = text == null ? null : Terms.of(text).orElse(null);
            if (text != null && terms == null && dueDate == null) {
                wrong(Field.TERMS, "VALUE_INVALID",
                        text + " cannot be read as terms such as 30, Net 30 or 2/10 net 30, and there is no due date");
            }
            return terms;
        }

        private boolean isAmount(String column) {
            return column.equals(columns.nameOf(Field.AMOUNT)) || column.equals(columns.nameOf(Field.OPEN_AMOUNT))
                    || column.equals(columns.nameOf(Field.CURRENCY));
        }

        private @Nullable String text(Field field) {
            return columns.value(field, cells);
        }

        private void missing(Field field) {
            wrong(field, "REQUIRED", "is empty");
        }

        private void wrong(Field field, String code, String detail) {
            findings.add(new Finding(line, columns.nameOf(field), code, detail));
        }

        private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
            return one != null ? one : other;
        }
    }
}
