// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;

class RandomSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new RandomSampler();
    }
}
