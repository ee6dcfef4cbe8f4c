// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.numeric.Purpose;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run in memory. */
final class InMemoryRun {

    private RunHeader header;
    private final List<TrialRecord> trials = new ArrayList<>();
    private final SortedSet<Integer> waiting = new TreeSet<>();

    /** The numbers of trials by those of invocations, of each part that gave any, by the number of the part. */
    private final TreeMap<Integer, Map<Integer, Integer>> invocations = new TreeMap<>();

    /** Who began the last attempt at a trial, and how many before it were lost, by the trial's number. */
    private final Map<Integer, Attempt> attempts = new HashMap<>();

    private final Set<Store> stores = new HashSet<>();

    private @Nullable RunEnd end;

    /** How one of those ended it who have left it while others went on with it. */
    private @Nullable RunEnd finishedByOne;

    private Duration elapsed = Duration.ZERO;
    private int parts;

    /** The part with which those began who share the run now. */
    private int company = 1;

    /** The trials that count towards the budget. */
    private final Set<Integer> counted = new HashSet<>();

    InMemoryRun(RunHeader header) {
        this.header = header;
    }

    synchronized RunHeader header() {
        return header;
    }

    synchronized Duration elapsed() {
        return elapsed;
    }

    private synchronized void rebase(RunHeader.Basis basis, StoredSpace space) {
        header = header.with(basis, space);
    }

    private synchronized void settle(RunEnd how) {
        end = how;
    }

    synchronized RunRecord record() {
        return new RunRecord(header, Optional.ofNullable(end), !stores.isEmpty());
    }

    synchronized List<TrialRecord> trials() {
        return List.copyOf(trials);
    }

    synchronized Map<Integer, Integer> invocations() {
        return invocations.isEmpty()
                ? Map.of()
                : Map.copyOf(invocations.lastEntry().getValue());
    }

    synchronized Optional<RunStore> hold() {
        return stores.isEmpty() ? Optional.of(share()) : Optional.empty();
    }

    synchronized RunStore share() {
        if (stores.isEmpty()) {
            end = null;
            finishedByOne = null;
            company = parts + 1;
        }
        parts++;
        Store store = new Store();
        trials.forEach(trial -> store.changed.add(trial.number()));
        stores.add(store);
        return store;
    }

    private synchronized boolean begin(TrialRecord trial, OptionalInt invocation, Store store) {
        int number = trial.number();
        Optional<TrialRecord> last = number < trials.size() ? Optional.of(trials.get(number)) : Optional.empty();
        boolean isNext = trial.key().attempt() == 0
                ? number == trials.size()
                        || last.filter(present -> Attempts.takes(trial, present.state()))
                                .isPresent()
                : Attempts.follows(trial, last);
        if (isNext) {
            attempts.put(number, new Attempt(store, lost(number, store)));
            keep(trial);
            invocation.ifPresent(given -> invocations
                    .computeIfAbsent(store.part, any -> new TreeMap<>())
                    .put(given, number));
        }
        return isNext;
    }

    private synchronized int lost(int trial, Store asking) {
        Attempt last = attempts.get(trial);
        if (last == null) {
            return 0;
        }
        boolean isLost =
                last.by != asking && isHeld(trial) && !trials.get(trial).state().isFinished();
        return last.lostBefore + (isLost ? 1 : 0);
    }

    private synchronized boolean report(TrialKey key, Progress progress) {
        TrialRecord kept = find(key);
        if (!kept.key().equals(key) || kept.state().isFinished()) {
            return false;
        }
        keep(kept.with(progress));
        return true;
    }

    private synchronized boolean finish(TrialRecord trial) {
        TrialRecord kept = find(trial.key());
        if (!kept.key().equals(trial.key()) || kept.state().isFinished()) {
            return kept.equals(trial);
        }
        keep(trial);
        return true;
    }

    /** Takes over the queue of the search before this one, unless somebody holds that. */
    synchronized void takeOver(InMemoryRun last) {
        last.handOver(header.id()).forEach(this::queue);
    }

    private synchronized List<Configuration> handOver(RunId next) {
        List<TrialRecord> moved = stores.isEmpty() ? queued() : List.of();
        for (int i = 0; i < moved.size(); i++) {
            Outcome outcome = new Outcome.Failed(TrialAttributes.movedTo(next.toString(), i));
            keep(moved.get(i).finished(outcome, moved.get(i).start().startedAt()));
        }
        return moved.stream().map(TrialRecord::configuration).toList();
    }

    private synchronized int queue(Configuration wanted) {
        int number = trials.size();
        TrialStart start = new TrialStart(
                number,
                wanted,
                Purpose.TRIAL.seed(header.basis().seed(), number),
                Origin.ofStorage(),
                header.createdAt());
        keep(new TrialRecord(start, Progress.NONE, new Outcome.Waiting(Optional.empty()), Optional.empty()));
        return number;
    }

    private synchronized List<TrialRecord> queued() {
        return waiting.stream().map(trials::get).toList();
    }

