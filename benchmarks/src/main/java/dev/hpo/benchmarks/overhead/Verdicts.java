// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.pruner.Pruners;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Judges reports: those of trials in a long study, and many of one trial. JMH gives each figure a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@API(status = Status.INTERNAL, since = "0.1")
public class Verdicts {

    /** What takes longer is no plain verdict, but a look with a model. */
    static final double LOOK = 200;

    private static final int JUDGED = 40;
    private static final int OTHERS = 20;
    private static final int REPORTS = 20_000;
    private static final double WARM_UP_SECONDS = 3;

    /** The pruner. */
    @Param("auto")
    public String pruner = "auto";

    /** The number of complete trials before. */
    @Param("1000")
    public int n;

    /** The number of reports of a trial. */
    @Param("100")
    public int steps;

    /** Creates the state. */
    public Verdicts() {}

    /** What verdicts and reports cost, in microseconds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {

        /** A verdict, by the mean over steps. */
        public double verdict;

        /** The dearest step that is no look. */
        public double most;

        /** How many looks there are in a trial. */
        public double looks;

        /** The dearest look. */
        public double look;

        /** A report, with all that the study does. */
        public double report;

        /** Creates the counters. */
        public Cost() {}
    }

    /** Judges trials like the ones to be measured until the compiler has seen enough of them. */
    @Setup(Level.Trial)
    public void warmUp() {
        ProcessorTime time = new ProcessorTime();
        while (time.seconds() < WARM_UP_SECONDS) {
            time.start();
            try (JudgedStudy study = open(100)) {
                study.fill(OTHERS);
                for (int i = 0; i < JUDGED; i++) {
                    study.next(new VerdictTimes(100), new ProcessorTime());
                }
            }
            time.stop();
        }
    }

    /** Measures the reports of trials after many others; the first of them, which may have to read all others, is left out. */
    @Benchmark
    public void afterMany(Cost cost) {
        VerdictTimes verdicts = new VerdictTimes(steps);
        ProcessorTime reports = new ProcessorTime();
        try (JudgedStudy study = open(steps)) {
            study.fill(n);
            study.next(new VerdictTimes(steps), new ProcessorTime());
            for (int i = 0; i < JUDGED; i++) {
                study.next(verdicts, reports);
            }
        }
        cost.verdict += verdicts.mean();
        cost.most += verdicts.mostUpTo(LOOK);
        cost.looks += verdicts.above(LOOK);
        cost.look += verdicts.above(LOOK) == 0 ? 0 : verdicts.most();
        cost.report += reports.seconds() * 1e6 / steps / JUDGED;
    }

    /** Measures the reports of the first trial that a pruner judges, after a few as long ones. There are as many reports in all, however long a trial is. */
    @Benchmark
    public void ofOne(Cost cost) {
        ProcessorTime reports = new ProcessorTime();
        for (int i = 0; i < REPORTS / steps; i++) {
            try (JudgedStudy study = open(steps)) {
                study.fill(OTHERS);
                study.next(new VerdictTimes(steps), reports);
            }
        }
        cost.report += reports.seconds() * 1e6 / REPORTS;
    }

    private JudgedStudy open(int reports) {
        return new JudgedStudy(Pruners.named(pruner), reports);
    }
}
