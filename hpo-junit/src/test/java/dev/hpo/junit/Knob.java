// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.study.Trial;
import java.util.SplittableRandom;

/** A configuration with a start, of noisy trials: near 0 is good. */
@SearchSpace
record Knob(@Uniform(min = -1, max = 1) double x) {

    @Initial
    static Knob start() {
        return new Knob(.75);
    }

    /** Returns a value that the seed of a trial decides, with noise as large as what leading ones differ by. */
    double noisy(Trial trial) {
        return Math.abs(x) + .2 * new SplittableRandom(trial.seed()).nextGaussian();
    }
}
