// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.space.Space;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Keeps runs in memory, until the process ends. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class InMemoryStorage implements Storage {

    private final Map<RunId, InMemoryRun> runs = new LinkedHashMap<>();

    /** Creates an empty storage. */
    public InMemoryStorage() {}

    @Override
    public synchronized RunStore begin(RunSeries series, Space<?> space, Function<RunId, RunHeader> header) {
        return begun(header.apply(new RunId(series, last(series) + 1)));
    }

    @Override
    public synchronized Optional<RunStore> begin(RunHeader header, Space<?> space) {
        return header.id().number() > last(header.id().series()) ? Optional.of(begun(header)) : Optional.empty();
    }

    private int last(RunSeries series) {
        return runs.keySet().stream()
                .filter(id -> id.series().equals(series))
                .mapToInt(RunId::number)
                .max()
                .orElse(0);
    }

    private RunStore begun(RunHeader header) {
        InMemoryRun run = new InMemoryRun(header);
        RunId id = header.id();
        if (id.kind() == RunKind.SEARCH && id.number() > 1) {
            Optional.ofNullable(runs.get(new RunId(id.series(), last(id.series()))))
                    .ifPresent(run::takeOver);
        }
        runs.put(header.id(), run);
        return run.share();
    }

    @Override
    public synchronized Optional<RunStore> resume(RunId run, Space<?> space) {
        return find(run).hold();
    }

    @Override
    public synchronized RunStore join(RunId run, Space<?> space) {
        return find(run).share();
    }

    @Override
    public synchronized List<RunRecord> runs(String study) {
        return runs.values().stream()
                .map(InMemoryRun::record)
                .filter(run -> run.id().study().equals(study))
                .sorted(Comparator.comparing(run -> run.id().kind()))
                .toList();
    }

    @Override
    public synchronized List<TrialRecord> trials(RunId run, Space<?> space) {
        return find(run).trials();
    }

    @Override
    public synchronized List<Projection.Stored> complete(RunId run) {
        return find(run).trials().stream()
                .filter(trial -> trial.value().isPresent() && !trial.isFork())
                .map(trial -> new Projection.Stored(
                        trial.configuration().asMap(), trial.value().getAsDouble()))
                .toList();
    }

    @Override
    public synchronized Map<RunId, List<TrialRecord>> outcomes(List<RunHeader> headers) {
        return headers.stream()
                .map(RunHeader::id)
                .filter(runs::containsKey)
                .collect(Collectors.toMap(Function.identity(), id -> find(id).trials(), (same, again) -> same));
    }

    @Override
    public synchronized Map<Integer, Integer> invocations(RunId run) {
        return find(run).invocations();
    }

    @Override
    public synchronized Duration elapsed(RunId run) {
        return find(run).elapsed();
    }

    @Override
    public void close() {}

    private InMemoryRun find(RunId id) {
        InMemoryRun run = runs.get(id);
        if (run == null) {
            throw new StorageException("run (" + id + ") must be one of " + runs.keySet() + "; begin it first");
        }
        return run;
    }
}
