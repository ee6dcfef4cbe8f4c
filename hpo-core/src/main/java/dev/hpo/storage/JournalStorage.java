// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static dev.hpo.storage.JournalFiles.translated;

import dev.hpo.space.Space;
import dev.hpo.storage.journal.Following;
import dev.hpo.storage.journal.Journal;
import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Keeps runs in a file that grows at its end, in the format of Optuna's journal: Optuna's dashboard and its plots open it as it is, and
 * its Python workers go on with it. Each run is a study of Optuna's there, named {@code digits #3}. Trials that other tools queue are taken,
 * and those that they run are results like any other if their configurations fit the space; if not, they are failed trials here.
 *
 * <p>Several processes may have the file open. What a method has returned from is in the hands of the operating system: the
 * end of the process loses nothing, and a power cut what was written in the last moment. A last line that is torn, as by a full
 * disk, is left out when read, and removed before the next one. A line that is damaged costs that line. What begins a trial
 * takes its place, though: one that another tool has written, and that cannot be read here, is a failed trial whose message says why.
 *
 * <pre>{@code
 * StudySpec spec = StudySpec.minimize("digits", "validation loss").withStorage(new JournalStorage(Path.of(".hpo/digits.log")));
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class JournalStorage implements Storage {

    private final Path file;
    private final Archives archives;
    private final JournalFiles files;

    /**
     * Creates a storage.
     *
     * @param file is made, with its folder, when the first run begins; Optuna's tools want its name to end in {@code .log}
     */
    public JournalStorage(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.archives = new Archives(this.file);
        this.files = new JournalFiles(this.file, archives);
    }

    @Override
    public RunStore begin(RunSeries series, Space<?> space, Function<RunId, RunHeader> header) {
        makeFolder();
        return translated(() -> JournalRun.begin(files.open(Following.studies()), series, space, header));
    }

    @Override
    public Optional<RunStore> begin(RunHeader header, Space<?> space) {
        makeFolder();
        return translated(() -> JournalRun.begin(files.open(Following.studies()), header, space));
    }

    private void makeFolder() {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new StorageException(file.getParent() + " must be writable: " + e, e);
        }
    }

    @Override
    public Optional<RunStore> resume(RunId run, Space<?> space) {
        return translated(() -> {
            Journal journal = files.openRun(run, Following.study(run.toString()));
            return JournalRun.resume(journal, run, space);
        });
    }

    @Override
    public RunStore join(RunId run, Space<?> space) {
        return translated(() -> {
            Journal journal = files.openRun(run, Following.study(run.toString()));
            return JournalRun.join(journal, run, space);
        });
    }

    @Override
    public List<RunRecord> runs(String study) {
        return runs().stream().filter(run -> run.id().study().equals(study)).toList();
    }

    @Override
    public List<RunRecord> watched(String study) {
        if (!Files.exists(file)) {
            return List.of();
        }
        return translated(() -> {
            try (Journal journal = files.open(Following.studies())) {
                Holds.watch(journal, stored -> RunAttributes.readable(stored)
                        .filter(run -> run.id().study().equals(study))
                        .isPresent());
                return records(journal).stream()
                        .filter(run -> run.id().study().equals(study))
                        .toList();
            }
        });
    }

    /**
     * Returns the runs of all studies in the file: those of a study together, first its searches and then the others, by rising number.
     *
     * @throws StorageException if they cannot be read
     */
    public List<RunRecord> runs() {
        if (!Files.exists(file)) {
            return List.of();
        }
        return translated(() -> {
            try (Journal journal = files.open(Following.studies())) {
                return records(journal);
            }
        });
    }

    private static List<RunRecord> records(Journal journal) {
        return journal.read(state -> state.studies().stream()
                .flatMap(stored -> record(journal, stored).stream())
                .sorted(Comparator.comparing((RunRecord run) -> run.id().study())
                        .thenComparing(run -> run.id().kind())
                        .thenComparing(run -> run.id().series().search().orElse(0))
                        .thenComparing(run -> run.id().number()))
                .toList());
    }

    /** Returns what the searches began with, of whatever study, by rising number: those of the file, and those that were moved. */
    List<RunHeader> searches() {
        List<RunHeader> here = searchesHere();
        Predicate<RunId> belongs = ofThisFile(here.stream().map(RunHeader::id).toList());
        return Stream.concat(
                        here.stream(),
                        archives.files().stream()
                                .flatMap(moved -> new JournalStorage(moved).searchesHere().stream())
                                .filter(run -> belongs.test(run.id())))
                .sorted(Comparator.comparingInt(run -> run.id().number()))
                .distinct()
                .toList();
    }

    private List<RunHeader> searchesHere() {
        return files.read(Following.studies(), state -> state.studies().stream()
                .flatMap(stored -> RunAttributes.readable(stored).stream())
                .filter(run -> run.id().kind() == RunKind.SEARCH)
                .toList());
    }

    /**
     * Returns all that is kept of a run, which needs none of its classes.
     *
     * @throws StorageException if there is no such run, or it cannot be read; a trial that cannot costs no more than itself
     */
    public KeptRun read(RunId run) {
        return files.readRun(run, Following.study(run.toString()), (stored, journal) -> {
            RunHeader header = RunAttributes.header(stored)
                    .orElseThrow(() -> new StorageException(run + " must be a run of this library"));
            boolean isHeld = Holds.isHeld(stored, journal.holder());
            return KeptRun.of(new RunRecord(header, RunAttributes.end(stored), isHeld), stored);
        });
    }

    private static Optional<RunRecord> record(Journal journal, StoredStudy stored) {
        return RunAttributes.readable(stored)
                .map(header ->
                        new RunRecord(header, RunAttributes.end(stored), Holds.isHeld(stored, journal.holder())));
    }

    @Override
    public List<TrialRecord> trials(RunId run, Space<?> space) {
        return files.readRun(run, Following.study(run.toString()), (stored, journal) -> {
            TrialMapping mapping = TrialMapping.of(stored, space);
            return stored.trials().stream().map(mapping::record).toList();
        });
    }

    @Override
    public List<Projection.Stored> complete(RunId run) {
        return files.readRun(run, JournalStorage::complete);
    }

    @Override
    public Map<RunId, List<TrialRecord>> outcomes(List<RunHeader> runs) {
        if (runs.isEmpty() || !Files.exists(file)) {
            return Map.of();
        }
        Set<String> names = runs.stream().map(run -> run.id().toString()).collect(Collectors.toSet());
        return files.read(new Following(names::contains, false), state -> {
            Map<RunId, List<TrialRecord>> all = new HashMap<>();
            for (RunHeader run : runs) {
                state.study(run.id().toString())
                        .flatMap(stored -> KeptRun.trials(run, stored))
                        .ifPresent(trials -> all.put(run.id(), trials));
            }
            return all;
        });
    }

    /** Returns the complete trials of all runs, those that were moved included, each file read in one go, by the names of the runs. */
    Map<String, List<Projection.Stored>> complete() {
        Map<String, List<Projection.Stored>> all = new HashMap<>();
        archives.files().forEach(moved -> all.putAll(new JournalStorage(moved).completeHere()));
        all.putAll(completeHere());
        return all;
    }

    private Map<String, List<Projection.Stored>> completeHere() {
        return files.read(Following.everything().withoutReports(), state -> state.studies().stream()
                .filter(stored -> RunAttributes.readable(stored).isPresent())
                .collect(Collectors.toMap(StoredStudy::name, JournalStorage::complete)));
    }

    private static List<Projection.Stored> complete(StoredStudy stored) {
        return stored.trials().stream()
                .flatMap(trial -> TrialMapping.complete(stored.name(), trial).stream())
                .toList();
    }

    /**
     * Moves the oldest finished searches of a study, all but some, to files of their own beside this one, with what belongs to them: run 3
     * of {@code digits.log} to {@code digits.3.log}. They can be read as before, but are no longer among {@link #runs()}. The two whose re-tests
     * began last stay, however many that are, so that what is accepted is seen with all of its re-tests.
     *
     * <p>Nothing is moved while somebody else may have the file open: another process that runs a study of it, or another program that
     * has written a trial within an hour.
     *
     * @param study the name of the study
     * @param keep how many stay; at least 1
     * @return whether any was moved
     * @throws StorageException if the file cannot be read or written; nothing is lost
     */
    public boolean archive(String study, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("keep (" + keep + ") must be at least 1");
        }
        return Files.exists(file) && translated(() -> archives.moveAllBut(keep, study));
    }

    /** Returns the runs of the studies in this file that were moved to files of their own, by rising number. */
    public List<RunRecord> archived() {
        List<RunId> here = runs().stream().map(RunRecord::id).toList();
        Predicate<RunId> belongs = ofThisFile(here);
        return archives.files().stream()
                .flatMap(moved -> new JournalStorage(moved)
                        .runs().stream().filter(run -> archives.file(run.id()).equals(moved)))
                .filter(run -> belongs.test(run.id()) && !here.contains(run.id()))
                .toList();
    }

    /** Returns the file to which a search was moved; empty if it was not. */
    public Optional<Path> moved(String study, int run) {
        return archived().stream()
                .map(RunRecord::id)
                .filter(id -> id.equals(new RunId(study, run)))
                .map(archives::file)
                .findFirst();
    }

    /**
     * Returns which runs in the files beside this one were moved from it: those of the studies that have a run here, and those that
     * once were here themselves. A file's name alone does not say it, as {@code digits.3.log} may be that of a study.
     */
    private Predicate<RunId> ofThisFile(List<RunId> here) {
        Set<String> studies = here.stream().map(RunId::study).collect(Collectors.toSet());
        Set<String> gone = Files.exists(file) && !archives.files().isEmpty()
                ? files.read(Following.studies(), JournalState::deletedNames)
                : Set.of();
        return run -> studies.contains(run.study()) || gone.contains(run.toString());
    }

    /**
     * Takes runs out of the file, or out of those to which they were moved, for Optuna's tools too. Their numbers are not given again,
     * as long as one of the runs of this file is left here or where it was moved to; after that, the file is removed. What their trials could go on from
     * goes with them, where it is beside this file.
     *
     * @throws StorageException if one is not there, or somebody who lives goes on with it; then none of this file is taken out
     */
    public void delete(List<RunId> runs) {
        Set<RunId> present = runs().stream().map(RunRecord::id).collect(Collectors.toSet());
        List<RunId> here = runs.stream().filter(present::contains).toList();
        List<RunId> moved = runs.stream().filter(run -> !present.contains(run)).toList();
        List<RunHeader> searches =
                searches().stream().filter(run -> runs.contains(run.id())).toList();
        deleteHere(here);
        for (RunId run : moved) {
            Path target = archives.file(run);
            if (target.equals(file) || !Files.exists(target)) {
                throw files.missing(run);
            }
            new JournalStorage(target).delete(List.of(run));
        }
        searches.forEach(run -> CheckpointStore.at(archives.checkpoints(), run).removeAllBut(trial -> false));
        removeIfEmpty();
    }

    /** The file leads to the runs that were moved from it, and knows which numbers were given. */
    private void removeIfEmpty() {
        if (Files.exists(file) && runs().isEmpty() && archived().isEmpty()) {
            translated(() -> {
                archives.clean();
                try (Journal journal = files.open(Following.studies())) {
                    return journal.removeIfEmpty();
                }
            });
        }
    }

    private void deleteHere(List<RunId> runs) {
        if (runs.isEmpty()) {
            return;
        }
        translated(() -> {
            try (Journal journal = files.open(Following.studies())) {
                return journal.append(state -> runs.stream()
                        .<Operation>map(run -> new Operation.DeleteStudy(deletable(run, state, journal)))
                        .toList());
            }
        });
    }

    private int deletable(RunId run, JournalState state, Journal journal) {
        StoredStudy stored = state.study(run.toString()).orElseThrow(() -> files.missing(run));
        if (Holds.isHeld(stored, journal.holder())) {
            throw new StorageException(run + " must not be in use to be deleted; end the process that runs it");
        }
        return stored.id();
    }

    @Override
    public Map<Integer, Integer> invocations(RunId run) {
        return files.readRun(run, Invocation::ofLastPart);
    }

    @Override
    public Duration elapsed(RunId run) {
        return files.readRun(run, stored -> Elapsed.total(Elapsed.parts(stored)));
    }

    /** Returns a directory beside the file: {@code digits.checkpoints} beside {@code digits.log}. */
    @Override
    public Optional<Path> checkpoints() {
        return Optional.of(archives.checkpoints());
    }

    /** Runs that are begun close their own files. */
    @Override
    public void close() {}
}
