// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFolderTests {

    private Path root;

    @BeforeEach
    void beInAFolderOfAnyName(@TempDir Path temporary) throws IOException {
        root = Files.createDirectories(temporary.resolve("build/elsewhere"));
    }

    /** Columns: the tool, the build file, the folder of the classes, the folder of the studies. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    Maven in Eclipse,           p/pom.xml,              p/target/test-classes,            p/target/hpo
                    Maven in another folder,    p/pom.xml,              p/made/test-classes,              p/made/hpo
                    Maven within Maven,         p/target/it/q/pom.xml,  p/target/it/q/target/classes,     p/target/it/q/target/hpo
                    Gradle,                     p/build.gradle,         p/build/classes/java/test,        p/build/hpo
                    Gradle in Kotlin,           p/build.gradle.kts,     p/build/classes/kotlin/test,      p/build/hpo
                    Gradle without build file,  p/settings.gradle,      p/app/build/classes/java/test,    p/app/build/hpo
                    Gradle in another folder,   p/build.gradle,         p/.out/classes/java/test,         p/.out/hpo
                    Eclipse,                    p/.project,             p/bin,                            p/bin/hpo
                    Eclipse with two folders,   p/.project,             p/bin/test,                       p/bin/hpo
                    IntelliJ,                   p/p.iml,                p/out/test/p,                     p/out/hpo
                    IntelliJ with Maven,        p/pom.xml,              p/out/test/p,                     p/out/hpo
                    sbt,                        p/build.sbt,            p/target/scala-3.7/test-classes,  p/target/hpo
                    Ant,                        p/build.xml,            p/build/test/classes,             p/build/hpo
                    javac alone,                -,                      p/out,                            p/out/hpo
                    """)
    void folderIsBesideTheClasses_whicheverToolBuiltThem(
            String tool, @Nullable String buildFile, String classes, String studies) throws IOException {
        if (buildFile != null) {
            create(buildFile);
        }
        Path folder = Files.createDirectories(root.resolve(classes));

        assertThat(StudyFolder.of(Optional.of(folder), Optional.empty(), root))
                .as(tool)
                .isEqualTo(root.resolve(studies));
    }

    @ParameterizedTest
    @CsvSource({
        "p, p/target/test-classes,    p/target/hpo",
        "p, p/made/by/maven/classes,  p/made/hpo",
        "p, elsewhere/test-classes,   p/target/hpo",
        "p, repository/tests.jar,     p/target/hpo"
    })
    void underMaven_itIsInTheModule_whereverItsClassesComeFrom(String module, String classes, String studies) {
        Optional<Path> from = Optional.of(root.resolve(classes));

        assertThat(StudyFolder.of(from, Optional.of(root.resolve(module)), root))
                .isEqualTo(root.resolve(studies));
    }

    @Test
    void folderWithTwoBuildFiles_goesByWhatBuiltTheClasses() throws IOException {
        create("p/pom.xml");
        create("p/build.gradle");
        Path maven = Files.createDirectories(root.resolve("p/target/test-classes"));
        Path gradle = Files.createDirectories(root.resolve("p/build/classes/java/test"));
        Path module = root.resolve("p");

        assertThat(StudyFolder.of(Optional.of(maven), Optional.of(module), root))
                .isEqualTo(module.resolve("target/hpo"));
        assertThat(StudyFolder.of(Optional.of(gradle), Optional.empty(), root)).isEqualTo(module.resolve("build/hpo"));
    }

    @Test
    void jarOfAProject_countsAsItsClasses_andAnyOtherUsesTheWorkingFolder() throws IOException {
        create("p/pom.xml");
        Path own = create("p/target/app.jar");
        Path installed = create("opt/bin/app.jar");

        assertThat(StudyFolder.of(Optional.of(own), Optional.empty(), root)).isEqualTo(root.resolve("p/target/hpo"));
        assertThat(StudyFolder.of(Optional.of(installed), Optional.empty(), root))
                .isEqualTo(root.resolve("hpo"));
    }

    /** Columns: the build file, the folder of the classes, the folder of the module. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    p/pom.xml,              p/target/test-classes,         p
                    p/app/pom.xml,          p/app/target/test-classes,     p/app
                    p/settings.gradle,      p/app/build/classes/java/test, p
                    p/app/build.gradle.kts, p/app/build/classes/java/test, p/app
                    p/.project,             p/bin/test,                    p
                    p/target/it/q/pom.xml,  p/target/it/q/target/classes,  p/target/it/q
                    -,                      p/out/test/p,                  work
                    """)
    void moduleIsThatOfTheNearestBuildFile(@Nullable String buildFile, String classes, String module)
            throws IOException {
        if (buildFile != null) {
            create(buildFile);
        }
        Path from = Files.createDirectories(root.resolve(classes));
        Path working = Files.createDirectories(root.resolve("work"));

        assertThat(StudyFolder.module(Optional.of(from), Optional.empty(), working))
                .isEqualTo(root.resolve(module));
    }

    @Test
    void moduleIsMavensOwn_whereverTheClassesComeFrom_andElseTheWorkingFolder() throws IOException {
        create("p/pom.xml");
        Path classes = Files.createDirectories(root.resolve("p/target/test-classes"));
        Path other = root.resolve("q");

        assertThat(StudyFolder.module(Optional.of(classes), Optional.of(other), root))
                .isEqualTo(other);
        assertThat(StudyFolder.module(Optional.empty(), Optional.empty(), root)).isEqualTo(root);
        assertThat(StudyFolder.module(StudyFolderTests.class, Optional.empty()))
                .isEqualTo(Path.of("").toAbsolutePath());
    }

    @Test
    void folderThatOnlyLiesInOneOfSuchAName_usesTheWorkingFolder() throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));

        assertThat(StudyFolder.of(Optional.of(classes), Optional.empty(), root)).isEqualTo(root.resolve("hpo"));
    }

    @Test
    void classesOfNoProjectElsewhere_useTheWorkingFolder() throws IOException {
        Path classes = Files.createDirectories(root.resolve("far/build/service/classes"));
        Path working = Files.createDirectories(root.resolve("here"));

        assertThat(StudyFolder.of(Optional.of(classes), Optional.empty(), working))
                .isEqualTo(working.resolve("hpo"));
    }

    @Test
    void classOfNoFolder_usesTheWorkingFolder() {
        assertThat(StudyFolder.of(String.class, Optional.empty()))
                .isEqualTo(Path.of("hpo").toAbsolutePath());
    }

    @Test
    void classOfThisModule_isInItsTarget() {
        assertThat(StudyFolder.of(StudyFolderTests.class, Optional.empty()))
                .isEqualTo(Path.of("target/hpo").toAbsolutePath());
    }

    private Path create(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.createFile(path);
    }
}
