// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.Studies.Trials;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldCountsTests {

    private static final Outcome COMPLETE = Outcome.Complete.of(1);

    private final Trials trials = new Trials();

    @Test
    void sameFolds_areNotWorthALine() {
        add(COMPLETE, 0, 1, 2);
        add(COMPLETE, 0, 1, 2);
        add(new Outcome.Pruned("worse"), 0, 1);
        add(new Outcome.Running(), 0);
        add(COMPLETE);
        assertThat(text(Of.MEAN)).isNull();
    }

    @Test
    void missingFolds_areToldOf() {
        add(COMPLETE, 0, 1, 2);
        add(COMPLETE, 0, 1);
        add(COMPLETE, 0, 1, 2);
        assertThat(text(Of.MEAN))
                .isEqualTo("trial 1 has other folds than the usual 3, so that their means do not compare; report the"
                        + " same ones in each");
        assertThat(text(Of.LAST)).isNull();
    }

    @Test
    void bestOne_isToldOf() {
        add(COMPLETE, 0, 1, 2);
        add(COMPLETE, 0, 1, 2);
        trials.add(
                Origin.of(Origin.Source.SAMPLER),
                Studies.mlp(0.1, 0.9, 60, null),
                new Progress(List.of(new Observation(0, 0.5)), Map.of(), Map.of()),
                Outcome.Complete.of(0.5));
        assertThat(text(Of.MEAN))
                .startsWith("trial 2 has other folds than the usual 3, the best one too, so that their means");
    }

    @Test
    void asManyFoldsOfOtherNumbers_areOthers() {
        add(COMPLETE, 0, 2, 3);
        add(COMPLETE, 0, 2, 3);
        add(COMPLETE, 0, 1, 34);
        assertThat(text(Of.MEAN)).startsWith("trial 2 has other folds");
    }

    @Test
    void valuesThatAreNoMeans_areNotToldOf() {
        add(COMPLETE, 0, 1, 2);
        add(COMPLETE, 0, 1, 2);
        add(Outcome.Complete.of(7), 0, 1);
        assertThat(text(Of.MEAN)).isNull();
    }

    @Test
    void asManyOthers_areToldOfToo_andNotAllNamed() {
        add(COMPLETE, 0, 1, 2);
        add(COMPLETE, 0, 1, 2);
        add(COMPLETE, 0, 1, 3);
        add(COMPLETE, 0, 1, 2, 3);
        add(COMPLETE, 1, 2);
        add(COMPLETE, 0, 3);
        assertThat(text(Of.MEAN)).startsWith("trials 2, 3, 4 and 1 more have other folds than the usual 3,");
    }

    @Test
    void summary_hasTheLine() {
        add(COMPLETE, 0, 1);
        add(COMPLETE, 0, 1);
        add(COMPLETE, 0);
        assertThat(ConsoleSummary.text(view(Of.MEAN), SummaryHints.NONE))
                .contains("\n  folds     trial 2 has other folds than the usual 2, so that their means do not\n");
        assertThat(MarkdownSummary.text(view(Of.MEAN), Optional.empty(), SummaryHints.NONE, PathMask.NONE))
                .contains("\n- **folds**: trial 2 has other folds than the usual 2, so that their means do not");
    }

    private @Nullable String text(Of of) {
        return FoldCounts.text(view(of)).orElse(null);
    }

    private StudyView view(Of of) {
        StudyFacts facts = new StudyFacts("study", new Aim(Direction.MINIMIZE, of), 1, new Budget(50, 1), List.of());
        return Studies.view(facts, "mean loss", Studies.MLP, trials.history());
    }

    private void add(Outcome outcome, long... steps) {
        List<Observation> folds =
                LongStream.of(steps).mapToObj(step -> new Observation(step, 1)).toList();
        trials.add(
                Origin.of(Origin.Source.SAMPLER),
                Studies.mlp(0.1, 0.9, 60, null),
                new Progress(folds, Map.of(), Map.of()),
                outcome);
    }
}
