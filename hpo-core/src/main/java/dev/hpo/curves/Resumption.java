// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.encoding.Table;
import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far a study has come whose trials save what they can go on from: a function of its history.
 *
 * <p>A study is one of those once its first complete trial had saved something when it came to the first level, and until a trial that was to go on with
 * another has begun anew.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Resumption {

    /** The key of the note on a trial that goes on to the end of its training without a pause. */
    public static final String FINISHES = "curves.finishes";

    private static final int LOOKS = 3;

    /** So many full trainings' worth of steps are for many beginnings. */
    private static final int EXPLORING = 8;

    private final History history;
    private final Traces traces;
    private final SpentSteps spent;
    private final int trainings;
    private final int exploring;

    private Resumption(History history, Traces traces, SpentSteps spent, Budget budget) {
        this.history = history;
        this.traces = traces;
        this.spent = spent;
        this.trainings = budget.trainings().orElse(budget.trials());
        // Those that begin together know nothing of one another, and run to their ends.
        this.exploring = EXPLORING + budget.parallelism() - 1;
    }

    /** Returns the levels at which trials are looked at in a study whose trainings have an end. */
    public static Ladder ladder(long end) {
        return Ladder.of(end, LOOKS);
    }

    /** Returns how far a study has come that {@linkplain #isResuming is resuming}. */
    static Resumption of(Table table, History history, StudyFacts facts) {
        SpentSteps spent = SpentSteps.of(history, facts.budget().steps());
        Ladder ladder = ladder(spent.training().orElseThrow());
        Traces traces = Traces.of(table, ladder, facts.aim(), any -> true);
        return new Resumption(history, traces, spent, facts.budget());
    }

    /** Returns whether a study {@link #saves}, and no trial of it that was to go on with another has begun anew. */
    public static boolean isResuming(History history, StudyFacts facts) {
        return saves(history, facts) && history.trials().stream().noneMatch(TrialRecord::isBegunAnew);
    }

    /** Returns whether the first complete trial of a study, which is not warm, had saved something at its first look. */
    public static boolean saves(History history, StudyFacts facts) {
        OptionalLong end = SpentSteps.training(history, facts.budget().steps());
        return end.isPresent()
                && facts.earlier().isEmpty()
                && history.trials().stream()
                        .filter(trial -> trial.state() == TrialState.COMPLETE)
                        .findFirst()
                        .filter(first -> hasSaved(
                                history.chain(first.number()),
                                ladder(end.getAsLong()).step(0)))
                        .isPresent();
    }

    private static boolean hasSaved(List<TrialRecord> chain, long step) {
        List<Observation> all = chain.get(chain.size() - 1).observations();
        int upTo = Curves.upTo(all, step);
        int reports = upTo == 0 ? all.size() : upTo;
        return reports > 0
                && chain.stream()
                        .anyMatch(trial -> trial.savedStep().orElse(Long.MAX_VALUE)
                                <= all.get(reports - 1).step());
    }

    /** Returns the levels at which trials are looked at. */
    public Ladder ladder() {
        return traces.ladder();
    }

    /**
     * Returns whether it is time for many beginnings, of which a share goes on from each level to the next: early on, while trials that go on keep their order. Else a
     * trial is judged once.
     */
    public boolean isExploring() {
        return spent.trainings() < exploring && traces.areInOrder();
    }

    /** Returns whether fewer trials are complete than a model begins with, though what trials have before the end says nothing. */
    public boolean needsEnds(int some) {
        return !traces.areInOrder() && traces.complete().size() < some;
    }

    /** Returns how many steps are left to spend. */
    public long left() {
        return spent.left(trainings);
    }

    /** Returns how many steps a new trial takes before it is judged. */
    public long beginning() {
        return ladder().step(isExploring() ? 0 : Math.max(0, ladder().top() - 1));
    }

    /** Returns how many steps a trial takes to the next level. */
    public long stretch(TrialRecord trial) {
        return ladder().step(Math.min(levels(trial), ladder().top()))
                - trial.lastStep().orElse(0);
    }

    /** Returns how many steps a trial has left to its end. */
    public long rest(TrialRecord trial) {
        return Math.max(0, spent.training().orElseThrow() - trial.lastStep().orElse(0));
    }

    /** Returns how many trials have come to a level, those counted that are on their way to it. */
    public long begun(int level) {
        return history.last().stream()
                .filter(trial -> !trial.isRejected() && !trial.isSilent() && trial.state() != TrialState.WAITING)
                .filter(trial -> levels(trial) + (trial.state() == TrialState.RUNNING ? 1 : 0) > level)
                .count();
    }

    /** Returns the trials that wait at a level for another to go on with them. */
    public List<TrialRecord> waiting(int level) {
        return history.paused().stream()
                .filter(trial -> levels(trial) == level + 1)
                .toList();
    }

    private int levels(TrialRecord trial) {
        if (trial.state() == TrialState.COMPLETE) {
            return ladder().size();
        }
        int levels = 0;
        while (levels < ladder().top() && Curves.upTo(trial.observations(), ladder().step(levels)) > 0) {
            levels++;
        }
        return trial.isPaused() ? Math.max(1, levels) : levels;
    }
}
