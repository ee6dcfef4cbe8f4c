// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.lock.Holder;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on with a run of a journal: an attribute of it for each part, {@code hpo:part:2}, which names the process and, since one process
 * may have a run open more than once, what in it holds the run. It is emptied by who lets go of the run.
 */
final class Holds {

    private static final String PREFIX = "hpo:part:";

    /** What in this process holds a run. */
    private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

    private Holds() {}

    /** Returns the number that the next part of a run has, from 1. */
    static int next(StoredStudy run) {
        return 1
                + (int) run.systemAttributes().keySet().stream()
                        .filter(key -> key.startsWith(PREFIX))
                        .count();
    }

    /** Returns whether somebody who lives goes on with a run. */
    static boolean isHeld(StoredStudy run, Holder self) {
        return run.systemAttributes().entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(PREFIX) && isAlive(entry.getValue(), self));
    }

    private static boolean isAlive(@Nullable Object part, Holder self) {
        if (!(part instanceof String text) || text.isEmpty()) {
            return false;
        }
        int end = text.lastIndexOf(' ');
        String process = text.substring(0, Math.max(0, end));
        return process.equals(self.name()) ? HERE.contains(text.substring(end + 1)) : self.isAlive(process);
    }

    /** Makes a name for what holds a run in this process from now on. */
    static String take() {
        String name = UUID.randomUUID().toString();
        HERE.add(name);
        return name;
    }

    static void letGo(String name) {
        HERE.remove(name);
    }

    static Attribute held(int part, Holder self, String name) {
        return Attribute.system(PREFIX + part, self.name() + " " + name);
    }

    static Attribute free(int part) {
        return Attribute.system(PREFIX + part, "");
    }
}
