// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.failed;
import static dev.hpo.report.Studies.mlp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.analysis.Analysis;
import dev.hpo.report.Studies.Trials;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a summary says of failures, mistakes, ties and what trials have measured. */
class RemarkTests {

    private static final SummaryHints HINTS = new SummaryHints(
            List.of("target/hpo/", "  trials.csv, study.json"), "-Dhpo.replay={trial} -Dtest=DigitsTuning#tune");

    @Test
    void failures_haveTheirRootCauseTheirPlaceAndTheirTrace() {
        String trace = """
                java.lang.IllegalStateException: epoch 3
                \tat com.acme.Tuning.tune(Tuning.java:20)
                Caused by: java.lang.ArithmeticException: / by zero
                \tat com.acme.Rows.mean(Rows.java:12)
                \t... 1 more
                """;
        Outcome fault =
                new Outcome.Failed(new Failure(Failure.Kind.EXCEPTION, "IllegalStateException: epoch 3", trace));
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(1))
                .sampled(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.NOT_FINITE, "value (NaN) must be finite"))
                .sampled(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.NOT_FINITE, "value (Infinity) must be finite"))
                .sampled(mlp(0.1, 0.9, 64, null), fault);
        assertThat(text(trials)).contains("""
  MORE THAN HALF OF THE TRIALS FAILED: 3 of 4, 2 of them with one cause: value
  (NaN) must be finite.

  how sure  the best value rests on one evaluation
""").contains("""
  failed    1 exception, 2 not finite
              2 x value (NaN) must be finite (trials 1, 2)
              1 x IllegalStateException: epoch 3 (trial 3)
                caused by ArithmeticException: / by zero
                at com.acme.Rows.mean(Rows.java:12)
            trace of trial 3: in study.json
            to run trial 3 again:
            -Dhpo.replay=3 -Dtest=DigitsTuning#tune
""");
    }

    @Test
    void halfOfTheTrialsFailed_isNotMost() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(1))
                .sampled(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "x"))
                .sampled(mlp(0.2, 0.9, 64, null), failed(Failure.Kind.LOST, "x"))
                .sampled(mlp(0.3, 0.9, 64, null), failed(Failure.Kind.REJECTED, "x"));
        assertThat(text(trials)).doesNotContain("MORE THAN HALF");
    }

    @Test
    void mistakesOfTheTest_areSaidAloud() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(1))
                .sampled(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(1))
                .sampled(mlp(0.2, 0.9, 64, null), failed(Failure.Kind.NO_REPORT, "trial 2 must report"));
        assertThat(text(trials)).contains("""
  MISTAKES OF THE TEST: trials that reported nothing, or in a way they must not:
  1 (trial 2).

  ties      2 trials have the best value (trials 0, 1); the first of them is
            shown
""");
    }

    @Test
    void manyMetricsAndAttributes_areCutShort() {
        Progress progress = Progress.NONE.withAttribute("hpo.saved", "1").withAttribute("long", "x".repeat(100));
        for (int i = 0; i < 20; i++) {
            progress = progress.withMetric("m" + i, new Observation(1, i));
        }
        Trials trials = new Trials()
                .add(Origin.of(Origin.Source.SAMPLER), mlp(0.1, 0.9, 64, null), progress, Outcome.Complete.of(1));
        assertThat(text(trials))
                .contains("  m0               0\n", "  and 9 more\n")
                .doesNotContain("hpo.saved", "xxx");
    }

    private static String text(Trials trials) {
        return ConsoleSummary.text(Studies.view(Studies.MLP, trials.history()), HINTS);
    }

    @Test
    void configurationThatWasTriedTwice_isNamed() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(1))
                .sampled(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(0.5))
                .sampled(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(0.75));
        assertThat(text(trials)).contains("""
  how sure  the best value rests on one evaluation, though 2 trials have its
            configuration (trials 1, 2), the best of 3; it leads trial 0 by 0.5
""");
    }

    /** How far values vary is known from the runs that have confirmed something, of which each configuration has several. */
    @Test
    void leadOfAConfirmedStudy_isHeldAgainstItsNoise() {
        StudyView view = ConfirmedStudies.confirmed();

        String text = ConsoleSummary.text(view, Optional.of(view.analysis()), HINTS);

        assertThat(text.replaceAll("\\s+", " "))
                .contains(
                        " how sure in the search trial 2 led trial 7 by 9.6 times what one configuration varies by from run to run (0.00791): ")
                .doesNotContain("the best value rests on", "is not known");
        assertThat(ConsoleSummary.text(view, Optional.empty(), HINTS)).doesNotContain("how sure");
    }

    @Test
    void meanOfFolds_isSaidToBeOne() {
        Progress folds = new Progress(List.of(new Observation(0, 1), new Observation(1, 3)), Map.of(), Map.of());
        Trials trials = new Trials()
                .add(Origin.of(Origin.Source.SAMPLER), mlp(0.1, 0.9, 64, null), folds, Outcome.Complete.of(2));
        StudyFacts facts =
                new StudyFacts("a.B.c", new Aim(Direction.MINIMIZE, Of.MEAN), 1, new Budget(50, 1), List.of());
        assertThat(ConsoleSummary.text(Studies.view(facts, "loss", Studies.MLP, trials.history()), HINTS))
                .contains("  how sure  the best value is the mean of 2 folds in one evaluation\n")
                .doesNotContain("best step");
    }

    @Test
    void importance_isSaidWhereThereIsEnoughToSay() {
        Trials trials = new Trials();
        for (int i = 0; i < 40; i++) {
            trials.sampled(mlp(0.001 * (i + 1), 0.9, 50 + i % 7, null), Outcome.Complete.of(i));
        }
        StudyView view = Studies.view(Studies.MLP, trials.history());
        Analysis analysis = Analysis.of(view.space(), view.history(), view.facts());
        assertThat(ConsoleSummary.text(view, Optional.of(analysis), HINTS))
                .contains("  matters   learningRate explains ");
        StudyView few = Studies.usual();
        Analysis ofFew = Analysis.of(few.space(), few.history(), few.facts());
        assertThat(ConsoleSummary.text(few, Optional.of(ofFew), HINTS)).doesNotContain("matters");
    }
}
