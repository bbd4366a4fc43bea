package io.receivables.query.export.accountpack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Says what each file of the pack is, and how to verify it. */
final class Readme {

    private static final String FILE = "/account-pack/README.txt";

    private Readme() {}

    static void write(OutputStream out) throws IOException {
        try (var text = Objects.requireNonNull(Readme.class.getResourceAsStream(FILE), FILE)) {
            text.transferTo(out);
        }
    }
}
