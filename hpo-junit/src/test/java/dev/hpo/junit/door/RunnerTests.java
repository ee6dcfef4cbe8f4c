// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerTests {

    private static final String MAIN = "dev.hpo.junit.TuningLauncher";
    private static final String TREE = "\nor run the trial again in the test tree";

    private final Map<String, String> properties = new HashMap<>(Map.of("os.name", "Linux"));
    private String mavenArguments = "";
    private Path folder;

    @BeforeEach
    void keep(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    com.acme.Tuning       | tune           | -Dtest=com.acme.Tuning#tune
                    com.acme.Outer$Tuning | tune           | '-Dtest=com.acme.Outer$Tuning#tune'
                    Tuning                | of two blanks  | '-Dtest=Tuning#of two blanks'
                    Tuning                | it's           | '-Dtest=Tuning#it'\\''s'
                    Tuning                | a, b + c #1*   | '-Dtest=Tuning#a? b ? c ?1?'
                    Tuning                | a & b; $(c)    | '-Dtest=Tuning#a & b; $(c)'
                    Tuning                | größe          | '-Dtest=Tuning#größe'
                    """)
    void maven_isCalledWithAWholeCommand(String type, String method, String selection) {
        properties.put("basedir", folder.toString());

        assertThat(replay(test(type, method)))
                .isEqualTo("mvn test -Dhpo.replay={trial} " + selection + " -Dsurefire.failIfNoSpecifiedTests=false"
                        + TREE);
    }

    @Test
    void folderThatWasGiven_isGivenAgain() {
        properties.put("basedir", folder.toString());
        ReplayedTest test =
                new ReplayedTest("Tuning", "tune", Optional.of(Path.of("/my studies")), OptionalInt.empty());

        assertThat(replay(test)).contains(" '-Dhpo.directory=/my studies' -Dtest=Tuning#tune ");
    }

    @Test
    void severalOptions_areWordsOfTheirOwn() {
        List<String> asked = List.of("-Dhpo.mode=auto", "-Dhpo.accept=true");
        properties.put("basedir", folder.toString());
        assertThat(replay(test("Tuning", "tune").with(asked)))
                .startsWith("mvn test -Dhpo.mode=auto -Dhpo.accept=true -Dtest=Tuning#tune ");
        properties.put("os.name", "Windows 11");
        assertThat(replay(test("Tuning", "tune").with(asked)))
                .startsWith("mvn test \"-Dhpo.mode=auto\" \"-Dhpo.accept=true\" ");
        properties.put("os.name", "Linux");
        properties.put("org.gradle.test.worker", "1");
        assertThat(replay(test("Tuning", "tune").with(asked)))
                .startsWith("JAVA_TOOL_OPTIONS='-Dhpo.mode=auto -Dhpo.accept=true' gradle -p ");
    }

    @Test
    void wrapperOfTheProject_isCalledInstead() throws IOException {
        Path module = Files.createDirectories(folder.resolve("group/module"));
        Path wrapper = Files.createFile(folder.resolve("mvnw"));
        properties.put("basedir", module.toString());

        assertThat(replay(test("Tuning", "tune"))).startsWith(wrapper + " test -Dhpo.replay={trial} ");
    }

    @Test
    void gradle_isGivenTheNumberByTheEnvironment() {
        properties.put("org.gradle.test.worker", "1");
        properties.put("org.gradle.internal.worker.tmpdir", folder + "/build/tmp/tuningTest/work");

        assertThat(replay(test("com.acme.Outer$Tuning", "of two blanks")))
                .isEqualTo("JAVA_TOOL_OPTIONS=-Dhpo.replay={trial} gradle -p " + folder
                        + " cleanTuningTest tuningTest --tests 'com.acme.Outer$Tuning.of two blanks'" + TREE);
    }

    @Test
    void gradlesWrapper_isCalledInstead_andTheTaskIsTest() throws IOException {
        properties.put("org.gradle.test.worker", "1");
        Path wrapper = Files.createFile(folder.resolve("gradlew"));
        ReplayedTest test = new ReplayedTest("Tuning", "tune", Optional.of(Path.of("/studies")), OptionalInt.empty());

        assertThat(replay(test))
                .startsWith("JAVA_TOOL_OPTIONS='-Dhpo.replay={trial} -Dhpo.directory=/studies' " + wrapper + " -p "
                        + folder + " cleanTest test --tests Tuning.tune");
    }

    @Test
    void launcher_isCalledAsItWas_withOtherArguments() {
        List<String> command =
                List.of("/jdk/bin/java", "-cp", "app.jar:lib/*", MAIN, "com.acme.Other", "--trials", "200");
        ReplayedTest test =
                new ReplayedTest("com.acme.Tuning", "tune", Optional.of(Path.of("/studies")), OptionalInt.empty());

        assertThat(Runner.of(true, around(command)).replay(test))
                .isEqualTo("/jdk/bin/java -cp 'app.jar:lib/*' " + MAIN
                        + " --replay {trial} --directory /studies com.acme.Tuning#tune");
    }

    @Test
    void launchersCommand_keepsPrivateWhatIsNotOurs() {
        List<String> command = List.of(
                "java",
                "-Xmx1g",
                "-Ddb.password=SECRET",
                "-Dempty=",
                "-Dflag",
                "-Dhpofake.key=SECRET",
                "-Duser.token=SECRET",
                "-Duser.language=de",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=/scratch",
                "-Dhpo.seed=7",
                "-Djunit.jupiter.execution.parallel.enabled=true",
                "-javaagent:/opt/agent.jar=token=SECRET",
                "-javaagent:/opt/plain.jar",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                "app.jar",
                MAIN,
                "com.acme.Other");

        assertThat(Runner.of(true, around(command)).replay(test("com.acme.Tuning", "tune")))
                .isEqualTo(
                        "java -Xmx1g -Ddb.password=... -Dempty= -Dflag -Dhpofake.key=... -Duser.token=... -Duser.language=de"
                                + " -Dfile.encoding=UTF-8"
                                + " -Djava.io.tmpdir=/scratch -Dhpo.seed=7"
                                + " -Djunit.jupiter.execution.parallel.enabled=true"
                                + " -javaagent:/opt/plain.jar --add-opens=java.base/java.lang=ALL-UNNAMED -cp app.jar "
                                + MAIN
                                + " --replay {trial} com.acme.Tuning#tune");
    }

    /** As Linux does of a command line above 4096 bytes. */
    @Test
    void launcherWhoseCommandTheSystemHides_isCalledByWhatTheJvmKnows() {
        properties.put("java.home", "/jdk");
        properties.put("java.class.path", "app.jar:lib/a b.jar");

        assertThat(Runner.of(true, around(List.of("/jdk/bin/java"))).replay(test("com.acme.Outer$Tuning", "tune")))
                .isEqualTo("/jdk/bin/java -cp 'app.jar:lib/a b.jar' " + MAIN
                        + " --replay {trial} 'com.acme.Outer$Tuning#tune'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    test -Ptuning                        | -Ptuning
                    -B -P tuning,slow test               | -Ptuning,slow
                    --activate-profiles=tuning -Px test  | -Ptuning -Px
                    test -Dtest=Tuning -pl a             | ""
                    """)
    void profilesOfMaven_areGivenAgain(String arguments, String profiles) {
        properties.put("basedir", folder.toString());
        mavenArguments = arguments;

        assertThat(replay(test("Tuning", "tune")))
                .startsWith("mvn test " + (profiles.isEmpty() ? "" : profiles + " ") + "-Dhpo.replay={trial} ");
    }

    @Test
    void gradlesVariable_isQuotedAsTheJvmReadsIt() {
        properties.put("org.gradle.test.worker", "1");
        ReplayedTest test = new ReplayedTest("Tuning", "tune", Optional.of(Path.of("/it's mine")), OptionalInt.empty());

        assertThat(replay(test))
                .startsWith("JAVA_TOOL_OPTIONS='-Dhpo.replay={trial} \"-Dhpo.directory=/it'\\''s mine\"' gradle ");
    }

    @Test
    void withoutABuildTool_theOptionIsTheJvms() {
        assertThat(replay(test("Tuning", "tune"))).isEqualTo("-Dhpo.replay={trial} as an option of the JVM" + TREE);
    }

    @Test
    void windows_takesDoubleQuotes() {
        properties.put("os.name", "Windows 11");
        properties.put("basedir", folder.toString());

        // PowerShell, too, takes what stands in double quotes as it is, and would part an option at its dot.
        assertThat(replay(test("Tuning", "of two blanks")))
                .startsWith("mvn test \"-Dhpo.replay={trial}\" \"-Dtest=Tuning#of two blanks\" "
                        + "\"-Dsurefire.failIfNoSpecifiedTests=false\"");
    }

    private String replay(ReplayedTest test) {
        return Runner.of(false, around(List.of())).replay(test);
    }

    private Surroundings around(List<String> command) {
        return new Surroundings(properties::get, folder, command, mavenArguments);
    }

    private static ReplayedTest test(String className, String methodName) {
        return new ReplayedTest(className, methodName, Optional.empty(), OptionalInt.empty());
    }
}
