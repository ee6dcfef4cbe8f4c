// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.sampler.Samplers;

/** The heap that a study holds on to. */
final class Retained {

    private static final int COLLECTIONS = 4;

    private Retained() {}

    /**
     * Returns the bytes that a trial adds to the heap, the sampler's own included.
     *
     * @param sampler asked once at the end
     * @param trials how many there are
     * @param dimensions how many parameters a trial has
     */
    static double bytesPerTrial(String sampler, int trials, int dimensions) {
        try (LongStudy study = new LongStudy(Samplers.named(sampler), dimensions, trials + 2)) {
            study.fill(1);
            long before = used();
            study.fill(trials - 1);
            study.run(1, new ProcessorTime());
            // The study is closed after this, so it is still there.
            return (used() - before) / (double) trials;
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
