package io.receivables.query.seal;

import java.io.IOException;
import java.util.Optional;

/**
 * Where checkpoints are kept outside the database: what its owner could rewrite together with the events proves nothing.
 * What was written once is never changed; writing the same again does nothing.
 */
interface CheckpointArchive {

    /** @throws IOException it could not be written, or there is another one in its place */
    void write(KeyStatement statement) throws IOException;

    /** @throws IOException it could not be written, or there is another one in its place */
    void write(Checkpoint checkpoint) throws IOException;

    /** The one of the largest tree. */
    Optional<Checkpoint> latest() throws IOException;
}
