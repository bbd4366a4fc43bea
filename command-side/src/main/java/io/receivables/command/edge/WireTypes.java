package io.receivables.command.edge;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PromiseId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.contact.ContactId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How values enter: strictly. History is read by another serializer, leniently, so that tightening a rule here leaves
 * old events readable.
 */
final class WireTypes {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");
    private static final Pattern PERCENTAGE = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);
    private static final int TEXT_LENGTH = 500;
    private static final int NUMBER_LENGTH = 64;

    private WireTypes() {}

    static SimpleModule module() {
        var module = new SimpleModule("receivables-wire");
        module.addDeserializer(Money.class, new MoneyReader());
        add(module, String.class, (text, parser) -> text(text, TEXT_LENGTH, parser));
        add(module, DocumentNumber.class, (text, parser) -> new DocumentNumber(text(text, NUMBER_LENGTH, parser)));
        add(module, LocalDate.class, WireTypes::date);
        add(module, Percentage.class, WireTypes::percentage);
        add(module, Currency.class, WireTypes::currency);
        add(module, ZoneId.class, WireTypes::zone);
        add(module, LegalEntityId.class, (text, parser) -> new LegalEntityId(id(text, parser)));
        add(module, AccountId.class, (text, parser) -> new AccountId(id(text, parser)));
        add(module, CustomerId.class, (text, parser) -> new CustomerId(id(text, parser)));
        add(module, InvoiceId.class, (text, parser) -> new InvoiceId(id(text, parser)));
        add(module, PaymentId.class, (text, parser) -> new PaymentId(id(text, parser)));
        add(module, ChargeId.class, (text, parser) -> new ChargeId(id(text, parser)));
        add(module, CreditNoteId.class, (text, parser) -> new CreditNoteId(id(text, parser)));
        add(module, CreditOverrideId.class, (text, parser) -> new CreditOverrideId(id(text, parser)));
        add(module, DunningLetterId.class, (text, parser) -> new DunningLetterId(id(text, parser)));
        add(module, DunningRunId.class, (text, parser) -> new DunningRunId(id(text, parser)));
        add(module, PromiseId.class, (text, parser) -> new PromiseId(id(text, parser)));
        add(module, PaymentPlanId.class, (text, parser) -> new PaymentPlanId(id(text, parser)));
        add(module, ContactId.class, (text, parser) -> new ContactId(id(text, parser)));
        add(module, FactoringId.class, (text, parser) -> new FactoringId(id(text, parser)));
        add(module, FactorId.class, (text, parser) -> new FactorId(id(text, parser)));
        add(module, CreditGroupId.class, (text, parser) -> new CreditGroupId(id(text, parser)));
        return module;
    }

    /** Reads one JSON string. */
    private interface Reader<T> {
        T read(String text, JsonParser parser);
    }

    private static <T> void add(SimpleModule module, Class<T> type, Reader<T> reader) {
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    throw new BadValue(parser, ProblemCode.WRONG_TYPE, "a JSON string is expected");
                }
                return reader.read(parser.getString(), parser);
            }
        });
    }

    private static String text(String raw, int maxLength, JsonParser parser) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > maxLength) {
            throw new BadValue(parser, ProblemCode.TEXT_INVALID,
                    "1 to " + maxLength + " characters are expected, not " + length);
        }
        if (text.codePoints().anyMatch(WireTypes::isForbidden)) {
            throw new BadValue(parser, ProblemCode.TEXT_INVALID,
                    "control and bidi-override characters are not allowed");
        }
        return text;
    }

    /** Control characters, lone surrogates, and the marks that make a text read differently from what it says. */
    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE
                || codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    private static String id(String text, JsonParser parser) {
        if (!ID.matcher(text).matches()) {
            throw new BadValue(parser, ProblemCode.ID_INVALID, "an id is 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        return text;
    }

    private static LocalDate date(String text, JsonParser parser) {
        try {
            var date = DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
            if (date != null && !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE)) {
                return date;
            }
        } catch (DateTimeException e) {
            // A day that the calendar lacks, such as 30 February: refused below like any other bad date.
        }
        throw new BadValue(parser, ProblemCode.DATE_INVALID,
                "a date from " + FIRST_DATE + " to " + LAST_DATE + " is expected");
    }

    private static Percentage percentage(String text, JsonParser parser) {
        if (PERCENTAGE.matcher(text).matches()) {
            var value = new BigDecimal(text);
            if (value.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return new Percentage(value);
            }
        }
        throw new BadValue(parser, ProblemCode.PERCENTAGE_INVALID, "a percentage from 0 to 100 is expected");
    }

    static Currency currency(String text, JsonParser parser) {
        try {
            var currency = Currency.getInstance(text);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // Not in ISO 4217: refused below.
        }
        throw new BadValue(parser, ProblemCode.CURRENCY_UNKNOWN, "an ISO 4217 code of money in use is expected");
    }

    private static ZoneId zone(String text, JsonParser parser) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        throw new BadValue(parser, ProblemCode.VALUE_INVALID, "a time zone such as Europe/Paris is expected");
    }

    private static final class MoneyReader extends ValueDeserializer<Money> {

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new BadValue(parser, ProblemCode.WRONG_TYPE, "{\"amount\",\"currency\"} is expected");
            }
            var node = context.readTree(parser);
            for (var name : node.propertyNames()) {
                if (!"amount".equals(name) && !"currency".equals(name)) {
                    throw at(new BadValue(parser, ProblemCode.UNKNOWN_FIELD, "no such field"), name);
                }
            }
            var amount = string(node, "amount", parser);
            if (!AMOUNT.matcher(amount).matches()) {
                throw at(new BadValue(parser, ProblemCode.AMOUNT_INVALID,
                        "a decimal below 10^15 without sign, blank, exponent or leading zero is expected"), "amount");
            }
            var currency = currency(string(node, "currency", parser), parser);
            var value = new BigDecimal(amount);
            if (value.scale() > currency.getDefaultFractionDigits()) {
                throw at(new BadValue(parser, ProblemCode.SCALE_TOO_FINE, currency.getCurrencyCode() + " has "
                        + currency.getDefaultFractionDigits() + " decimals, not " + value.scale()), "amount");
            }
            return new Money(value, currency);
        }

        private String string(JsonNode node, String name, JsonParser parser) {
            var field = node.get(name);
            if (field == null || field.isNull()) {
                throw at(new BadValue(parser, ProblemCode.REQUIRED, "is required"), name);
            }
            if (!field.isString()) {
                throw at(new BadValue(parser, ProblemCode.WRONG_TYPE, "a JSON string is expected"), name);
            }
            return field.stringValue();
        }

        private BadValue at(BadValue bad, String name) {
            bad.prependPath(this, name);
            return bad;
        }
    }
}
