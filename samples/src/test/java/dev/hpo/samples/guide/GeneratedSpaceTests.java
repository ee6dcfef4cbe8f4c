// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generated search space can do. */
class GeneratedSpaceTests {

    @Test
    void typedKeys() {
        // tag::keys[]
        NetworkConfig start = NetworkConfigSpace.SPACE.initial().orElseThrow();
        Configuration configuration = NetworkConfigSpace.SPACE.configuration(start);
        double rate = configuration.get(NetworkConfigSpace.SPACE.learningRate);
        // end::keys[]
        assertThat(rate).isEqualTo(0.01);
        assertThat(NetworkConfigSpace.SPACE.decode(configuration)).isEqualTo(start);
    }

    @Test
    void starts() {
        assertThat(CrawlerConfigSpace.SPACE.initial())
                .hasValueSatisfying(start -> assertThat(start.getThreads()).isEqualTo(8));
        assertThat(CacheConfigSpace.SPACE.initial())
                .hasValueSatisfying(start -> assertThat(start.megabytes).isZero());
    }

    @Test
    void load(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("network.properties");
        Files.writeString(file, """
                learningRate = 0.0131
                momentum = 0.95
                hiddenUnits = 80
                dropout = 0.3
                batchSize = 64
                batchNormalisation = true
                """);
        // tag::load[]
        NetworkConfig config = NetworkConfigSpace.SPACE.load(file);
        // end::load[]
        assertThat(config).isEqualTo(new NetworkConfig(0.0131, 0.95, 80, 0.3, 64, true));
    }

    @Test
    void loadResource() throws IOException {
        // tag::resource[]
        NetworkConfig config = NetworkConfigSpace.SPACE.loadResource("network.properties");
        // end::resource[]
        assertThat(config.learningRate()).isEqualTo(0.0131);
        assertThatThrownBy(() -> NetworkConfigSpace.SPACE.loadResource("other.properties"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("resource (other.properties) must be on the class path, beside "
                        + "dev.hpo.samples.guide.NetworkConfig; begin it with a slash to name it from the root");
    }

    @Test
    void faultsOfAFile_areNamedTogether(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("network.properties");
        Files.writeString(file, "learningRate = 2\nhiddenunits = 80\n");
        assertThatThrownBy(() -> NetworkConfigSpace.SPACE.load(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("network.properties: learningRate value (2.0) must be in the domain")
                .hasMessageContaining("hiddenunits must be a parameter of NetworkConfig; did you mean hiddenUnits?")
                .hasMessageContaining("momentum must have a value");
    }
}
