// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

// tag::initial[]
@SearchSpace
public class CacheConfig {

    @Uniform(min = 0, max = 1024)
    int megabytes; // 0 for no cache

    boolean compressed;

    @Initial
    static CacheConfig start() {
        return new CacheConfig();
    }
}
// end::initial[]
