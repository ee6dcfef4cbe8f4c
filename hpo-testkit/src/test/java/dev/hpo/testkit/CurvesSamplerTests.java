// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.sampler.CurvesSampler;
import dev.hpo.sampler.Sampler;

class CurvesSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new CurvesSampler();
    }
}
