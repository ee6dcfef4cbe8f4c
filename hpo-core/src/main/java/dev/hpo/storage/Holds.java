// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
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
        String process = process(text);
        return process.equals(self.name())
                ? HERE.contains(text.substring(text.lastIndexOf(' ') + 1))
                : self.isAlive(process);
    }

    private static String process(String part) {
        return part.substring(0, Math.max(0, part.lastIndexOf(' ')));
    }

    /**
     * Returns whether somebody who went on with a run has let go of it, dead or alive.
     *
     * @param holder the name of the holder
     */
    private static boolean isLetGo(StoredStudy run, String holder) {
        return run.systemAttributes().entrySet().stream()
                .noneMatch(entry -> entry.getKey().startsWith(PREFIX)
                        && entry.getValue() instanceof String part
                        && process(part).equals(holder));
    }

    /**
     * Returns how many attempts at a trial were lost: those of others who have not let go of the run.
     *
     * @param self the name of the holder that asks
     */
    static int lost(StoredStudy run, StoredTrial trial, String self) {
        TrialAttributes attributes = new TrialAttributes(trial);
        String by = attributes.holder().orElse("");
        // Nobody knows how it is with what others have begun.
        boolean isLost = !trial.state().isFinished() && !by.equals(self) && (by.isEmpty() || !isLetGo(run, by));
        return attributes.lostBefore() + (isLost ? 1 : 0);
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
