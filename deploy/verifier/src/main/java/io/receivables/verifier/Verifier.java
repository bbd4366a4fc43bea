package io.receivables.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line. */
public final class Verifier {

    static final int PROVED = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int IN_PART = 3;

    private static final String HELP = """
            Checks what Receivables exports against signed checkpoints.

              verifier history     --export FILE --checkpoints FOLDER [--checkpoints FOLDER ...] --key FILE
              verifier inclusion   --proof FILE --event FILE --checkpoints FOLDER --key FILE
              verifier consistency --proof FILE --checkpoints FOLDER --key FILE
              verifier pack        --pack FILE --key FILE [--checkpoints FOLDER ...]

            history      every event of an export (GET /v1/exports/events, also compressed by gzip) is the one that was signed, at its
                         place, and none is missing
            inclusion    an event (its line of the export) is in a signed tree (GET /v1/audit/inclusion)
            consistency  a signed tree has only grown since an earlier one (GET /v1/audit/consistency)
            pack         the facts of an account pack (POST /v1/exports) read as they were stored, each of them is in the signed
                         tree, and each letter is the one whose hash is in its fact; it brings its checkpoint with it.
                         Statement, lists and other papers are held against the manifest alone, which is not signed: that they
                         are those that the service made shows the SHA-256 of the whole pack (GET /v1/exports/{id})

            --checkpoints a folder with the files that the service wrote outside its database; several copies may be named, and have
                          to agree
            --key         the public key that signs, as you got it from somewhere else than from that folder: PEM or Base64

            Ends with 0 if everything is proved, 1 if not, 2 if it was called the wrong way, 3 if nothing was found and some
            facts of a pack are in no signed tree yet.
            """;

    private final PrintStream out;
    private final List<Finding> findings = new ArrayList<>();
    private boolean inPart;

    private Verifier(PrintStream out) {
        this.out = out;
    }

    static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        return new Verifier(out).run(List.of(arguments));
    }

    private int run(List<String> arguments) {
        try {
            var options = Options.read(arguments);
            if (options.command().equals("pack")) {
                pack(options);
                return verdict();
            }
            var archive = Archive.read(options.paths("--checkpoints"),
                    PublicKeys.base64(Files.readString(options.path("--key"))), findings::add);
            switch (options.command()) {
                case "history" -> history(archive, options.path("--export"));
                case "inclusion" -> new CheckProof(archive, findings::add).inclusion(json(options.path("--proof")),
                        json(options.path("--event")));
                case "consistency" -> new CheckProof(archive, findings::add)
                        .consistency(json(options.path("--proof")));
                default -> throw new Options.Wrong("there is no command " + options.command());
            }
        } catch (Options.Wrong wrong) {
            out.println(wrong.getMessage());
            out.println();
            out.print(HELP);
            return USAGE;
        } catch (Unreadable | IOException broken) {
            findings.add(new Finding(Finding.Kind.UNREADABLE, String.valueOf(broken.getMessage())));
        }
        return verdict();
    }

    private int verdict() {
        findings.forEach(out::println);
        if (!findings.isEmpty()) {
            out.println("NOT PROVED: " + findings.size() + " finding(s)");
            return FINDINGS;
        }
        out.println(inPart ? "PROVED IN PART" : "PROVED");
        return inPart ? IN_PART : PROVED;
    }

    private void history(Archive archive, Path export) throws IOException {
        var result = new CheckHistory(archive, findings::add).check(export);
        out.println(result.events() + " events up to position " + result.lastPosition() + " were read; "
                + result.covered() + " of them agree with " + archive.checkpoints().size() + " checkpoint(s).");
        if (result.covered() < result.events()) {
            out.println((result.events() - result.covered()) + " event(s) at the end are covered by no checkpoint"
                    + " that agrees: nothing is proved of them.");
        }
    }

    private void pack(Options options) throws IOException {
        var key = PublicKeys.base64(Files.readString(options.path("--key")));
        var copies = options.has("--checkpoints") ? options.paths("--checkpoints") : List.<Path>of();
        var pack = options.path("--pack");
        var result = Files.isDirectory(pack)
                ? CheckPack.check(pack, copies, key, findings::add)
                : CheckPack.checkZip(pack, copies, key, findings::add);
        out.println("account " + result.account() + " as at " + result.asAt() + ": " + result.files() + " files, "
                + result.events() + " events, " + result.proved() + " of them in the signed tree.");
        if (result.proved() < result.events()) {
            inPart = true;
            out.println((result.events() - result.proved())
                    + " event(s) are in no signed tree: nothing is proved of them.");
        }
    }

    private static Json json(Path file) throws IOException {
        return Json.read(Files.readString(file).strip());
    }
}
