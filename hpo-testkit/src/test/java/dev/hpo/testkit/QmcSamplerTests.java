// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;

class QmcSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new QmcSampler();
    }
}
