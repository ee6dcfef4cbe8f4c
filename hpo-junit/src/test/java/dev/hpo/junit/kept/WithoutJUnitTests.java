// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.junit.TuningLauncher;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.storage.JournalStorage;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a process of its own, whose class path has no JUnit. */
class WithoutJUnitTests {

    private Path folder;

    @BeforeEach
    void use(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void commandsWork_andTestsAreRefusedWithWhatIsMissing() throws Exception {
        keep();

        assertThat(run("best", "digits", "--directory", folder.toString())).isZero();
        assertThat(output()).content().contains("# minimize loss: 0.5").contains("x = ");
        assertThat(run("com.acme.DigitsTuning#tune")).isEqualTo(2);
        assertThat(output()).content().contains("must have JUnit's launcher and engine");
    }

    /** Else a file that a full disk has cut would be taken for whole. */
    @ParameterizedTest
    @ValueSource(strings = {"export csv digits", "best digits", "studies", "show digits", "summary digits"})
    @EnabledOnOs(OS.LINUX)
    void outputThatCannotBeWritten_isAnError(String line) throws Exception {
        keep();
        Process process = start(Redirect.to(new File("/dev/full")), (line + " --directory " + folder).split(" "));

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output()).hasContent("output must be writable: No space left on device.");
    }

    @Test
    void readerThatHasSeenEnough_hearsNothingOfIt() throws Exception {
        keep();
        Process process = start(Redirect.PIPE, "export", "csv", "digits", "--directory", folder.toString());
        process.getInputStream().close();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output()).isEmptyFile();
    }

    private void keep() throws InterruptedException {
        Parameter<Double> x = Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
        StudySpec spec = StudySpec.minimize("digits", "loss")
                .withTrials(2)
                .withStorage(new JournalStorage(folder.resolve("digits.log")));
        try (Study<Configuration> study = Study.open(new PlainSpace(List.of(x)), spec)) {
            study.optimize((configuration, trial) -> trial.report(0.5));
        }
    }

    private Path output() {
        return folder.resolve("output");
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        return process(arguments)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start()
                .waitFor();
    }

    private Process start(Redirect standard, String... arguments) throws IOException {
        return process(arguments)
                .redirectOutput(standard)
                .redirectError(output().toFile())
                .start();
    }

    private static ProcessBuilder process(String... arguments) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Stream.of(classPath.split(File.pathSeparator))
                        .filter(entry -> !new File(entry).getName().contains("junit-"))
                        .collect(Collectors.joining(File.pathSeparator)),
                TuningLauncher.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
