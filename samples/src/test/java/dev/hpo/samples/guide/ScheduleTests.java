// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Parameter;
import dev.hpo.space.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may change while a model trains, and a training by a schedule. */
class ScheduleTests {

    private static final String TEXT = """
            # warm, then cool
            batchSize = 32
            hiddenUnits = 64

            1-10.learningRate = 0.1
            1-10.momentum = 0.9

            11-30.learningRate = 0.02
            11-30.momentum = 0.97
            """;

    /** Stands for a model: it remembers by what it was trained. */
    private static final class Model {

        private final List<String> trained = new ArrayList<>();

        void fitOneEpoch(double rate, double momentum) {
            trained.add(rate + " " + momentum);
        }
    }

    @Test
    void whatMayChange_standsInTheGeneratedSpace() {
        assertThat(AdjustableConfigSpace.SPACE.adjustable())
                .extracting(Parameter::name)
                .containsExactly("learningRate", "momentum");
    }

    @Test
    void trainingByASchedule() throws IOException {
        Model model = new Model();
        // tag::load[]
        Schedule<AdjustableConfig> schedule = Schedule.loadResource(AdjustableConfigSpace.SPACE, "schedule.properties");
        for (int epoch = 1; epoch <= schedule.steps(); epoch++) {
            AdjustableConfig config = schedule.at(epoch);
            model.fitOneEpoch(config.learningRate(), config.momentum());
        }
        // end::load[]
        assertThat(model.trained).hasSize(30).startsWith("0.1 0.9").endsWith("0.02 0.97");
        assertThat(model.trained.subList(9, 11)).containsExactly("0.1 0.9", "0.02 0.97");
    }

    @Test
    void scheduleOfOnesOwn(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("schedule.properties");
        // tag::write[]
        Configuration warm = AdjustableConfigSpace.SPACE.configuration(new AdjustableConfig(0.1, 0.9, 32, 64));
        Configuration cool = AdjustableConfigSpace.SPACE.configuration(new AdjustableConfig(0.02, 0.97, 32, 64));
        Schedule<AdjustableConfig> schedule = Schedule.builder(AdjustableConfigSpace.SPACE)
                .until(10, warm) // steps 1-10
                .until(30, cool)
                .build();
        try (Writer file = Files.newBufferedWriter(path)) {
            schedule.write("warm, then cool", file);
        }
        // end::write[]
        assertThat(path).hasContent(TEXT);
        assertThat(Schedule.load(AdjustableConfigSpace.SPACE, path))
                .isEqualTo(schedule)
                .isEqualTo(Schedule.loadResource(AdjustableConfigSpace.SPACE, "schedule.properties"));
    }

    @Test
    void faultsOfASchedule_areNamedTogether(@TempDir Path folder) throws IOException {
        String faults = resource("schedule-faults.txt");
        Path file = folder.resolve("schedule.properties");
        Files.writeString(
                file,
                TEXT.replace("11-30", "12-30").replace("0.02", "2").replace("hiddenUnits = 64\n", "")
                        + "1-10.hiddenUnits = 64\n12-30.hiddenUnits = 70\n");
        assertThatThrownBy(() -> Schedule.load(AdjustableConfigSpace.SPACE, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(faults.strip().replace("schedule.properties", file.toString()));
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(ScheduleTests.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
