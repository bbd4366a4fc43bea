package io.receivables.bench.run;

import java.util.ArrayList;

/**
 * The product beside its reference: the ratio of each round, and the absolute numbers.
 *
 * @param ratio product divided by reference, round by round
 */
public record Comparison(Samples ratio, Samples product, Samples reference) {

    /** One round of something: returns a rate or a time. */
    public interface Round {
        double measure() throws Exception;
    }

    /** The two take turns, and who goes first changes each round, so that a slow minute of the machine hits both. */
    public static Comparison interleaved(int rounds, Round product, Round reference) throws Exception {
        var ratios = new ArrayList<Double>();
        var products = new ArrayList<Double>();
        var references = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            double ofProduct;
            double ofReference;
            if (i % 2 == 0) {
                ofProduct = product.measure();
                ofReference = reference.measure();
            } else {
                ofReference = reference.measure();
                ofProduct = product.measure();
            }
            products.add(ofProduct);
            references.add(ofReference);
            ratios.add(ofProduct / ofReference);
        }
        return new Comparison(Samples.of(ratios), Samples.of(products), Samples.of(references));
    }

    /** From samples that were taken in one round. */
    public static Comparison of(double product, double reference) {
        return new Comparison(Samples.of(product / reference), Samples.of(product), Samples.of(reference));
    }
}
