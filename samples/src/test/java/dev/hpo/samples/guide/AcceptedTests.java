// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AcceptedTests {

    @Test
    void accepted_isWhatTheProgramLoads() throws IOException {
        // tag::load[]
        NetworkConfig config = NetworkConfigSpace.SPACE.loadResource("accepted.properties");
        // end::load[]

        assertThat(new Network(config, 1).validationLoss()).isLessThan(1.2);
    }
}
