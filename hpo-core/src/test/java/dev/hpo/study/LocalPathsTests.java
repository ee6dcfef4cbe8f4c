// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other paths")
class LocalPathsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no such file: /people/al/app/data/x.csv|no such file: ./data/x.csv",
                "/people/al/app|.",
                "/people/al/app, and more|., and more",
                "file:/people/al/app/x (/people/al/.cache)|file:./x (~/.cache)",
                "/people/alice/x|/people/alice/x",
                "/people/al.bak/x|/people/al.bak/x",
                "/people/al/app-2/x|~/app-2/x",
                "/mnt/people/al/x|/mnt/people/al/x",
                "in /people/al.|in ~.",
            })
    void folders_areReplaced(String text, String hidden) {
        assertThat(LocalPaths.hide(text, Optional.of("/people/al"), List.of("/people/al/app")))
                .isEqualTo(hidden);
    }

    @Test
    void foldersThatAreNone_replaceNothing() {
        assertThat(LocalPaths.hide("/a/b ? x", Optional.of("/"), List.of("?", "", "a", "/a/")))
                .isEqualTo("/a/b ? x");
    }

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
}
