// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static dev.hpo.storage.JournalFiles.translated;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.journal.Decision;
import dev.hpo.storage.journal.Following;
import dev.hpo.storage.journal.Journal;
import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.Receipt;
import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** A run in a journal, for one who goes on with it. */
final class JournalRun implements RunStore {

    /** Reports that follow the beginning or one another faster are written with the next one, or with the end. */
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Journal journal;
    private volatile RunHeader header;
    private final TrialMapping mapping;
    private final TrialOperations operations;
    private final String hold;
    private final int part;
    private final Duration before;
    private final long begin = System.nanoTime();
    private final AtomicBoolean isHeld = new AtomicBoolean(true);
    /** When something of a trial that runs here was last written, by {@link System#nanoTime()}. */
    private final Map<TrialKey, Long> written = new ConcurrentHashMap<>();

    /** What is in the file of the trials that run here beside their values. */
    private final Interims interims = new Interims();

    private JournalRun(Journal journal, RunHeader header, Space<?> space, Part part) {
        this.journal = journal;
        this.header = header;
        this.mapping = TrialMapping.of(header, space);
        this.hold = part.hold;
        this.part = part.number;
        this.before = part.before;
        this.operations = new TrialOperations(mapping, journal.holder().name());
    }

    /** Begins the next run of a series; if that fails, the journal is closed. */
    static RunStore begin(Journal journal, RunSeries series, Space<?> space, Function<RunId, RunHeader> header) {
        return orClosed(
                        journal,
                        hold -> begin(
                                journal,
                                space,
                                hold,
                                state -> Optional.of(header.apply(RunBeginning.next(journal.path(), state, series)))))
                .orElseThrow();
    }

    /** Begins a run, unless its series is as far already; then, or if it fails, the journal is closed. */
    static Optional<RunStore> begin(Journal journal, RunHeader header, Space<?> space) {
        return orClosed(
                journal,
                hold -> begin(journal, space, hold, state -> Optional.of(header)
                        .filter(made -> made.id().number()
                                >= RunBeginning.next(
                                                journal.path(), state, made.id().series())
                                        .number())));
    }

    private static Optional<RunStore> begin(
            Journal journal, Space<?> space, String hold, Function<JournalState, Optional<RunHeader>> header) {
        List<RunHeader> made = new ArrayList<>();
        journal.append(state -> {
            made.clear();
            header.apply(state).ifPresent(made::add);
            made.forEach(begun -> journal.follow(Following.study(begun.id().toString())));
            return made.stream()
                    .flatMap(begun ->
                            RunBeginning.of(state, begun, Holds.held(1, journal.holder(), hold), journal.holder())
                                    .stream())
                    .toList();
        });
        return made.stream()
                .findFirst()
                .map(begun -> new JournalRun(journal, begun, space, new Part(1, hold, Duration.ZERO)));
    }

    /** Goes on with a run; empty, with the journal closed, if somebody who lives holds it. */
    static Optional<RunStore> resume(Journal journal, RunId run, Space<?> space) {
        return take(journal, run, space, true);
    }

    /** Goes on with a run beside others. */
    static RunStore join(Journal journal, RunId run, Space<?> space) {
        return take(journal, run, space, false).orElseThrow();
    }

    private static Optional<RunStore> take(Journal journal, RunId run, Space<?> space, boolean isAlone) {
        return orClosed(journal, hold -> {
            RunHeader header = journal.read(state -> RunAttributes.header(study(state, run))
                    .orElseThrow(() -> new StorageException(run + " must be a run of this library; begin one")));
            if (isAlone) {
                Holds.watch(journal, study -> study.name().equals(run.toString()));
            }
            List<Part> parts = new ArrayList<>();
            journal.append(state -> {
                StoredStudy study = study(state, run);
                parts.clear();
                if (isAlone && Holds.isHeld(study, journal.holder())) {
                    return List.of();
                }
                Map<Long, Duration> before = Elapsed.parts(study);
                Part taken = new Part(Holds.next(study), hold, Elapsed.total(before));
                parts.add(taken);
                List<Attribute> taking = Holds.taking(study, taken.number, journal.holder(), hold);
                // The next attempt at a trial takes the place of what the last one said of its part.
                before.forEach((part, elapsed) -> taking.add(RunAttributes.elapsed(part, elapsed)));
                return RunAttributes.changes(study, header, taking);
            });
            boolean isTaken = journal.read(state -> study(state, run)
                    .systemAttributes()
                    .containsValue(journal.holder().name() + " " + hold));
            return parts.stream()
                    .filter(taken -> isTaken)
                    .findFirst()
                    .map(taken -> new JournalRun(journal, header, space, taken));
        });
    }

