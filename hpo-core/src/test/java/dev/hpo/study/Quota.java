// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pauses each trial at some steps, and lets a third of those that came so far go on, by rank: successive halving with trials that go on. May take the
 * number of trials as one of trainings, from the first complete trial on, so that any number begins.
 */
final class Quota implements Sampler, Pruner {

    static final List<Long> LEVELS = List.of(1L, 3L);
    private static final int RATIO = 3;

    private final Sampler starts = new RandomSampler();
    private final boolean isOfSteps;

    Quota() {
        this(false);
    }

    private Quota(boolean isOfSteps) {
        this.isOfSteps = isOfSteps;
    }

    static Quota ofSteps() {
        return new Quota(true);
    }

    @Override
    public Verdict judge(Case judged) {
        long step = judged.trial().lastObservation().orElseThrow().step();
        return LEVELS.contains(step) ? new Verdict.Pause("quota at step " + step) : Verdict.KEEP;
    }

    @Override
    public Proposal propose(Ask ask) {
        return LEVELS.stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(level -> due(level, ask))
                .<Proposal>map(trial -> new Proposal.Promote(trial.number(), Map.of("from", "step " + step(trial))))
                .findFirst()
                .orElseGet(() -> start(ask));
    }

    private Proposal start(Ask ask) {
        boolean isAnyNumber = ask.facts().budget().trainings().isPresent() || spendsSteps(ask.history(), ask.facts());
        if (isAnyNumber || ask.history().counted() < ask.facts().trials()) {
            return starts.propose(ask);
        }
        return ask.history().count(TrialState.RUNNING) > 0
                ? new Proposal.Wait()
                : new Proposal.Exhausted("nothing is due");
    }

    private static Stream<TrialRecord> due(long level, Ask ask) {
        List<TrialRecord> ranked = ask.history().trials().stream()
                .filter(trial -> trial.isPaused() && step(trial) == level)
                .sorted(Comparator.comparingDouble(trial -> ask.facts()
                        .direction()
                        .asLoss(trial.lastObservation().orElseThrow().value())))
                .toList();
        return ranked.stream().limit(ranked.size() / RATIO).filter(trial -> !ask.history()
                .isContinued(trial.number()));
    }

    private static long step(TrialRecord trial) {
        return trial.lastObservation().map(Observation::step).orElse(0L);
    }

    @Override
    public boolean promotes() {
        return true;
    }

    @Override
    public boolean spendsSteps(History history, StudyFacts facts) {
        return isOfSteps && history.count(TrialState.COMPLETE) > 0;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "quota";
    }
}
