// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;

/** A study of the guide whose values are times. */
// tag::timed[]
class TimedTuning {
    private static final int[] NUMBERS = new SplittableRandom(1).ints(10_000).toArray();

    @BeforeAll
    static void warmUp() {
        for (int round = 1; round <= 500; round++) {
            new MergeSort(new SortConfig(round)).sorted(NUMBERS);
        }
    }

    @TuningTest(trials = 20)
    @Minimize("microseconds")
    void sort(SortConfig config, Trial trial) {
        MergeSort sort = new MergeSort(config);
        long[] times = new long[15];
        for (int round = 0; round < times.length; round++) {
            long begin = System.nanoTime();
            sort.sorted(NUMBERS);
            times[round] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        trial.report(times[times.length / 2] / 1000.0); // the median: a hiccup in one round does not count
    }
}
// end::timed[]