    /** Takes a run under a new name for whoever holds it here; if nothing comes of that, the name and the journal are let go. */
    private static Optional<RunStore> orClosed(Journal journal, Function<String, Optional<RunStore>> action) {
        String hold = Holds.take();
        Optional<RunStore> store = Optional.empty();
        try {
            store = action.apply(hold);
            return store;
        } finally {
            if (store.isEmpty()) {
                Holds.letGo(hold);
                journal.close();
            }
        }
    }

    private static StoredStudy study(JournalState state, RunId run) {
        return state.study(run.toString())
                .orElseThrow(() -> new StorageException(run + " must stay in its file; somebody has deleted it"));
    }

    private StoredStudy study(JournalState state) {
        return study(state, header.id());
    }

    @Override
    public RunHeader header() {
        return header;
    }

    @Override
    public Duration elapsedBefore() {
        return before;
    }

    @Override
    public boolean begin(TrialRecord trial, OptionalInt invocation, int most) {
        List<Attribute> given = new ArrayList<>(List.of(elapsed()));
        invocation.ifPresent(number -> given.add(new Invocation(part, number).attribute()));
        given.addAll(interims.of(trial.key(), trial.progress()));
        Decision decision = state -> {
            StoredStudy study = study(state);
            boolean isOver = Attempts.isOfBudget(trial) && study.counted() >= most;
            return isOver ? List.of() : operations.begin(state, study, trial, given);
        };
        List<Receipt> receipts =
                ifHeld(() -> journal.appendUnless(state -> !isHeld.get() || isGone(state, trial), whileHeld(decision)));
        if (!isTaken(receipts) || !isAt(receipts.get(receipts.size() - 1).id(), trial.number())) {
            return false;
        }
        written.put(trial.key(), System.nanoTime());
        interims.written(trial.key(), trial.progress());
        return true;
    }

    /** Where somebody has written in spite of the lock, what was to begin a trial may have begun another one. */
    private boolean isAt(int id, int number) {
        return translated(() -> journal.read(state ->
                state.trial(id).filter(trial -> trial.number() == number).isPresent()));
    }

    /** Whoever comes too late need not wait for the lock in order to learn that: a number that is taken stays so. */
    private boolean isGone(JournalState state, TrialRecord trial) {
        return trial.key().attempt() == 0
                && TrialOperations.find(study(state), trial.number())
                        .filter(present -> !Attempts.takes(trial, present.state()))
                        .isPresent();
    }

    /** What is written last is what counts: a trial's state, where there is one. */
    private static boolean isTaken(List<Receipt> receipts) {
        return !receipts.isEmpty() && receipts.get(receipts.size() - 1).counted();
    }

    @Override
    public int queue(Configuration wanted) {
        int[] number = new int[1];
        append(state -> {
            StoredStudy study = study(state);
            number[0] = study.size();
            return List.of(new Operation.CreateTrial(study.id(), mapping.queued(wanted)));
        });
        return number[0];
    }

    @Override
    public Optional<TrialRecord> firstQueued() {
        return translated(() -> journal.read(
                state -> study(state).waiting().stream().findFirst().map(mapping::record)));
    }

    @Override
    public int lost(int trial) {
        return translated(() -> journal.read(state -> {
            StoredStudy study = study(state);
            return TrialOperations.find(study, trial)
                    .map(stored -> Holds.lost(study, stored, journal.holder().name()))
                    .orElse(0);
        }));
    }

    @Override
    public boolean report(TrialKey key, Progress progress) {
        long now = System.nanoTime();
        // What a trial can go on from is not to be ahead of what is known of it.
        boolean canWait = !progress.attributes().containsKey(TrialRecord.SAVED);
        if (canWait && now - written.getOrDefault(key, now - WAIT_NANOS) < WAIT_NANOS) {
            return isHeld.get()
                    && translated(() -> journal.read(state -> TrialOperations.find(study(state), key.number())
                            .filter(trial -> TrialOperations.isOf(trial, key))
                            .isPresent()));
        }
        List<Receipt> receipts = appendHeld(state -> TrialOperations.find(study(state), key.number())
                .filter(trial -> TrialOperations.isOf(trial, key))
                .map(trial -> TrialOperations.report(trial, progress, interims.with(elapsed(), key, progress)))
                .orElse(List.of()));
        written.put(key, System.nanoTime());
        boolean isTaken = receipts.stream().allMatch(Receipt::counted) && !receipts.isEmpty();
        if (isTaken) {
            interims.written(key, progress);
        }
        return isTaken;
    }

