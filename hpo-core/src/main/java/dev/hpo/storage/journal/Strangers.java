// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import dev.hpo.storage.journal.line.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The trials of other programs, which unlike ours do not say that they have a journal open: it is known only by what they write. They are
 * few, if there are any, so that of each line of them all is read.
 */
final class Strangers {

    /** What each line that begins a trial of ours has in it, or makes a queued one ours. */
    private static final byte[] OURS = "\"hpo:".getBytes(StandardCharsets.US_ASCII);

    private final LineReader reader = new LineReader(Interest.ALL);
    private final Map<Integer, StoredTrial> trials = new HashMap<>();

    /** Takes a line that begins a trial. */
    void begin(int study, int trial, Bytes line) {
        if (!line.contains(OURS)) {
            trials.put(trial, new StoredTrial(trial, study, 0, draft(line)));
        }
    }

    private Draft draft(Bytes line) {
        try {
            if (reader.read(line.all(), line.from(), line.to()).operation() instanceof Operation.CreateTrial creation) {
                return creation.trial();
            }
        } catch (LineException e) {
            // It was read once, if not all of it, so that it creates a trial.
        }
        return LostTrials.DRAFT;
    }

    /** Takes a line that changes a trial, perhaps one of these. */
    void change(int trial, Bytes line) {
        StoredTrial stranger = trials.get(trial);
        if (stranger == null || stranger.state().isFinished()) {
            return;
        }
        try {
            Operation operation =
                    reader.read(line.all(), line.from(), line.to()).operation();
            if (operation instanceof Operation.SetState setting) {
                stranger.set(setting.standing());
            } else if (operation instanceof Operation.TrialAttribute && line.contains(OURS)) {
                trials.remove(trial);
            }
        } catch (LineException e) {
            // It does not count.
        }
    }

    /** Forgets the trials of a study that was deleted: nobody can write to them any more. */
    void forget(int study) {
        trials.values().removeIf(trial -> trial.study() == study);
    }

    /** Returns whether one of them goes on, or has ended lately. */
    boolean isAny(Instant lately) {
        return trials.values().stream()
                .anyMatch(trial -> !trial.state().isFinished()
                        || trial.completedAt().filter(lately::isBefore).isPresent());
    }
}
