package io.receivables.query.seal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A folder with a file for each checkpoint and key, named so that they sort. Whoever watches it copies it elsewhere. */
final class FolderArchive implements CheckpointArchive {

    private static final String CHECKPOINT = "checkpoint-%015d.json";
    private static final String KEY = "key-%015d.json";

    private final Path folder;
    private final JsonMapper json;

    FolderArchive(Path folder, JsonMapper json) {
        this.folder = folder;
        this.json = json;
    }

    static String nameOf(KeyStatement statement) {
        return KEY.formatted(statement.count());
    }

    static String nameOf(Checkpoint checkpoint) {
        return CHECKPOINT.formatted(checkpoint.count());
    }

    @Override
    public void write(KeyStatement statement) throws IOException {
        write(nameOf(statement), json.writeValueAsBytes(statement));
    }

    @Override
    public void write(Checkpoint checkpoint) throws IOException {
        write(nameOf(checkpoint), json.writeValueAsBytes(checkpoint));
    }

    @Override
    public Optional<Checkpoint> latest() throws IOException {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            var last = files.filter(file -> file.getFileName().toString().matches("checkpoint-[0-9]{15}\\.json"))
                    .max(Comparator.naturalOrder());
            return last.isEmpty()
                    ? Optional.empty()
                    : Optional.of(json.readValue(Files.readAllBytes(last.get()), Checkpoint.class));
        }
    }

    /** Whole or not at all: a reader, and the next start, never meet half a file. */
    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(name);
        var draft = folder.resolve("." + name + ".new");
        Files.deleteIfExists(draft);
        Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        try {
            // A link fails where a move would replace.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException there) {
            if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
                throw new IOException("there is another checkpoint or key in " + file, there);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
