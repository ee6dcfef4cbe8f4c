// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other paths")
class LocalPathsTests {

    @Test
    void exceptionsOfTrials_hideTheFoldersOfThisProcess() throws Exception {
        String here = System.getProperty("user.dir") + "/data.csv";
        StudySpec spec = StudySpec.minimize("points", "distance");
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            Trial trial = study.ask().orElseThrow().trial();
            var failure = study.tell(trial, new java.io.FileNotFoundException(here))
                    .failure()
                    .orElseThrow();
            assertThat(failure.message()).isEqualTo("FileNotFoundException: ./data.csv");
            assertThat(failure.trace()).contains("./data.csv").doesNotContain(here);
        }
    }

    @Test
    void reasonsThatMakeATrialInfeasible_hideThemToo() throws Exception {
        String here = System.getProperty("user.dir") + "/data.csv";
        try (Study<Point> study = Study.open(PointSpace.SPACE, StudySpec.minimize("points", "distance"))) {
            Trial trial = study.ask().orElseThrow().trial();
            assertThatThrownBy(() -> trial.infeasible("there is no " + here)).isInstanceOf(InfeasibleException.class);
            assertThat(study.tell(trial).failure().orElseThrow().message()).isEqualTo("there is no ./data.csv");
        }
    }
}
