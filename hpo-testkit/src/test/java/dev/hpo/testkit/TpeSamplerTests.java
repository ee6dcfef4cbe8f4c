// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.sampler.Sampler;
import dev.hpo.sampler.TpeSampler;

class TpeSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new TpeSampler();
    }
}
