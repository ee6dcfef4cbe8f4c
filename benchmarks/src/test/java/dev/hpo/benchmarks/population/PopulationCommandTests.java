// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.Benchmarks;
import dev.hpo.benchmarks.population.Contestant.Shipped;
import dev.hpo.population.PopulationPlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PopulationCommandTests {

    private final StringWriter printed = new StringWriter();

    /** As measured before with another program; the best constants too. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.003719, 4.03", "1, 0.035338, 2.53"})
    void bestScheduleAndBestConstant_areThoseThatAreKnown(double s2, double best, double constant) {
        NoisyQuadratic training = new NoisyQuadratic(s2);

        assertThat(training.expected(training.best())).isCloseTo(best, within(1e-6));
        assertThat(training.expected(new double[] {training.bestConstant()}) / best)
                .isCloseTo(constant, within(.02));
    }

    @Test
    void expectedLoss_isTheMeanOfTrainings() {
        NoisyQuadratic training = new NoisyQuadratic(1);
        double mean = IntStream.range(0, 60)
                .mapToDouble(seed -> training.trained(step -> step < 1000 ? .2 : .02, seed))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(training.expected(new double[] {.2, .02}), within(.006));
    }

    @Test
    void populationSpendsATrainingForEachMember_andAPandaItsChildrenWithControls() throws InterruptedException {
        PopulationPlan plan = PopulationPlan.of(2, 20, 100, Set.of("rate"));
        Shipped two = new RaisedPopulation("two", plan, 0).run(new NoisyQuadratic(1), 1);
        PopulationPlan alone = PopulationPlan.of(1, 20, 100, Set.of("rate"))
                .withPanda(PopulationPlan.PandaRules.USUAL.withChildren(1));
        Shipped panda = new RaisedPopulation("panda", alone, 0.01).run(new NoisyQuadratic(1), 1);

        assertThat(two.trainings()).isEqualTo(2);
        assertThat(two.loss()).isPositive().isLessThan(1);
        assertThat(panda.trainings()).isBetween(1.95, 2.0);
        assertThat(panda.nudges().all()).isBetween(15, 19);
        assertThat(panda.nudges().harmful()).isBetween(1, panda.nudges().all() - 1);
        assertThat(panda.nudges().harmfulKept())
                .isLessThanOrEqualTo(panda.nudges().harmful())
                .isLessThanOrEqualTo(panda.nudges().kept());
        assertThat(two.nudges()).isEqualTo(Nudges.NONE);
        assertThat(two.loss())
                .isEqualTo(new RaisedPopulation("two", plan, 0)
                        .run(new NoisyQuadratic(1), 1)
                        .loss());
    }

    @Test
    void contestantsAreCompared() {
        assertThat(execute("population", "--seeds", "2", "--noise", "1", "--only", "cosine"))
                .isZero();

        assertThat(printed.toString()).contains("s2 = 1.0: the best schedule ends at 0.035338");
        assertThat(printed.toString()).containsPattern("\\| best constant rate, known \\| 1.00 +\\| \\d.\\d\\d ");
        assertThat(printed.toString()).containsPattern("\\| tuned cosine +\\| 8.00 +\\| \\d.\\d\\d .*2 of 2");
    }

    @Test
    void seedsAndNoiseOutOfRange_areRefused() {
        assertThat(execute("population", "--seeds", "0")).isEqualTo(2);
        assertThat(execute("population", "--noise", "0")).isEqualTo(2);
        assertThat(printed.toString())
                .contains("--seeds (0) must be at least 1")
                .contains("--noise ([0.0]) above 0");
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(printed, true));
        commandLine.setErr(new PrintWriter(printed, true));
        return commandLine.execute(arguments);
    }
}