    private synchronized Optional<TrialRecord> firstQueued() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(trials.get(waiting.first()));
    }

    /** Returns how many trials count towards the budget. */
    private synchronized int counted() {
        return counted.size();
    }

    private static boolean isWaiting(TrialRecord trial) {
        return trial.state() == TrialState.WAITING;
    }

    private TrialRecord find(TrialKey key) {
        if (key.number() >= trials.size()) {
            throw new StorageException(key + " of " + header.id() + " must have begun; begin it first");
        }
        return trials.get(key.number());
    }

    private void keep(TrialRecord trial) {
        if (trial.number() == trials.size()) {
            trials.add(trial);
        } else {
            trials.set(trial.number(), trial);
        }
        if (isWaiting(trial)) {
            waiting.add(trial.number());
        } else {
            waiting.remove(trial.number());
        }
        if (trial.isCounted()) {
            counted.add(trial.number());
        } else {
            counted.remove(trial.number());
        }
        stores.forEach(store -> store.changed.add(trial.number()));
    }

    private synchronized List<TrialRecord> take(SortedSet<Integer> changed) {
        List<TrialRecord> taken = changed.stream().map(trials::get).toList();
        changed.clear();
        return taken;
    }

    private synchronized List<TrialKey> abandoned() {
        return trials.stream()
                .filter(trial -> trial.state() == TrialState.RUNNING && !isHeld(trial.number()))
                .map(TrialRecord::key)
                .toList();
    }

    private boolean isHeld(int trial) {
        Attempt last = attempts.get(trial);
        return last != null && stores.contains(last.by);
    }

    /** The first end counts: whoever has let go of the run has nothing more to say of it. */
    private synchronized void release(Store store, Optional<RunEnd> how) {
        if (stores.remove(store)) {
            Duration now = store.before.plusNanos(System.nanoTime() - store.begin);
            elapsed = elapsed.compareTo(now) > 0 ? elapsed : now;
            if (stores.isEmpty()) {
                List<Integer> left = trials.stream()
                        .filter(trial -> trial.state() == TrialState.RUNNING && isOurs(trial))
                        .map(TrialRecord::number)
                        .toList();
                boolean isAnyOfOthers = left.stream().anyMatch(trial -> isOfCompany(trial, store));
                end = Company.end(how, Optional.ofNullable(finishedByOne), !left.isEmpty(), isAnyOfOthers)
                        .orElse(null);
            }
            finishedByOne = how.filter(Company::isFinished).orElse(finishedByOne);
        }
    }

    /** Returns whether one who took part beside another has begun the last attempt at a trial. */
    private boolean isOfCompany(int trial, Store but) {
        Attempt last = attempts.get(trial);
        return last != null && last.by != but && last.by.part >= company;
    }

    private static boolean isOurs(TrialRecord trial) {
        return trial.start().origin().source() != Origin.Source.OTHER;
    }

    /** Who began an attempt at a trial, and how many before it were lost. */
    private record Attempt(Store by, int lostBefore) {}

    /** The run for one who goes on with it. */
    private final class Store implements RunStore {

        /** The numbers of the trials that have changed since they were asked for. */
        private final SortedSet<Integer> changed = new TreeSet<>();

        private final int part = parts;
        private final Duration before = elapsed;
        private final long begin = System.nanoTime();

        /** What comes from a thread that does not know yet that the run was let go is refused. */
        private boolean ifHeld(BooleanSupplier action) {
            synchronized (InMemoryRun.this) {
                return stores.contains(this) && action.getAsBoolean();
            }
        }

        @Override
        public RunHeader header() {
            return InMemoryRun.this.header();
        }

        @Override
        public int queue(Configuration wanted) {
            return InMemoryRun.this.queue(wanted);
        }

        @Override
        public Optional<TrialRecord> firstQueued() {
            return InMemoryRun.this.firstQueued();
        }

        @Override
        public boolean begin(TrialRecord trial, OptionalInt invocation, int most) {
            return ifHeld(() -> (!Attempts.isOfBudget(trial) || counted() < most)
                    && InMemoryRun.this.begin(trial, invocation, this));
        }

        @Override
        public int lost(int trial) {
            return InMemoryRun.this.lost(trial, this);
        }

        @Override
        public void rebase(RunHeader.Basis basis, StoredSpace space) {
            InMemoryRun.this.rebase(basis, space);
        }

        @Override
        public boolean report(TrialKey trial, Progress progress) {
            return ifHeld(() -> InMemoryRun.this.report(trial, progress));
        }

        @Override
        public boolean end(TrialRecord trial) {
            return ifHeld(() -> finish(trial));
        }

        @Override
        public List<TrialRecord> changes() {
            return take(changed);
        }

        @Override
        public List<TrialKey> abandoned() {
            return InMemoryRun.this.abandoned();
        }

        @Override
        public Duration elapsedBefore() {
            return before;
        }

        @Override
        public void settle(RunEnd how) {
            InMemoryRun.this.settle(how);
        }

        @Override
        public void end(RunEnd how) {
            release(this, Optional.of(how));
        }

        @Override
        public void close() {
            release(this, Optional.empty());
        }
    }
}
