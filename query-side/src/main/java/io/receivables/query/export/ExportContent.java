package io.receivables.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files of one kind. */
public interface ExportContent {

    ExportKind kind();

    /**
     * Makes explicit what is asked for, in the request of who asks.
     *
     * @throws io.receivables.platform.problem.Refusal it cannot be had, or not by this actor
     */
    Settled settle(Map<String, String> parameters);

    /** Writes the whole file, in the name of who asked; called again from the beginning after an attempt that was broken off. */
    void write(ExportJob job, OutputStream out, Progress progress) throws IOException;

    /** Is told from time to time how far it is. */
    interface Progress {

        /** @param total of what is counted; null where it is not known before the end */
        void at(long done, @Nullable Long total);
    }
}
