// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Trials that go on with one another are one in reports. */
class PausedReportTests {

    private final List<TrialRecord> trials = new ArrayList<>();

    @Test
    void chainIsOneTrial() {
        end(begin(), paused(), 1, 3);
        end(begin(), paused(), 1, 3);
        end(begin(), new Outcome.Pruned("hopeless"), 1);
        end(promote(0), paused(), 6);
        end(promote(3), Outcome.Complete.of(1), 9);
        end(begin(), Outcome.Complete.of(2), 9);

        assertThat(TrialCounts.states(view())).isEqualTo("2 complete, 1 paused, 1 pruned");
        assertThat(TrialCounts.all(history())).isEqualTo("4 started");
        assertThat(BudgetText.progress(view().facts().budget(), view().history()))
                .isEqualTo("4 of 5 trials");
        assertThat(StepCounts.text(history())).contains("22 of 36, 2 of 4 trials stopped early");
        assertThat(BegunAnew.text(history())).isEmpty();
    }

    @Test
    void promotionThatRuns_isARunningTrial() {
        end(begin(), paused(), 1, 3);
        promote(0);

        assertThat(TrialCounts.states(view())).isEqualTo("1 not ended");
        assertThat(BudgetText.progress(view().facts().budget(), view().history()))
                .isEqualTo("1 of 5 trials");
    }

    @Test
    void progressLine_namesPausedTrials_whileNoneIsComplete() {
        end(begin(), paused(), 1);
        end(begin(), new Outcome.Pruned("hopeless"), 1);

        assertThat(ProgressLine.text(Studies.FACTS, history(), Studies.NO_TIME))
                .contains("none complete, 1 pruned, 1 paused");
    }

    @Test
    void trialThatBeganAnew_isNamed_andChargedInFull() {
        end(begin(), paused(), 1, 3);
        TrialRecord anew = TrialRecord.running(promotion(0));
        trials.add(anew);
        end(anew, Outcome.Complete.of(1), 1, 9);

        assertThat(StepCounts.text(history())).isEmpty();
        assertThat(ConsoleSummary.text(view(), SummaryHints.NONE))
                .contains("  anew      1 trial (1) began anew instead of going on with a paused one; save\n");
        assertThat(MarkdownSummary.text(view(), Optional.empty(), SummaryHints.NONE, PathMask.NONE))
                .contains("- **anew**: 1 trial (1) began anew instead of going on with a paused one");
    }

    @Test
    void json_saysWhatIsPausedAndInherited() throws IOException {
        end(begin(), paused(), 1, 3);
        end(promote(0), Outcome.Complete.of(1), 9);
        StringWriter text = new StringWriter();
        JsonReport.write(view(), text);

        assertThat(text.toString()).contains("\"paused\": true").contains("\"inherited\": 2");
    }

    @Test
    void trainings_areSaidInPlaceOfTrials() throws IOException {
        end(begin(), paused(), 1, 3);
        end(promote(0), Outcome.Complete.of(1), 9);
        end(begin(), new Outcome.Pruned("hopeless"), 4);
        end(begin(), paused(), 1);
        StudyView view = view(new Budget(5, 1, OptionalInt.of(5), OptionalLong.of(9)));

        assertThat(BudgetText.progress(view.facts().budget(), history())).isEqualTo("1.5 of 5 trainings' worth");
        assertThat(ConsoleSummary.text(view, SummaryHints.NONE))
                .contains(
                        "  trials    1.5 trainings' worth: 3 started, 1 complete, 1 paused, 1 pruned, in\n            1 min");
        assertThat(ProgressLine.text(view.facts(), history(), Studies.NO_TIME))
                .startsWith("digits  1.5/5 trainings  best 1 ");
        StringWriter text = new StringWriter();
        JsonReport.write(view, text);
        assertThat(text.toString())
                .contains("\"trainings\": 5, \"trainingSteps\": 9, \"spentSteps\": 14, \"parallelism\": 1")
                .doesNotContain("\"trials\": 5");
    }

    @Test
    void onlyTraining_isSaidAsOne() {
        end(begin(), Outcome.Complete.of(1), 9);
        Budget budget = new Budget(1, 1, OptionalInt.of(1), OptionalLong.empty());

        assertThat(BudgetText.progress(budget, history())).isEqualTo("1 of 1 training's worth");
        assertThat(BudgetText.inShort(budget, history())).isEqualTo("1/1 training");
        assertThat(BudgetText.spent(budget, history())).isEqualTo("1 training's worth");
    }

    @Test
    void whileNoTrainingIsKnown_trialsAreSaid() {
        end(begin(), new Outcome.Pruned("hopeless"), 4);
        Budget budget = new Budget(5, 1, OptionalInt.of(5), OptionalLong.empty());

        assertThat(BudgetText.progress(budget, history())).isEqualTo("1 of 5 trials");
        assertThat(BudgetText.inShort(budget, history())).isEqualTo("1/5");
        assertThat(TrialCounts.fate(view(budget), Optional.empty())).isEqualTo("1: 1 pruned");
    }

    private static Outcome paused() {
        return new Outcome.Pruned("for now", true);
    }

    private TrialRecord begin() {
        Configuration configuration = Studies.mlp(0.1 / (1 + trials.size()), 0.9, 64, null);
        trials.add(TrialRecord.running(
                new TrialStart(trials.size(), configuration, 7, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH)));
        return trials.get(trials.size() - 1);
    }

    private TrialStart promotion(int parent) {
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.of(parent), Map.of());
        return new TrialStart(trials.size(), trials.get(parent).configuration(), 7, origin, Instant.EPOCH);
    }

    private TrialRecord promote(int parent) {
        trials.add(TrialRecord.promoted(promotion(parent), trials.get(parent)));
        return trials.get(trials.size() - 1);
    }

    private void end(TrialRecord trial, Outcome outcome, long... steps) {
        TrialRecord record = trial;
        for (long step : steps) {
            record = record.with(record.progress().with(new Observation(step, 1.0 / (1 + step))));
        }
        trials.set(trial.number(), record.finished(outcome, Instant.EPOCH));
    }

    private History history() {
        return History.of(trials);
    }

    private StudyView view() {
        return view(new Budget(5, 1));
    }

    private StudyView view(Budget budget) {
        StudyFacts facts = new StudyFacts("digits", Direction.MINIMIZE, 7, 5, 1).withBudget(budget);
        StudyView some = Studies.view(Studies.MLP, history());
        return new StudyView(facts, some.run(), some.space(), some.history());
    }
}
