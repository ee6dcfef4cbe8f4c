// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.sampler.Sampler;
import dev.hpo.testkit.SamplerContract;

/** The contract, applied to a sampler of one's own. */
// tag::contract[]
class FineGridTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new FineGrid();
    }
}
// end::contract[]
