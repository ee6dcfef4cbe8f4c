// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How long a file has been seen as it is, by a clock that nobody sets. */
final class Sighting {

    private @Nullable String seen;
    private long since;

    /** Looks at the modification time of a file, or that of the one it links to, and returns the nanoseconds since it changed. */
    long leftAlone(Path file) {
        return leftAlone(file, "");
    }

    /**
     * Looks at a file.
     *
     * @param mark what else must not have changed
     */
    long leftAlone(Path file, String mark) {
        long now = System.nanoTime();
        String present = mark + "@" + modified(file);
        if (!present.equals(seen)) {
            seen = present;
            since = now;
        }
        return now - since;
    }

    /** A link that leads nowhere does not change. */
    private static String modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
