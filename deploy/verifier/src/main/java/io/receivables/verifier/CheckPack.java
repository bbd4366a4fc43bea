package io.receivables.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds an account pack against its manifest, its readable facts against the stored ones, each stored one against the signed
 * tree, and each letter against the hash in its fact. The manifest is not signed: it shows what went wrong on the way, and not
 * that somebody changed a paper together with its hash. That no fact of the account was left out cannot be told from a pack.
 */
final class CheckPack {

    private static final String MANIFEST = "manifest.json";
    private static final String LETTERS = "letters/";
    private static final String FORMAT = "receivables account pack 1";

    private final Path pack;
    private final Archive archive;
    private final Consumer<Finding> findings;
    private final TreeSet<String> letters = new TreeSet<>();

    private CheckPack(Path pack, Archive archive, Consumer<Finding> findings) {
        this.pack = pack;
        this.archive = archive;
        this.findings = findings;
    }

    /**
     * What was read.
     *
     * @param proved of the events, those that have a path to a signed head
     */
    record Result(String account, String asAt, int files, long events, long proved) {}

    /** @param copies further folders of checkpoints, which have to agree with the pack's own */
    static Result checkZip(Path zip, List<Path> copies, String key, Consumer<Finding> findings) throws IOException {
        try (var files = FileSystems.newFileSystem(zip)) {
            return check(files.getPath("/"), copies, key, findings);
        } catch (ProviderNotFoundException broken) {
            throw new Unreadable("no zip: " + zip);
        }
    }

    static Result check(Path pack, List<Path> copies, String key, Consumer<Finding> findings) throws IOException {
        var manifestFile = pack.resolve(MANIFEST);
        if (Files.notExists(manifestFile)) {
            throw new Unreadable("the pack has no " + MANIFEST + ": it is not whole, or none");
        }
        var manifest = Json.read(Files.readString(manifestFile));
        if (!manifest.text("format").equals(FORMAT)) {
            throw new Unreadable("a pack of another format: " + manifest.text("format"));
        }
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(pack.resolve("seal"))) {
            folders.add(pack.resolve("seal"));
        }
        folders.addAll(copies);
        var check = new CheckPack(pack, Archive.read(folders, key, findings), findings);
        int files = check.files(manifest);
        return check.events(manifest, files);
    }

    private int files(Json manifest) throws IOException {
        var there = names();
        there.remove(MANIFEST);
        var listed = manifest.objects("files");
        for (var file : listed) {
            var name = file.text("name");
            if (!there.remove(name)) {
                findings.accept(new Finding(Finding.Kind.REMOVED, name + " is in the manifest and not in the pack"));
            } else if (!sha256(pack.resolve(name)).equals(file.text("sha256"))) {
                findings.accept(new Finding(Finding.Kind.CHANGED, name + " is not what the manifest says"));
            }
        }
        there.forEach(name -> findings.accept(
                new Finding(Finding.Kind.ADDED, name + " is in the pack and not in the manifest")));
        return listed.size();
    }

    private TreeSet<String> names() throws IOException {
        try (var all = Files.walk(pack)) {
            var names = new TreeSet<String>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(pack.relativize(file).toString().replace('\\', '/')));
            return names;
        }
    }

    private Result events(Json manifest, int files) throws IOException {
        long events = 0;
        long proved = 0;
        long last = -1;
        long covered = archive.checkpoints().isEmpty() ? -1 : archive.checkpoints().getLast().position();
        var proofs = new CheckProof(archive, findings);
        try (var stored = open("seal/events.ndjson");
                var readable = open("events.ndjson");
                var paths = open("seal/inclusion.ndjson")) {
            var path = next(paths);
            for (var event = next(stored); event != null; event = next(stored)) {
                events++;
                long position = event.number("position");
                if (position <= last) {
                    findings.accept(new Finding(Finding.Kind.REORDERED, "position " + position + " follows " + last));
                }
                last = position;
                compare(event, next(readable));
                if (path != null && path.number("position") == position) {
                    proofs.inclusion(path, event);
                    proved++;
                    path = next(paths);
                } else if (position <= covered) {
                    findings.accept(new Finding(Finding.Kind.NOT_PROVED, "the event at position " + position
                            + " has no path, and a tree was signed that goes up to position " + covered));
                }
                letter(event, manifest);
            }
            if (path != null || next(readable) != null) {
                findings.accept(new Finding(Finding.Kind.REMOVED,
                        "there are more facts, or paths, than there are in seal/events.ndjson"));
            }
        }
        lettersOfNoFact();
        counted(manifest, "events", events);
        counted(manifest, "sealed", proved);
        return new Result(manifest.text("accountId"), manifest.text("asAt"), files, events, proved);
    }

    private void counted(Json manifest, String what, long found) {
        long named = manifest.object("seal").number(what);
        if (named != found) {
            findings.accept(new Finding(Finding.Kind.INCOMPLETE_EXPORT, "the manifest names " + named + " events as "
                    + what + ", the pack has " + found));
        }
    }

    /** What people read has to be what was stored. */
    private void compare(Json stored, @Nullable Json line) {
        var readable = line == null ? null : line.object("event");
        if (readable == null || readable.number("position") != stored.number("position")) {
            findings.accept(new Finding(Finding.Kind.REMOVED,
                    "events.ndjson lacks the event at position " + stored.number("position")));
            return;
        }
        var differing = ReadableEvent.differing(readable, stored);
        if (!differing.isEmpty()) {
            findings.accept(new Finding(Finding.Kind.CHANGED, "the event at position " + stored.number("position")
                    + " reads otherwise in events.ndjson than it is stored: " + String.join(", ", differing)));
        }
    }

    /** The fact that a letter was written holds the hash of its text; one that was erased is named in the manifest. */
    private void letter(Json event, Json manifest) throws IOException {
        if (!event.text("type").equals("DunningLetterIssued")) {
            return;
        }
        var fact = ExportedEvent.payload(event);
        var id = fact.text("letterId");
        var name = LETTERS + id + ".html";
        letters.add(name);
        var file = pack.resolve(name);
        if (Files.exists(file)) {
            if (!sha256(file).equals(fact.text("contentHash"))) {
                findings.accept(
                        new Finding(Finding.Kind.CHANGED, name + " is not the letter whose hash is in its fact"));
            }
        } else if (!manifest.has("erasedLetters") || !manifest.texts("erasedLetters").contains(id)) {
            findings.accept(new Finding(Finding.Kind.REMOVED, name + " is neither in the pack nor said to be erased"));
        }
    }

    private void lettersOfNoFact() throws IOException {
        names().stream()
                .filter(name -> name.startsWith(LETTERS) && !letters.contains(name))
                .forEach(name -> findings.accept(
                        new Finding(Finding.Kind.ADDED, name + " is a letter of which no fact tells")));
    }

    private BufferedReader open(String name) throws IOException {
        var file = pack.resolve(name);
        return Files.exists(file) ? Files.newBufferedReader(file) : new BufferedReader(Reader.nullReader());
    }

    private static @Nullable Json next(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        return line == null ? null : Json.read(line);
    }

    private static String sha256(Path file) throws IOException {
        return Hashes.hex(Hashes.of(Files.newInputStream(file)));
    }
}
