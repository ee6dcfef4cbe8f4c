// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.sampler.GridSampler;
import dev.hpo.sampler.Sampler;

class GridSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new GridSampler();
    }
}
