// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Parameter;
import dev.hpo.space.Prior;
import org.junit.jupiter.api.Test;

class BelievedConfigTests {

    @Test
    void beliefsStandInTheGeneratedSpace() {
        assertThat(BelievedConfigSpace.SPACE.parameters())
                .extracting(Parameter::prior)
                .extracting(prior -> prior.map(Prior::describe).orElse("none"))
                .containsExactly("near 0.001, spread 0.1", "near 32, spread 0.2", "favours ADAM, weight 0.7");
    }
}
