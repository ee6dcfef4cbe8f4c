// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Projection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs that were kept in files, for a new study to start from. Their search space may have been another one.
 *
 * <pre>{@code
 * StudySpec warm = spec.withEarlier(EarlierRuns.at(Path.of(".hpo/com.acme.DigitsTuning.tune.log")));
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class EarlierRuns implements Function<Projection, List<EarlierStudy>> {

    private final Path path;
    private final boolean required;
    private final boolean lastOnly;

    private EarlierRuns(Path path, boolean required, boolean lastOnly) {
        this.path = path;
        this.required = required;
        this.lastOnly = lastOnly;
    }

    /**
     * Returns the runs at a path, which must be there.
     *
     * @param path the journal of a study, such as {@code .hpo/digits.log}; or, as they were kept before, the directory of a study or
     *     the file of one run, such as {@code trials.3.jsonl}
     */
    public static EarlierRuns at(Path path) {
        return new EarlierRuns(path, true, false);
    }

    /**
     * Returns the runs at a path, or none if there are none.
     *
     * @param path as of {@link #at}
     */
    public static EarlierRuns ifAny(Path path) {
        return new EarlierRuns(path, false, false);
    }

    /** Returns only the last of these runs. */
    public EarlierRuns last() {
        return new EarlierRuns(path, required, true);
    }

    /**
     * Reads the runs, the oldest first; those without a complete trial are left out.
     *
     * @throws StorageException if there is none and there must be, if one cannot be read, or if its direction is not that of the
     *     present study; the message names the file
     */
    @Override
    public List<EarlierStudy> apply(Projection present) {
        List<Run> runs = Files.isDirectory(path) ? inDirectory() : atFile();
        List<Run> earlier = runs.stream()
                .filter(run -> !present.run()
                        .isReachedBy(run.header.id().study(), run.header.id().number()))
                .toList();
        return earlier.stream()
                .skip(lastOnly ? Math.max(0, earlier.size() - 1) : 0)
                .map(run -> read(run, present))
                .filter(study -> !study.results().isEmpty() || study.dropped() > 0)
                .toList();
    }

    private List<Run> inDirectory() {
        List<Run> runs = OldRun.in(path).stream().map(Run::of).toList();
        if (runs.isEmpty() && required) {
            throw new StorageException(
                    path
                            + " must have the trials of an earlier study, in trials.jsonl; name the directory of a study, or its journal");
        }
        return runs;
    }

    private List<Run> atFile() {
        if (Files.isRegularFile(path)) {
            return path.toString().endsWith(".jsonl") ? List.of(Run.of(new OldRun(path))) : inJournal();
        }
        if (required) {
            throw new StorageException(
                    path
                            + " must be there to start from; name the journal of an earlier study, its directory, or the file of one of its runs");
        }
        return List.of();
    }

    private List<Run> inJournal() {
        JournalStorage storage = new JournalStorage(path);
        List<RunHeader> headers = storage.searches();
        // All at once, as to read one run is to read the whole file.
        Map<String, List<Projection.Stored>> all = lastOnly || headers.isEmpty() ? Map.of() : storage.complete();
        return headers.stream()
                .map(header -> new Run(
                        path + ", " + header.id(),
                        header,
                        () -> lastOnly
                                ? storage.complete(header.id())
                                : all.getOrDefault(header.id().toString(), List.of())))
                .toList();
    }

    private static EarlierStudy read(Run run, Projection present) {
        RunHeader header = run.header;
        if (header.goal().direction() != present.direction()) {
            throw new StorageException(run.where + ": direction ("
                    + header.goal().direction() + ") must be " + present.direction()
                    + ", as that of the study to start; name other runs, or move these away");
        }
        String name = header.id().study() + ", run " + header.id().number();
        return present.project(name, run.trials.get());
    }

    /** A run, wherever it is kept. */
    private record Run(String where, RunHeader header, Supplier<List<Projection.Stored>> trials) {

        static Run of(OldRun old) {
            return new Run(old.file() + ", line 1", old.header(), old::complete);
        }
    }
}