    @Override
    public boolean end(TrialRecord trial) {
        boolean[] isKnown = new boolean[1];
        List<Receipt> receipts = appendHeld(state -> {
            StoredTrial stored = TrialOperations.find(study(state), trial.number())
                    .orElseThrow(() -> new StorageException(
                            trial.key() + " of " + header.id() + " must have begun; begin it first"));
            isKnown[0] = stored.state().isFinished() && mapping.record(stored).equals(trial);
            return TrialOperations.isOf(stored, trial.key()) ? operations.end(stored, trial, elapsed()) : List.of();
        });
        written.remove(trial.key());
        interims.remove(trial.key());
        return isKnown[0] || isTaken(receipts);
    }

    @Override
    public List<TrialRecord> changes() {
        return translated(() -> journal.read(state -> {
            StoredStudy study = study(state);
            return study.drainChanged().stream()
                    .sorted()
                    .map(number -> mapping.record(study.trials().get(number)))
                    .toList();
        }));
    }

    @Override
    public List<TrialKey> abandoned() {
        return translated(() -> journal.read(state -> study(state).trials().stream()
                .filter(trial -> trial.state() == TrialState.RUNNING)
                .filter(this::isAbandoned)
                .map(trial -> new TrialKey(trial.number(), new TrialAttributes(trial).attempt()))
                .toList()));
    }

    private boolean isAbandoned(StoredTrial trial) {
        return new TrialAttributes(trial)
                .holder()
                .filter(name -> !journal.holder().isAlive(name))
                .isPresent();
    }

    @Override
    public void rebase(RunHeader.Basis basis, StoredSpace space) {
        append(state -> RunAttributes.changes(study(state), header, RunAttributes.course(basis, space)));
        header = header.with(basis, space);
    }

    @Override
    public void settle(RunEnd end) {
        append(state -> RunAttributes.changes(study(state), header, List.of(RunAttributes.ended(end))));
    }

    @Override
    public void end(RunEnd end) {
        letGo(Optional.of(end));
    }

    /** The file cannot be written any more, most likely, if this fails: then the process is as good as dead to others. */
    @Override
    public void close() {
        try {
            letGo(Optional.empty());
        } finally {
            translated(() -> {
                journal.close();
                return true;
            });
        }
    }

    /** Only the last of those who go on with the run ends it. */
    private void letGo(Optional<RunEnd> how) {
        if (!isHeld.getAndSet(false)) {
            return;
        }
        try {
            append(state -> {
                StoredStudy study = study(state);
                List<Attribute> leaving =
                        new ArrayList<>(List.of(RunAttributes.elapsed(part, time()), Holds.free(part, how)));
                Holds.end(study, part, how, journal.holder())
                        .map(RunAttributes::ended)
                        .ifPresent(leaving::add);
                return RunAttributes.changes(study, header, leaving);
            });
        } finally {
            Holds.letGo(hold);
        }
    }

    /** Returns what every write about a trial says of the time so far. */
    private Attribute elapsed() {
        return TrialAttributes.elapsed(part, time());
    }

    private Duration time() {
        return before.plusNanos(System.nanoTime() - begin);
    }

    /**
     * Appends what is decided unless the run was let go, as by the end of the process on another thread: what comes after that would be
     * in the way of whoever goes on with the run.
     */
    private List<Receipt> appendHeld(Decision decision) {
        return ifHeld(() -> journal.append(whileHeld(decision)));
    }

    private Decision whileHeld(Decision decision) {
        return state -> isHeld.get() ? decision.decide(state) : List.of();
    }

    private List<Receipt> ifHeld(Supplier<List<Receipt>> action) {
        try {
            return isHeld.get() ? translated(action) : List.of();
        } catch (StorageException e) {
            if (isHeld.get()) {
                throw e;
            }
            return List.of();
        }
    }

    private List<Receipt> append(Decision decision) {
        return translated(() -> journal.append(decision));
    }

    /** A part of a run that begins. */
    private record Part(int number, String hold, Duration before) {}
}
