// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.sampler.Proposal;
import dev.hpo.space.Space;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.Storage;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a study could go on with: one of its searches, and what speaks against that.
 *
 * <pre>{@code
 * Optional<Continuation> left = Continuation.of(space, spec).filter(Continuation::isSame);
 * Study<T> study = left.isPresent()
 *         ? Study.resume(space, spec, left.get().run().id())
 *         : Study.open(space, spec);
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Continuation {

    private final Space<?> space;
    private final StudySpec spec;
    private final RunRecord run;

    private Continuation(Space<?> space, StudySpec spec, RunRecord run) {
        this.space = space;
        this.spec = spec;
        this.run = run;
    }

    /**
     * Looks for the last search of a study.
     *
     * @param space the space to search
     * @param spec what the study is
     * @return empty if the study has none
     * @throws dev.hpo.storage.StorageException if the runs cannot be read
     */
    public static Optional<Continuation> of(Space<?> space, StudySpec spec) {
        List<Continuation> all = all(space, spec);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the last search of a study. */
    static Optional<RunRecord> last(StudySpec spec) {
        return spec.storage().runs(spec.name()).stream()
                .filter(run -> run.id().kind() == RunKind.SEARCH)
                .reduce((earlier, later) -> later);
    }

    /** Returns whether a study can take part in a run: it has not ended, or not for all, and the study is the same. */
    static boolean isOpen(RunRecord run, Space<?> space, StudySpec spec) {
        return (!run.isFinished() || run.isHeld())
                && new Continuation(space, spec, run).differences().isEmpty();
    }

    /** Returns whether all is as it was that decides the course of a run, whether it has ended or not. */
    static boolean isAsBefore(RunRecord run, Space<?> space, StudySpec spec) {
        return new Continuation(space, spec, run).differences().isEmpty();
    }

    /** Returns whether a run was interrupted, and would go on as if it had not been. */
    static boolean isSame(RunRecord run, Space<?> space, StudySpec spec) {
        return new Continuation(space, spec, run).isSame();
    }

    /**
     * Returns the searches of a study by rising number.
     *
     * @param space the space to search
     * @param spec what the study is
     * @throws dev.hpo.storage.StorageException if the runs cannot be read
     */
    public static List<Continuation> all(Space<?> space, StudySpec spec) {
        return spec.storage().watched(spec.name()).stream()
                .filter(run -> run.id().kind() == RunKind.SEARCH)
                .map(run -> new Continuation(space, spec, run))
                .toList();
    }

    /** Returns the run, as it stood when it was looked for. */
    public RunRecord run() {
        return run;
    }

    /** Returns whether it was stopped from outside, or its process died, and nobody goes on with it. */
    public boolean isInterrupted() {
        return !run.isFinished() && !run.isHeld();
    }

    /** Returns whether it was interrupted, and would go on as if it had not been. */
    public boolean isSame() {
        return isInterrupted() && differences().isEmpty();
    }

    /** Returns how many trials the run could have when it began, or went on last; empty if it does not say so, as one of an older version. */
    public OptionalInt trials() {
        return RunCourse.trials(run.header().basis().course());
    }

    /**
     * Returns how many of its trials have ended, and count; of a run that spends steps, how many trainings' worth of them are spent.
     *
     * @throws dev.hpo.storage.StorageException if they cannot be read, as of a run with {@link #obstacles}
     */
    public int ended() {
        History history = History.of(spec.storage().trials(run.id(), space));
        return allowance().spent(history);
    }

    /**
     * Returns whether any of its trials is complete.
     *
     * @throws dev.hpo.storage.StorageException if they cannot be read, as of a run with {@link #obstacles}
     */
    public boolean hasResult() {
        return History.of(spec.storage().trials(run.id(), space)).count(TrialState.COMPLETE) > 0;
    }

    /** Returns what the run cannot go on with, for people: another space, another direction, or checkpoints that are gone; empty if it can. */
    public List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        RunHeader then = run.header();
        if (!then.fingerprint().equals(space.fingerprint())) {
            obstacles.addAll(Beginnings.changes(then, space));
        }
        if (then.goal().direction() != spec.direction()) {
            obstacles.add(
                    "direction (" + spec.direction() + ") was " + then.goal().direction());
        }
        if (then.aim().of() != spec.of()) {
            obstacles.add("of (" + spec.of() + ") was " + then.aim().of());
        }
        // One that came to its end has a result all the same, which can be looked at without them.
        if (obstacles.isEmpty() && !run.isFinished()) {
            gone().ifPresent(obstacles::add);
        }
        return obstacles;
    }

    /**
     * Returns which checkpoints are gone from which further trials would set out, for people; empty if there are all of them, or if none is needed. A run that came to its end keeps no more than the best
     * one, as a rule, so that it cannot have more than it has had.
     *
     * @throws dev.hpo.storage.StorageException if its trials cannot be read, as of a run with other {@link #obstacles}
     * @throws StudyException if the sampler fails to say what it keeps
     */
    public Optional<String> gone() {
        if (!spec.sampler().forks()) {
            return Optional.empty();
        }
        History stored = History.of(spec.storage().trials(run.id(), space));
        StudyFacts facts = Beginnings.facts(spec, run.header().seed(), List.of());
        return Optional.of(Checkpoints.missing(spec, run.header(), stored, facts))
                .filter(missing -> !missing.isEmpty())
                .map(Checkpoints::text);
    }

    /**
     * Returns what decides the course of the run and is not as it was when it began, or went on last, for people: {@code seed (8) was 7}.
     * If there is nothing, a run that was interrupted goes on as if it had never been.
     */
    public List<String> differences() {
        List<String> obstacles = obstacles();
        return obstacles.isEmpty() ? differences(run.header()) : obstacles;
    }

    /**
     * Returns whether there may be no {@link #differences}: there is none but in earlier studies, if any, which would have to be read to
     * know that.
     */
    public boolean isAlike() {
        return obstacles().isEmpty()
                && ownDifferences(run.header()).isEmpty()
                && courseDifferences(run.header()).isEmpty();
    }

    private List<String> differences(RunHeader then) {
        List<String> differences = ownDifferences(then);
        List<String> earlier =
                earlier(then.id()).stream().map(EarlierStudy::describe).toList();
        if (!earlier.equals(then.basis().earlier())) {
            differences.add(
                    "earlier studies (" + earlier + ") were " + then.basis().earlier());
        }
        differences.addAll(courseDifferences(then));
        return differences;
    }

    private List<String> courseDifferences(RunHeader then) {
        return RunCourse.differences(then.basis().course(), RunCourse.of(space, spec));
    }

    private List<String> ownDifferences(RunHeader then) {
        // The space is the same, so what is left of it is the start configuration.
        List<String> differences = new ArrayList<>(Beginnings.changes(then, space));
        if (!then.basis().code().equals(spec.code())) {
            differences.add(
                    "code (" + shown(spec.code()) + ") was "
                            + shown(then.basis().code())
                            + ": other bytes of the classes of the test or of its configuration, as after a change or by another compiler, or the same test in another place");
        }
        if (spec.seed().isPresent() && Beginnings.seed(spec, then.id()) != then.seed()) {
            differences.add("seed (" + Beginnings.seed(spec, then.id()) + ") was " + then.seed());
        }
        return differences;
    }

    private static String shown(String hash) {
        return hash.isEmpty() ? "none" : hash.substring(0, Math.min(8, hash.length()));
    }

    private List<EarlierStudy> earlier(RunId of) {
        return Beginnings.earlier(space, spec, Beginnings.start(space).instance(), of);
    }

    /**
     * Returns why no trial would begin if the run went on, for people, as when it has had all trials that the study may have now; empty if one
     * would. Reads its trials, and asks the sampler.
     *
     * @throws dev.hpo.storage.StorageException if they cannot be read, as of a run with {@link #obstacles}
     * @throws StudyException if the sampler fails
     */
    public Optional<String> done() {
        Storage storage = spec.storage();
        History history = History.of(storage.trials(run.id(), space));
        EndRules rules = new EndRules(
                spec,
                allowance(),
                storage.elapsed(run.id()),
                new Stopwatch(spec.ticker()),
                run.id().kind());
        if (!Retries.unfinished(history).isEmpty()) {
            return Optional.empty();
        }
        History view = spec.mode() == Mode.ORDERED ? history.asSeenBy(history.size(), spec.window()) : history;
        Ledger ledger = new Ledger(spec.direction(), spec.mode(), history);
        Optional<String> end = rules.reason(view, ledger);
        boolean isAnyQueued = history.count(TrialState.WAITING) > 0
                || Beginnings.count(history, Origin.Source.QUEUED)
                        < spec.queued().size();
        if (rules.isOnlyForPaused(view, ledger)) {
            return proposal(view) instanceof Proposal.Promote ? Optional.empty() : end;
        }
        return end.isPresent() || isAnyQueued ? end : exhaustion(view);
    }

    private Optional<String> exhaustion(History view) {
        return proposal(view) instanceof Proposal.Exhausted exhausted
                ? Optional.of(exhausted.reason())
                : Optional.empty();
    }

    private Proposal proposal(History view) {
        return new Candidates(space, spec.sampler(), facts()).propose(view.size(), view);
    }

    private Allowance allowance() {
        return new Allowance(spec.sampler(), facts());
    }

    private StudyFacts facts() {
        return Beginnings.facts(spec, run.header().seed(), earlier(run.id()));
    }
}
