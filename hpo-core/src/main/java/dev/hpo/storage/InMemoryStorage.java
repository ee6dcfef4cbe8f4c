// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Keeps runs in memory, until the process ends. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class InMemoryStorage implements Storage {

    private final Map<RunId, Run> runs = new LinkedHashMap<>();

    /** Creates an empty storage. */
    public InMemoryStorage() {}

    @Override
    public synchronized RunHeader begin(String study, IntFunction<RunHeader> header) {
        RunHeader made = header.apply(runs(study).size() + 1);
        runs.put(made.id(), new Run(made, new TreeMap<>()));
        return made;
    }

    @Override
    public synchronized void put(RunId run, TrialRecord trial) {
        TrialRecord kept = run(run).trials.get(trial.number());
        if (kept != null && kept.state().isFinished()) {
            throw new StorageException("trial " + trial.number() + " is finished and must not change");
        }
        run(run).trials.put(trial.number(), trial);
    }

    @Override
    public synchronized List<RunHeader> runs(String study) {
        return runs.values().stream()
                .map(Run::header)
                .filter(header -> header.id().study().equals(study))
                .toList();
    }

    @Override
    public synchronized List<TrialRecord> trials(RunId run, Space<?> space) {
        return List.copyOf(new ArrayList<>(run(run).trials.values()));
    }

    @Override
    public void close() {}

    private Run run(RunId id) {
        Run run = runs.get(id);
        if (run == null) {
            throw new StorageException(
                    "run (" + id.number() + ") of " + id.study() + " must be one of " + runs.keySet());
        }
        return run;
    }

    private record Run(RunHeader header, SortedMap<Integer, TrialRecord> trials) {}
}
