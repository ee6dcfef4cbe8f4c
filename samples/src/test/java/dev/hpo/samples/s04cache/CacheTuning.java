// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s04cache;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

/** Tunes a cache on a day's requests, and is red if no settings save a fifth of the 765 cents that it cost untuned. */
class CacheTuning {
    private static final CacheCost COST = new CacheCost(Workload.requests(1));

    @TuningTest(trials = 40)
    @Minimize("cents a day")
    @ExpectBest(atMost = 612)
    void tune(CacheConfig config, Trial trial) {
        trial.report(COST.of(config));
    }
}
