// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.TrialJson;
import dev.hpo.trial.TrialJsonReader;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file of one run: its header, and then a line for each time that a trial was kept. */
final class RunFile {

    private final JsonLines lines;
    private final RunHeader header;
    private final BitSet finished = new BitSet();

    private RunFile(JsonLines lines, RunHeader header) {
        this.lines = lines;
        this.header = header;
    }

    static RunFile create(JsonLines lines, RunHeader header) {
        lines.create(json -> RunHeaderJson.write(header, json));
        return new RunFile(lines, header);
    }

    /** Opens a file to go on with: what was torn off its end is cut off. */
    static RunFile open(JsonLines lines) {
        RunFile file = new RunFile(lines, header(lines));
        lines.cutTornEnd();
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

    RunHeader header() {
        return header;
    }

    void append(TrialRecord trial) {
        if (finished.get(trial.number())) {
            throw new StorageException("trial " + trial.number() + " is finished and must not change");
        }
        lines.append(json -> TrialJson.write(trial, json));
        finished.set(trial.number(), trial.state().isFinished());
    }

    private static boolean isRunning(@Nullable Object state) {
        return TrialState.RUNNING.name().equals(state)
                || TrialState.WAITING.name().equals(state);
    }
}
