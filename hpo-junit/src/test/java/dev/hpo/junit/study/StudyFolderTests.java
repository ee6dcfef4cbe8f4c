// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTests {

    @Test
    void underMaven_itIsInItsModule() {
        assertThat(StudyFolder.of(StudyFolderTests.class, Optional.of("/some/module")))
                .isEqualTo(Path.of("/some/module/target/hpo"));
    }

    @Test
    void withoutMaven_theNearestBuildFileAboveTheClassesCounts() {
        assertThat(StudyFolder.of(StudyFolderTests.class, Optional.empty()))
                .isEqualTo(Path.of("target/hpo").toAbsolutePath());
    }

    @Test
    void projectOfAModule_isTheHighestFolderWithABuildFile(@TempDir Path folder) throws IOException {
        Path module = Files.createDirectories(folder.resolve("project/group/module"));
        assertThat(StudyFolder.project(module)).isEqualTo(module);

        Files.createFile(folder.resolve("project/pom.xml"));
        assertThat(StudyFolder.project(module)).isEqualTo(module);

        Files.createFile(folder.resolve("project/group/pom.xml"));
        assertThat(StudyFolder.project(module)).isEqualTo(folder.resolve("project"));
    }

    @Test
    void nameThatSomeFileSystemsRefuse_isChanged() {
        assertThat(StudyFolder.safe("com.acme.Tuning.is it \"good\"? <yes>:|*/\\"))
                .isEqualTo("com.acme.Tuning.is it _good__ _yes______");
    }

    @Test
    void classOfNoProject_usesTheWorkingFolder() {
        assertThat(StudyFolder.of(String.class, Optional.empty()))
                .isEqualTo(Path.of("hpo").toAbsolutePath());
    }
}
