// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.sampler.AutoSampler;
import dev.hpo.sampler.Sampler;

class AutoSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new AutoSampler();
    }
}
