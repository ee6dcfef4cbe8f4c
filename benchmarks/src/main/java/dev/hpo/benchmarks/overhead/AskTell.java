// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.sampler.Samplers;
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
import org.openjdk.jmh.annotations.TearDown;

/**
 * Asks and tells in a long study. JMH takes the time; what counts is the processor time of the thread, since other work on
 * the machine lengthens the other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@API(status = Status.INTERNAL, since = "0.1")
public class AskTell {

    /** How many asks an iteration has: few, as each makes the history longer. */
    static final int ASKS = 20;

    private static final double WARM_UP_SECONDS = 3;
    private static final int MOST_WARM_UPS = 300;

    /** The sampler. */
    @Param("random")
    public String sampler = "random";

    /** The number of complete trials before the first ask. */
    @Param("100")
    public int n;

    /** The number of parameters. */
    @Param("5")
    public int d;

    private LongStudy study = open();

    /** Creates the state. */
    public AskTell() {}

    /** What asks and tells cost. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {

        /** Milliseconds of processor time of all asks and tells of an iteration. */
        public double processor;

        /** Creates the counter. */
        public Cost() {}

        void add(ProcessorTime time) {
            processor += time.seconds() * 1000;
        }
    }

    /** Runs studies like the ones to be measured until the compiler has seen enough of them. */
    @Setup(Level.Trial)
    public void warmUp() {
        ProcessorTime time = new ProcessorTime();
        for (int i = 0; i < MOST_WARM_UPS && time.seconds() < WARM_UP_SECONDS; i++) {
            try (LongStudy one = open()) {
                one.fill(Math.min(n, 100));
                one.run(ASKS, time);
            }
        }
    }

    /** Fills the history, and lets the sampler see it. */
    @Setup(Level.Iteration)
    public void fill() {
        study = open();
        study.fill(n);
        study.run(1, new ProcessorTime());
    }

    /** Forgets the study. */
    @TearDown(Level.Iteration)
    public void close() {
        study.close();
    }

    /** Measures asks and tells after the history. */
    @Benchmark
    public void after(Cost cost) {
        ProcessorTime time = new ProcessorTime();
        study.run(ASKS, time);
        cost.add(time);
    }

    /** Measures all asks and tells from the first to the n-th. */
    @Benchmark
    public void until(Cost cost) {
        ProcessorTime time = new ProcessorTime();
        try (LongStudy whole = open()) {
            whole.run(n, time);
        }
        cost.add(time);
    }

    private LongStudy open() {
        return new LongStudy(Samplers.named(sampler), Math.max(1, d), n + 2 * ASKS);
    }
}
