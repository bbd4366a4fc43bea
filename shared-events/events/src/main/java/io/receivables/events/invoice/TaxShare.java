package io.receivables.events.invoice;

import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.util.Currency;
import java.util.List;

/** An amount at one rate of value added tax. */
public record TaxShare(Percentage taxRate, Money net, Money tax) {

    public static Money taxOf(List<TaxShare> shares, Currency currency) {
        return shares.stream().map(TaxShare::tax).reduce(Money.zero(currency), Money::plus);
    }

    public static Money netOf(List<TaxShare> shares, Currency currency) {
        return shares.stream().map(TaxShare::net).reduce(Money.zero(currency), Money::plus);
    }
}
