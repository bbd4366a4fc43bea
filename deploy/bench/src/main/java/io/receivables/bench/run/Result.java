package io.receivables.bench.run;

/**
 * The medians of a figure.
 *
 * @param moreIsBetter true of rates, false of times
 */
public record Result(String figure, double product, double reference, boolean moreIsBetter) {

    public double ratio() {
        return product / reference;
    }

    String line() {
        return String.join("\t", figure, String.valueOf(product), String.valueOf(reference),
                String.valueOf(moreIsBetter));
    }

    static Result of(String line) {
        var cells = line.split("\t");
        return new Result(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2]),
                Boolean.parseBoolean(cells[3]));
    }
}
