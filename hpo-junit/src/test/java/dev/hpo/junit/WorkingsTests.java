// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the annotations and the launcher find behind them. */
class WorkingsTests {

    @Test
    void workings_areFound() {
        assertThat(Workings.find(InvocationMaker.class)).isNotNull();
        assertThat(Workings.find(LaunchCommand.class)).isNotNull();
    }

    @Test
    void serviceFileThatWasNotMerged_isNamed() {
        assertThatThrownBy(() -> Workings.find(Lost.class))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(
                        "META-INF/services/dev.hpo.junit.WorkingsTests$Lost must be on the class path, as it is in hpo-junit;"
                                + " merge the service files of jars that you make one of"
                                + " (maven-shade-plugin: ServicesResourceTransformer).");
    }

    /** A service without a provider. */
    interface Lost {}
}
