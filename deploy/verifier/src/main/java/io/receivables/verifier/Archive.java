package io.receivables.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is in folders of checkpoints: those whose signature holds, by their size, one of each. */
final class Archive {

    private final List<KeyStatement> keys = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Consumer<Finding> findings;

    private Archive(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /**
     * @param folders copies that were kept apart; what is in both has to agree
     * @param trustedKey Base64; the key that the verifying person got from somewhere else
     */
    static Archive read(List<Path> folders, String trustedKey, Consumer<Finding> findings) throws IOException {
        var archive = new Archive(findings);
        var statements = archive.all(folders, "key-", KeyStatement::of);
        archive.keys.addAll(archive.chain(statements, trustedKey));
        archive.all(folders, "checkpoint-", Checkpoint::of).stream().filter(archive::isGenuine).forEach(archive::add);
        if (archive.checkpoints.isEmpty()) {
            findings.accept(new Finding(Finding.Kind.NOTHING_SIGNED, "there is no checkpoint that can be believed"));
        }
        return archive;
    }

    /** By rising size. */
    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    @Nullable
    String origin() {
        return keys.isEmpty() ? null : keys.getFirst().origin();
    }

    /** Whether its key was entitled to sign a tree of this size, and has signed it. */
    boolean isGenuine(Checkpoint checkpoint) {
        var problem = problemWith(checkpoint);
        if (problem != null) {
            findings.accept(problem);
        }
        return problem == null;
    }

    private @Nullable Finding problemWith(Checkpoint checkpoint) {
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            if (key.keyId().equals(checkpoint.keyId())) {
                if (!key.origin().equals(checkpoint.origin())) {
                    return new Finding(Finding.Kind.OTHER_STORE,
                            checkpoint + " is of " + checkpoint.origin() + ", its key of " + key.origin());
                }
                if (!PublicKeys.hasSigned(key.publicKey(), checkpoint.signedBytes(), checkpoint.signature())) {
                    return new Finding(Finding.Kind.FORGED_SIGNATURE,
                            "key " + key.keyId() + " has not signed " + checkpoint);
                }
                boolean tooLate = i + 1 < keys.size() && checkpoint.count() >= keys.get(i + 1).count();
                if (checkpoint.count() < key.count() || tooLate) {
                    return new Finding(Finding.Kind.FORGED_SIGNATURE,
                            "key " + key.keyId() + " was not entitled to sign " + checkpoint);
                }
                return null;
            }
        }
        return new Finding(Finding.Kind.FORGED_SIGNATURE,
                checkpoint + " is signed by key " + checkpoint.keyId() + ", which nobody vouches for");
    }

    private void add(Checkpoint checkpoint) {
        var same = checkpoints.isEmpty() || checkpoints.getLast().count() != checkpoint.count()
                ? null
                : checkpoints.getLast();
        if (same == null) {
            if (!checkpoints.isEmpty() && checkpoints.getLast().position() >= checkpoint.position()) {
                findings.accept(new Finding(Finding.Kind.SPLIT_VIEW,
                        checkpoint + " ends at position " + checkpoint.position() + ", a smaller one at "
                                + checkpoints.getLast().position()));
            }
            checkpoints.add(checkpoint);
        } else if (!same.root().equals(checkpoint.root()) || same.position() != checkpoint.position()) {
            findings.accept(new Finding(Finding.Kind.SPLIT_VIEW, "two heads were signed of " + checkpoint.count()
                    + " events: " + same.root() + " and " + checkpoint.root()));
        }
    }

    /** Each key but the first is endorsed by the one before it; the trusted one has to be among them. */
    private List<KeyStatement> chain(List<KeyStatement> statements, String trustedKey) {
        var chain = new ArrayList<KeyStatement>();
        boolean trusted = false;
        for (var statement : statements) {
            var endorser = chain.isEmpty() ? statement : chain.getLast();
            if (!PublicKeys.idOf(statement.publicKey()).equals(statement.keyId())
                    || !endorser.keyId().equals(statement.endorsedBy())
                    || !endorser.origin().equals(statement.origin())
                    || !PublicKeys.hasSigned(endorser.publicKey(), statement.signedBytes(), statement.signature())) {
                findings.accept(new Finding(Finding.Kind.KEY_NOT_ENDORSED, "key " + statement.keyId()
                        + " is not endorsed by the one before it, " + endorser.keyId()));
            } else {
                trusted |= statement.publicKey().equals(trustedKey);
                chain.add(statement);
            }
        }
        if (!trusted) {
            findings.accept(new Finding(Finding.Kind.KEY_NOT_TRUSTED, "the trusted key " + PublicKeys.idOf(trustedKey)
                    + " is not among those that sign: " + chain.stream().map(KeyStatement::keyId).toList()));
            return List.of();
        }
        return chain;
    }

    private <T extends Record> List<T> all(List<Path> folders, String prefix, Function<Json, T> reader)
            throws IOException {
        var found = new ArrayList<T>();
        var known = new HashSet<T>();
        for (var folder : folders) {
            try (var files = Files.list(folder)) {
                for (var file : files.filter(it -> it.getFileName().toString().matches(prefix + "[0-9]+\\.json"))
                        .toList()) {
                    try {
                        var one = reader.apply(Json.read(Files.readString(file)));
                        if (known.add(one)) {
                            found.add(one);
                        }
                    } catch (Unreadable | IOException broken) {
                        findings.accept(new Finding(Finding.Kind.UNREADABLE, file + ": " + broken.getMessage()));
                    }
                }
            }
        }
        found.sort(Comparator.comparingLong(Archive::count));
        return found;
    }

    private static long count(Record one) {
        return switch (one) {
            case Checkpoint checkpoint -> checkpoint.count();
            case KeyStatement key -> key.count();
            default -> throw new IllegalArgumentException(one.toString());
        };
    }
}
