// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialJson;
import dev.hpo.trial.TrialJsonReader;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file of one run: its header, and then a line for each time that a trial was kept. */
final class RunFile {

    private final JsonLines lines;
    private final byte[] head;
    private final BitSet finished;

    private RunFile(JsonLines lines, byte[] head, BitSet finished) {
        this.lines = lines;
        this.head = head;
        this.finished = finished;
    }

    static RunFile create(JsonLines lines, RunHeader header) {
        return new RunFile(lines, lines.create(json -> RunHeaderJson.write(header, json)), new BitSet());
    }

    /** Opens a file to go on with. */
    static RunFile open(JsonLines lines) {
        RunFile file = new RunFile(lines, lines.head(), new BitSet());
        lines.forEach((number, json) -> {
            if (number > 1 && json.get("number") instanceof Integer trial && !isRunning(json.get("state"))) {
                file.finished.set(trial);
            }
        });
        return file;
    }

    static RunHeader header(JsonLines lines) {
        return lines.first(RunHeaderJson::read);
    }

    static List<TrialRecord> trials(JsonLines lines, Space<?> space) {
        TrialJsonReader reader = new TrialJsonReader(space);
        TreeMap<Integer, TrialRecord> trials = new TreeMap<>();
        lines.forEach((number, json) -> {
            if (number > 1) {
                TrialRecord trial = reader.read(json);
                trials.put(trial.number(), trial);
            }
        });
        return List.copyOf(trials.values());
    }

    /** Returns the complete trials as they were stored, whatever their space. */
    static List<Projection.Stored> stored(JsonLines lines) {
        TreeMap<Integer, Projection.Stored> trials = new TreeMap<>();
        lines.forEach((number, json) -> {
            if (number > 1) {
                TrialJsonReader.stored(json).ifPresent(trial -> trials.put((Integer) json.get("number"), trial));
            }
        });
        return List.copyOf(trials.values());
    }

    /**
     * Finds this run among some files, if it is not where it was.
     *
     * @return the file of the run, to go on with; empty if it is not among them
     */
    Optional<RunFile> findIn(List<JsonLines> files) {
        return files.stream()
                .filter(candidate -> Arrays.equals(candidate.head(), head))
                .map(candidate -> new RunFile(candidate, head, finished))
                .findFirst();
    }

    /**
     * Adds a trial.
     *
     * @return whether the run is still in this file; if not, nothing was added
     */
    boolean append(TrialRecord trial) {
        if (finished.get(trial.number())) {
            throw new StorageException("trial " + trial.number() + " is finished and must not change");
        }
        boolean added = lines.append(head, json -> TrialJson.write(trial, json));
        if (added) {
            finished.set(trial.number(), trial.state().isFinished());
        }
        return added;
    }

    private static boolean isRunning(@Nullable Object state) {
        return TrialState.RUNNING.name().equals(state)
                || TrialState.WAITING.name().equals(state);
    }
}
