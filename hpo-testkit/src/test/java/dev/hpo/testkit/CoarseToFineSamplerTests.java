// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.sampler.CoarseToFineSampler;
import dev.hpo.sampler.Sampler;

class CoarseToFineSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new CoarseToFineSampler();
    }
}
