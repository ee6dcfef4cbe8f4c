// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.benchmarks.Benchmarks;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NastyCommandTests {

    private final StringWriter printed = new StringWriter();

    @Test
    void prunersAreComparedWithNone() {
        assertThat(execute("nasty", "--pruners", "none,asha", "--trials", "20", "--seeds", "2"))
                .isZero();
        assertThat(printed.toString().lines())
                .hasSize(4)
                .first()
                .asString()
                .contains("lengths", "noisy ends", "unknown length", "boosting");
        assertThat(printed.toString())
                .containsPattern("\\| none   \\| -\\d.\\d\\d \\(\\+0.00 ± 0.00\\), 1.00")
                .containsPattern("\\| asha   \\| .* 0.\\d\\d ");
    }

    @Test
    void firstTrainingsOfUnknownLengthFail_andTheOthersAreWhole() throws InterruptedException {
        StudySpec spec = StudySpec.minimize("unknown", "loss").withTrials(10).withSeed(1);
        try (Study<Configuration> study =
                Study.open(NastyTrainings.UNKNOWN_LENGTH.function().space(), spec)) {
            study.optimize(NastyTrainings.UNKNOWN_LENGTH::train);

            assertThat(study.history().in(TrialState.FAILED)).hasSize(8).allMatch(trial -> steps(trial) == 10);
            assertThat(study.history().in(TrialState.COMPLETE)).hasSize(2).allMatch(trial -> steps(trial) == 30);
        }
    }

    @Test
    void noiseOfEndsIsNotInTheQuality() throws InterruptedException {
        StudySpec spec = StudySpec.minimize("noisy", "loss").withTrials(5).withSeed(1);
        try (Study<Configuration> study =
                Study.open(NastyTrainings.NOISY_ENDS.function().space(), spec)) {
            study.optimize(NastyTrainings.NOISY_ENDS::train);

            assertThat(study.history().in(TrialState.COMPLETE)).hasSize(5).allSatisfy(trial -> assertThat(
                            trial.value().orElseThrow())
                    .isNotEqualTo(NastyTrainings.NOISY_ENDS.quality(trial.configuration())));
        }
    }

    @Test
    void wrongArguments_areRefused() {
        assertThat(execute("nasty", "--pruners", "ahsa")).isEqualTo(2);
        assertThat(printed.toString()).contains("did you mean asha?");
        assertThat(execute("nasty", "--seeds", "0")).isEqualTo(2);
    }

    private static int steps(TrialRecord trial) {
        return trial.observations().size();
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
        return commandLine.execute(arguments);
    }
}
