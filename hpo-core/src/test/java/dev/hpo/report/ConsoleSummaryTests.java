// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.failed;
import static dev.hpo.report.Studies.mlp;
import static dev.hpo.report.Studies.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.Studies.Trials;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsoleSummaryTests {

    private static final SummaryHints HINTS = new SummaryHints(
            List.of(
                    "target/hpo/DigitsTuning.tune/best.properties",
                    "target/hpo/DigitsTuning.tune/trials.csv",
                    "target/hpo/DigitsTuning.tune/study.json"),
            "-Dhpo.replay={trial} -Dtest=DigitsTuning#tune");

    private static final String USUAL = """
--------------------------------------------------------------------------------
DigitsTuning.tune, run 3: minimize validation loss
--------------------------------------------------------------------------------
                        best (trial 2)  start (trial 0)
  validation loss       0.1237          0.4521
                        72.6 % lower
                        by 0.3284

  learningRate          0.0131          0.01
  momentum              0.987           0.9
  hiddenUnits           93              64
  optimizer             adam            sgd
  optimizer.adam.beta1  0.93            -

  best step             1 of 3          -
  accuracy              0.75            -
  ant                   2               -
  zebra                 1               -

  how sure  the best value rests on one evaluation, the best of 3; it leads
            trial 7 by 0.07626; how far values vary from run to run is not
            known, as no configuration was tried twice (a confirmation does
            that)
  trials    8 in 1 min 12 s: 3 complete, 1 pruned, 3 failed, 1 rejected
  steps run 18, 1 of 7 trials stopped early
  failed    2 exception, 1 not finite
              2 x IllegalStateException: row 3 is 0 (trials 4, 5)
              1 x the final value is NaN (trial 3)
            to run trial 4 again:
            -Dhpo.replay=4 -Dtest=DigitsTuning#tune
  rejected  1 configuration, by Configuration itself; never run
              1 x momentum must not be 0.9 with 100 (trial 6)
  ended     all 50 trials are done
  sampler   scrambled Sobol sequence
  seed      8934759834759834
  files     target/hpo/DigitsTuning.tune/best.properties
            target/hpo/DigitsTuning.tune/trials.csv
            target/hpo/DigitsTuning.tune/study.json
  replay    -Dhpo.replay=2 -Dtest=DigitsTuning#tune
--------------------------------------------------------------------------------
""";

    @Test
    void usualStudy_bestBesideStart() {
        assertThat(ConsoleSummary.text(Studies.usual(), HINTS)).isEqualTo(USUAL);
    }

    @Test
    void noTrials_saysThatThereIsNoBest() {
        assertThat(ConsoleSummary.text(view(Studies.MLP, History.empty()), SummaryHints.NONE))
                .isEqualTo("""
--------------------------------------------------------------------------------
DigitsTuning.tune, run 3: minimize validation loss
--------------------------------------------------------------------------------
  NO TRIAL COMPLETED: there is no best value and no best configuration.

  trials    0 in 1 min 12 s
  ended     all 50 trials are done
  sampler   scrambled Sobol sequence
  seed      8934759834759834
--------------------------------------------------------------------------------
""");
    }

    @Test
    void onlyFailures_replayTheLastAndMostFrequentMessagesFirst() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), failed(Failure.Kind.NO_REPORT, "no value was reported"))
                .sampled(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "first\nsecond line"))
                .sampled(mlp(0.2, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "lone"))
                .sampled(mlp(0.3, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, ""))
                .sampled(mlp(0.4, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "first\nother line"));
        assertThat(ConsoleSummary.text(view(Studies.MLP, trials.history()), HINTS))
                .contains("NO TRIAL COMPLETED")
                .contains("""
  failed    4 exception, 1 no report
              2 x first (trials 1, 4)
              1 x no value was reported (trial 0)
              1 x lone (trial 2)
              and 1 other message
""")
                .contains("  replay    -Dhpo.replay=4 -Dtest=DigitsTuning#tune\n");
    }

    @Test
    void startIsBest_oneColumn() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.1))
                .sampled(mlp(0.1, 0.9, 64, 0.9), Outcome.Complete.of(0.2));
        assertThat(ConsoleSummary.text(view(Studies.MLP, trials.history()), HINTS))
                .contains("""
                   best (trial 0, the start)
  validation loss  0.1

  learningRate     0.01
  momentum         0.9
  hiddenUnits      64
  optimizer        sgd

""");
    }

    @Test
    void prunedStart_saysSoInsteadOfAValue() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), new Outcome.Pruned("hopeless"))
                .sampled(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(0.2));
        assertThat(ConsoleSummary.text(view(Studies.MLP, trials.history()), HINTS))
                .contains("""
                   best (trial 1)  start (trial 0)
  validation loss  0.2             pruned

""");
    }

    @Test
    void valuesThatDifferLate_areToldApart() {
        Trials trials = new Trials()
                .initial(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.99123456))
                .sampled(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(0.99123501));
        StudyFacts accuracy = new StudyFacts("a.B.c", Direction.MAXIMIZE, 1, Integer.MAX_VALUE, 1);
        assertThat(ConsoleSummary.text(view(accuracy, "accuracy", Studies.MLP, trials.history()), HINTS))
                .contains("""
a.B.c, run 3: maximize accuracy
""")
                .contains("""
  accuracy      0.99124           0.99123
                0.00005 % higher
""");
    }

    @Test
    void longNamesAndValues_wrapWithin80Columns() {
        String text = ConsoleSummary.text(wideStudy(), new SummaryHints(List.of(path()), replay()));
        assertThat(text).contains("""
com.acme.very.very.very.very.very.very.very.very.very.very.very.very.very.very.
very.very.very.very.very.very.LongTuning.tune, run 3: minimize root mean square
error in units of the target
""").contains("""
                                         best (trial 1)      start (trial 0)
  root mean square error in units of     2                   failed
  the target

  pipeline.preprocessing.augmentation.   xxxxxxxxxxxxxxxxxx  /data/images/
  backgroundImageFolder                  xxxxxxxxxxxxxxxxxx  backgrounds/
                                         xxxxxxxxxxxxxxxxxx  outdoor/forest/
                                         xxxxxxxxxxxxxxxxxx  2025/with-labels
                                         xxxxxxxxxxxxxxxxxx

""").contains("""
              1 x a message of many words a message of many words a message of
                many words a message of many words a message of many words a
                message of many words a message of many words a message...
                (trial 0)
""");
        assertThat(text.lines())
                .filteredOn(line -> line.length() > 80)
                .as("paths and commands are left whole")
                .containsExactly(
                        "            " + replay().replace("{trial}", "0"),
                        "  files     " + path(),
                        "  replay    " + replay().replace("{trial}", "1"));
    }

    private static StudyView wideStudy() {
        Parameter<String> path = Parameter.ofChoice(
                Scope.root()
                        .child("pipeline")
                        .child("preprocessing")
                        .child("augmentation")
                        .child("backgroundImageFolder"),
                ChoiceDomain.of("/data/images/backgrounds/outdoor/forest/2025/with-labels", "none", "x".repeat(90)),
                List.of(0, 1, 2).stream().map(String::valueOf).toList());
        PlainSpace space = new PlainSpace(List.of(path));
        Trials trials = new Trials()
                .initial(
                        Configuration.builder().set(path, "0").build(),
                        failed(Failure.Kind.EXCEPTION, "a message of many words ".repeat(30)))
                .sampled(Configuration.builder().set(path, "2").build(), Outcome.Complete.of(2));
        StudyFacts facts =
                new StudyFacts("com.acme." + "very.".repeat(20) + "LongTuning.tune", Direction.MINIMIZE, 1, 50, 1);
        return view(facts, "root mean square error in units of the target", space, trials.history());
    }

    private static String path() {
        return "target/hpo/" + "long/".repeat(30) + "x";
    }

    private static String replay() {
        return "-Dhpo.replay={trial} -Dtest=" + "Y".repeat(90);
    }

    @Test
    void controlCodesAndInvisibleMarks_areShownAsEscapes() {
        Parameter<Integer> choice = Parameter.ofChoice(
                Scope.root().child("kernel"),
                ChoiceDomain.of("\u001b[31mred\n", "gr\u00fcn \u202e\ud83d\ude00"),
                List.of(0, 1));
        Trials trials = new Trials()
                .initial(
                        Configuration.builder().set(choice, 0).build(),
                        failed(Failure.Kind.EXCEPTION, "\u0007bell\r\nand more"))
                .sampled(Configuration.builder().set(choice, 1).build(), Outcome.Complete.of(2));
        String text = ConsoleSummary.text(view(new PlainSpace(List.of(choice)), trials.history()), HINTS);
        assertThat(text)
                .contains("kernel           gr\u00fcn \\u202e\ud83d\ude00    \\u001b[31mred\\n\n")
                .contains("1 x \\u0007bell (trial 0)\n");
        assertThat(text.chars()).noneMatch(c -> c < ' ' && c != '\n');
    }

    @Test
    void runningTrialsAndNoEnd_areShown() {
        Trials trials = new Trials().sampled(mlp(0.01, 0.9, 64, null), new Outcome.Running());
        StudyRun run = new StudyRun(1, "loss", "grid", Studies.NOON, Optional.empty());
        StudyView view = new StudyView(Studies.FACTS, run, Studies.MLP, trials.history());
        assertThat(ConsoleSummary.text(view, HINTS))
                .contains("  trials    1: 1 running\n")
                .doesNotContain("ended", "replay");
    }

    @Test
    void trialThatRunsWhenItsRunHasEnded_isSaidNotToHaveEnded() {
        Trials trials = new Trials()
                .sampled(mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.5))
                .sampled(mlp(0.02, 0.9, 64, null), new Outcome.Running());
        StudyRun.End end = new StudyRun.End(Studies.NOON.plusSeconds(1), "JUnit cancelled the run", true);
        StudyRun run = new StudyRun(1, "loss", "grid", Studies.NOON, Optional.of(end));
        StudyView view = new StudyView(Studies.FACTS, run, Studies.MLP, trials.history());
        String text = ConsoleSummary.text(view, new SummaryHints(List.of(), "", "run it again to go on"));
        assertThat(text).contains("""
  trials    2 in 1.0 s: 1 complete, 1 not ended
  ended     interrupted after 1 of 50 trials; run it again to go on
              since JUnit cancelled the run
""");
        assertThat(ConsoleSummary.isOfInterrupted(text)).isTrue();
        assertThat(ConsoleSummary.text(view, HINTS)).contains("  ended     interrupted after 1 of 50 trials\n");
        assertThat(ConsoleSummary.isOfInterrupted(ConsoleSummary.text(Studies.usual(), HINTS)))
                .isFalse();
    }

    @Test
    void runThatWentOn_saysHow_andTookTheTimeOfAllItsParts() {
        StudyRun.Begin begin = new StudyRun.Begin(
                Studies.NOON, Duration.ofMinutes(2), List.of("after 23 of 50 trials (interrupted: closed)", "  more"));
        StudyRun.End end = new StudyRun.End(Studies.NOON.plusSeconds(30), "all 50 trials are done");
        StudyRun run = new StudyRun(1, "loss", "grid", begin, Optional.of(end));
        StudyView view = new StudyView(Studies.FACTS, run, Studies.MLP, History.empty());
        assertThat(ConsoleSummary.text(view, HINTS)).contains("""
                          trials    0 in 2 min 30 s
                          continued after 23 of 50 trials (interrupted: closed)
                                      more
                        """);
    }

    @Test
    void reasonForNoStart_isShown() {
        StudyRun run = new StudyRun(1, "loss", "grid", Studies.NOON, Optional.empty());
        Optional<String> reason = Optional.of("OnlyInherited.threads (0) is not in 1 to 64");
        StudyView view = new StudyView(Studies.FACTS, run, Studies.MLP, History.empty(), reason);
        assertThat(ConsoleSummary.text(view, HINTS))
                .contains("  no start: OnlyInherited.threads (0) is not in 1 to 64\n  trials    0\n");
    }

    @Test
    void twoHundredParameters_haveALineEach() {
        List<Parameter<?>> parameters = new ArrayList<>();
        IntStream.range(0, 200)
                .forEach(i -> parameters.add(Parameter.ofDouble(
                        Scope.root().child("weights").element(i), RealDomain.of(Scale.LINEAR, -1, 1))));
        PlainSpace space = new PlainSpace(parameters);
        Trials trials = new Trials().sampled(space.choose(parameter -> 0.25), Outcome.Complete.of(-3));
        assertThat(ConsoleSummary.text(view(space, trials.history()), HINTS).lines())
                .filteredOn(line -> line.matches("  weights\\[\\d+]  +0.25"))
                .hasSize(200);
    }

    @Test
    void noParameters_isATableOfTheValue() {
        Trials trials = new Trials().initial(Configuration.builder().build(), Outcome.Complete.of(1e-9));
        assertThat(ConsoleSummary.text(view(new PlainSpace(List.of()), trials.history()), HINTS))
                .contains("  validation loss  1e-9\n");
    }

    @Test
    void largeWholeNumbers_areShownInFull() {
        Parameter<Long> size =
                Parameter.ofLong(Scope.root().child("size"), IntegerDomain.of(Scale.LINEAR, 0, 1L << 53));
        Trials trials = new Trials()
                .sampled(Configuration.builder().set(size, (1L << 53) - 1).build(), Outcome.Complete.of(123_456.78));
        assertThat(ConsoleSummary.text(view(new PlainSpace(List.of(size)), trials.history()), HINTS))
                .contains("  validation loss  123457\n", "  size             9007199254740991\n");
    }
}
