// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.pruner.Case;
import dev.hpo.pruner.Verdict;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedStudyTests {

    private final List<Case> judged = new ArrayList<>();

    @Test
    void prunerIsAskedAfterTheHistoryOnly_andStopsNothing() {
        ProcessorTime reports = new ProcessorTime();
        try (JudgedStudy study = new JudgedStudy(this::stop, 7)) {
            study.fill(30);
            assertThat(judged).isEmpty();
            study.next(new VerdictTimes(7), reports);
            study.next(new VerdictTimes(7), reports);
        }

        assertThat(judged).hasSize(14);
        assertThat(judged.get(13).trial().observations()).hasSize(7);
        assertThat(judged.get(13).history().count(TrialState.COMPLETE)).isEqualTo(31);
        assertThat(reports.seconds()).isPositive();
    }

    @Test
    void verdictsOfOneStepAreAMedian_andThoseOfATrialTheirMean() {
        VerdictTimes times = new VerdictTimes(2);
        for (long nanoseconds : new long[] {1000, 2000, 900_000}) {
            times.add(1, nanoseconds);
            times.add(2, 500_000);
        }

        assertThat(times.mean()).isEqualTo(251);
        assertThat(times.most()).isEqualTo(500);
        assertThat(times.above(200)).isEqualTo(1);
        assertThat(times.mostUpTo(200)).isEqualTo(2);
    }

    @Test
    void verdictsAndReportsAreTimed() {
        Verdicts benchmark = new Verdicts();
        benchmark.n = 20;
        benchmark.steps = 10;
        Verdicts.Cost cost = new Verdicts.Cost();
        benchmark.afterMany(cost);
        double report = cost.report;
        benchmark.steps = 10_000;
        benchmark.ofOne(cost);

        assertThat(cost.verdict).isPositive();
        assertThat(report).isPositive();
        assertThat(cost.report).isGreaterThan(report);
    }

    private Verdict stop(Case one) {
        judged.add(one);
        return new Verdict.Stop("it is only a test");
    }
}
