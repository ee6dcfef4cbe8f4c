// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.accept.Evidence;
import dev.hpo.confirm.Sample;
import dev.hpo.retest.Baseline.Alarm;
import dev.hpo.retest.RetestSummary.Hint;
import dev.hpo.retest.RetestVerdict.Outcome;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetestSummaryTests {

    private static final Sample THEN = new Sample(List.of(.070, .072, .071, .073, .069));
    private static final Baseline BASELINE = new Baseline(THEN, 1, Direction.MINIMIZE, RetestPlan.usual());
    private static final Evidence EVIDENCE = new Evidence(
            new Evidence.Origin(new RunId("DigitsTuning.tune", 3), 17, .069, 1),
            new Evidence.Measure("validation loss", Aim.last(Direction.MINIMIZE)),
            new Evidence.Fresh(THEN, 1),
            LocalDate.of(2026, 3, 1),
            "00ff");
    private static final Drift NONE = new Drift(1, .1, .28);

    private static String text(RetestVerdict verdict, Drift drift) {
        return RetestSummary.text(
                verdict, EVIDENCE, drift, "DigitsTuning.tune, re-test 4", List.of(new Hint("seed", "42")));
    }

    private static RetestVerdict verdict(Outcome outcome, List<Double> now, int failures, Alarm... alarms) {
        return new RetestVerdict(
                outcome,
                BASELINE,
                now.isEmpty() ? Optional.empty() : Optional.of(new Sample(now)),
                failures,
                List.of(alarms));
    }

    @Test
    void passedRetest_isSummarised() {
        assertThat(text(verdict(Outcome.PASSED, List.of(.070, .072, .071, .074), 0), NONE))
                .isEqualTo("""
--------------------------------------------------------------------------------
DigitsTuning.tune, re-test 4: minimize validation loss
--------------------------------------------------------------------------------
  accepted  trial 17 of run 3, on 2026-03-01
  then      0.071, the mean of 5 runs with a standard deviation of 0.001581
  now       0.07175, the mean of 4 runs with a standard deviation of 0.001708
  worse by  7.5e-4, 95 % interval -0.001932 to 0.003432
  failed    0 of 4 runs now, 1 of 6 then
  verdict   as good as when it was accepted, as far as can be seen
  how sure  a loss of two standard deviations is found in 88 of 100 re-tests,
            one of one in 29
  drift     not watched (no earlier re-test here)
  seed      42
--------------------------------------------------------------------------------
""");
    }

    @Test
    void worseOne_saysHowSureThatIs() {
        Alarm first = new Alarm(Alarm.Reason.VALUE, 4, .0012);
        Alarm second = new Alarm(Alarm.Reason.FAILURES, 7, .01);
        RetestVerdict worse = verdict(Outcome.WORSE, List.of(.08, .08, .09), 2, first, second);

        assertThat(text(worse, new Drift(12, .4, .31)))
                .contains(
                        "  failed    2 of 5 runs now, 1 of 6 then\n  verdict   worse than when it was accepted\n", """
  how sure  after 4 runs as large a loss had a probability of 0.0012, and after
            7 others as many failures had a probability of 0.01; of what has not
            changed 1 re-test in 100 says so
  drift     values get slowly worse in 12 re-tests (0.40, limit 0.31); search
            again before it is found out by a re-test
""");
        assertThat(RetestSummary.complaint(worse, "validation loss"))
                .hasValue(
                        "validation loss is 0.08333 in 3 runs, and was 0.071 in 5 (worse by 0.01233, 95 % interval -0.001217 to 0.02588); 2 of 5 runs failed, and 1 of 6 when it was accepted; after 4 runs as large a loss had a probability of 0.0012, and after 7 others as many failures had a probability of 0.01; of what has not changed 1 re-test in 100 says so");
    }

    @Test
    void failingOne_hasNoMean() {
        Alarm first = new Alarm(Alarm.Reason.FAILURES, 4, .01);
        Alarm second = new Alarm(Alarm.Reason.FAILURES, 4, .01);
        RetestVerdict failing = verdict(Outcome.FAILING, List.of(), 8, first, second);

        assertThat(text(failing, NONE))
                .contains("  now       no run has a value\n  failed    8 of 8 runs now")
                .contains("  verdict   its runs fail more often than when it was accepted\n");
        assertThat(RetestSummary.complaint(failing, "loss"))
                .hasValue(
                        "8 of 8 runs failed, and 1 of 6 when it was accepted; after 4 runs as many failures had a probability of 0.01, and after 4 others as many failures had a probability of 0.01; of what has not changed 1 re-test in 100 says so");
    }

    @Test
    void nothingToCompare_isNoProbability() {
        Alarm alarm = new Alarm(Alarm.Reason.FAILURES, 4, .01);
        RetestVerdict none = verdict(Outcome.FAILING, List.of(), 10);
        RetestVerdict single = verdict(Outcome.FAILING, List.of(.07), 13, alarm);

        assertThat(text(none, NONE)).contains("""
  verdict   its runs fail, so that there is next to nothing to compare
  how sure  no probability is told: at least 2 runs must have a value
""");
        assertThat(text(single, NONE))
                .contains("how sure  no probability is told")
                .doesNotContain("second batch");
        assertThat(RetestSummary.complaint(single, "loss"))
                .hasValue(
                        "13 of 14 runs failed, and 1 of 6 when it was accepted; no probability is told: at least 2 runs must have a value");
    }

    @Test
    void alarmThatWasNotConfirmed_isTold() {
        Alarm alarm = new Alarm(Alarm.Reason.VALUE, 4, .0012);
        RetestVerdict passed = verdict(Outcome.PASSED, List.of(.08), 0, alarm);

        assertThat(text(passed, NONE)).contains("; a second\n            batch did not confirm that\n");
        assertThat(RetestSummary.complaint(passed, "loss")).isEmpty();
        assertThat(text(verdict(Outcome.OPEN, List.of(.08), 0, alarm), NONE))
                .contains("interrupted after 1 run\n", "has to confirm that");
    }

    @Test
    void lossesThatAreAllowed_areNotSaidToBeFound() {
        assertThat(text(passed(new RetestPlan(.05, 0)), NONE).replaceAll("\\s+", " "))
                .contains(
                        " how sure a loss below 0.05 is allowed; a larger one is found the more often the larger it is ");
        assertThat(text(passed(new RetestPlan(0, .05)), NONE).replaceAll("\\s+", " "))
                .contains(
                        " how sure a loss of twice the tolerance is found in at least 88 of 100 re-tests, one of it in 29 ");
    }

    private static RetestVerdict passed(RetestPlan plan) {
        Baseline baseline = new Baseline(THEN, 1, Direction.MINIMIZE, plan);
        return new RetestVerdict(Outcome.PASSED, baseline, Optional.of(THEN), 0, List.of());
    }

    @Test
    void objectiveWithoutNoise_hasNoInterval() {
        Baseline baseline =
                new Baseline(new Sample(List.of(.5, .5, .5, .5, .5)), 0, Direction.MAXIMIZE, RetestPlan.usual());
        RetestVerdict verdict =
                new RetestVerdict(Outcome.WORSE, baseline, Optional.of(new Sample(List.of(.4, .4))), 0, List.of());

        assertThat(RetestSummary.complaint(verdict, "a\u001b[2Jscore"))
                .hasValue("a\\u001b[2Jscore is 0.4 in 2 runs, and was 0.5 in 5 (worse by 0.1)");
        RetestVerdict passed =
                new RetestVerdict(Outcome.PASSED, baseline, Optional.of(new Sample(List.of(.5, .5))), 0, List.of());
        assertThat(text(passed, NONE)).contains("  worse by  0\n", "  how sure  values do not vary, so that any loss");
    }
}
