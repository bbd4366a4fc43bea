package io.receivables.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One instance per data folder. The operating system lets go of the lock however the instance ends. */
final class InstanceLock implements AutoCloseable {

    private final FileChannel file;

    private InstanceLock(FileChannel file) {
        this.file = file;
    }

    static InstanceLock on(DataFolder folder) {
        try {
            var file = FileChannel.open(folder.created().lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(file) == null) {
                file.close();
                throw new StartRefused("another instance runs in " + folder.path(),
                        "Stop it, or start this one elsewhere: " + DataFolder.VARIABLE + "=<another folder>.");
            }
            return new InstanceLock(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + folder.lock(), failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
