// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.lock.JournalLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Divides a journal into that which stays and journals of some of its studies. All of them are written beside it first, as parts, and take
 * their places when they are whole: those of the studies before what stays.
 *
 * @param file the journal, of which all is whole lines
 * @param targets where studies go to, by their numbers
 */
record Division(JournalFile file, Map<Integer, Path> targets) {

    /** Returns what stands beside a file while it is made. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /**
     * Divides the journal.
     *
     * @param lately another program that has written a trial since then may have the file open
     * @param held the lock of the journal; to whoever has it meanwhile the parts belong
     * @return whether it was divided
     */
    boolean make(Instant lately, JournalLock.Held held) throws IOException {
        Path rest = part(file.path());
        Map<Integer, Path> parts = new HashMap<>();
        targets.forEach((study, target) -> parts.put(study, part(target)));
        if (Strangers.areIn(file, lately)) {
            return false;
        }
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
            if (held.isValid()) {
                Files.deleteIfExists(rest);
                for (Path part : parts.values()) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
