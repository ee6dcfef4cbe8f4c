// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.lock.JournalLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The files into which a journal is divided, under other names until all of them are whole. */
final class Parts {

    private Parts() {}

    /**
     * Divides a journal into one without some of its studies, which takes its place, and others with these.
     *
     * @param targets the files for studies, by their numbers
     * @param held the right to write to the journal
     * @return whether that was done; not if the right was taken away meanwhile
     */
    static boolean replace(JournalFile file, Map<Integer, Path> targets, JournalLock.Held held) throws IOException {
        Path rest = part(file.path());
        Map<Integer, Path> parts = new HashMap<>();
        targets.forEach((study, target) -> parts.put(study, part(target)));
        try {
            Moving.copy(file, rest, parts);
            if (!held.isValid()) {
                return false;
            }
            for (Path target : Set.copyOf(targets.values())) {
                Files.move(part(target), target, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(rest, file.path(), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(rest);
            for (Path part : parts.values()) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }
}
