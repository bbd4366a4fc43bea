package io.receivables.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an instance keeps its database, its keys and its log; nobody but its owner may look inside. */
record DataFolder(Path path) {

    static final String VARIABLE = "RECEIVABLES_DATA_DIR";
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder that the environment names, else {@code .receivables} in the home of the user. */
    static DataFolder ofEnvironment() {
        return of(System.getenv(VARIABLE));
    }

    static DataFolder of(@Nullable String named) {
        return new DataFolder(named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".receivables")
                : Path.of(named));
    }

    DataFolder created() {
        folder(path);
        return this;
    }

    Path database() {
        return path.resolve("postgresql");
    }

    /** The programs of the database; inside a folder of the owner's, for the library opens its own to everybody. */
    Path binaries() {
        return folder(path.resolve("postgresql-binaries"));
    }

    Path keys() {
        return folder(path.resolve("keys"));
    }

    Path databaseLog() {
        return path.resolve("postgresql.log");
    }

    /** Held as long as an instance runs here. */
    Path lock() {
        return path.resolve("instance.lock");
    }

    /** Says where the running instance listens. */
    Path url() {
        return path.resolve("instance.url");
    }

    /** What makes a new file its owner's alone. */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    static boolean isOpenToOthers(Path file) throws IOException {
        return isPosix() && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                .stream()
                .anyMatch(OTHERS::contains);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder, ownerOnly("rwx------"));
        } catch (IOException failure) {
            throw new UncheckedIOException("the data folder cannot be made: " + folder, failure);
        }
    }
}
