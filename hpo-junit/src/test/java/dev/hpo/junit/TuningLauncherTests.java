// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningLauncherTests {

    private static final List<String> RUNS = new ArrayList<>();
    private static final String GOOD = GoodTestCase.class.getName();

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream usual = System.out;
    private final PrintStream usualErrors = System.err;

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
        RUNS.clear();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void restore() {
        System.setOut(usual);
        System.setErr(usualErrors);
    }

    @Test
    void classWithTests_isRun() {
        assertThat(run(GOOD)).isZero();

        assertThat(RUNS).containsExactlyInAnyOrder("tune 0", "tune 1", "tune 2", "other 0");
        assertThat(printed()).contains(GOOD.replace('$', '.') + ".tune, run 1: minimize distance");
    }

    @Test
    void method_isRunAlone() {
        assertThat(run(GOOD + "#tune")).isZero();

        assertThat(RUNS).containsExactly("tune 0", "tune 1", "tune 2");
        assertThat(printed())
                .contains(" '" + GOOD + "#tune'")
                .containsPattern("replay +\\S+java -cp \\S.* dev\\.hpo\\.junit\\.TuningLauncher --replay [0-9]");
    }

    @Test
    void inheritedMethodWithAnOverload_isFound() {
        assertThat(run(HeirTestCase.class.getName() + "#shared")).isZero();

        assertThat(RUNS).containsExactly("shared 0", "shared 1");
    }

    @Test
    void options_areParameters() {
        assertThat(run(GOOD + "#tune", "--trials", "2", "--sampler=grid", "-Dhpo.pruner=none", "--seed", "5"))
                .isZero();

        assertThat(RUNS).hasSize(2);
        assertThat(printed()).contains("grid of ").contains("seed      5");
    }

    @Test
    void optionsOfPopulations_areParameters() {
        String test = RaisedTestCase.class.getName();

        assertThat(run(test, "--members=3", "--generations=2", "--segment=4", "--replays=0", "--explorer=perturb"))
                .isZero();
        assertThat(RUNS).hasSize(6).allMatch(run -> run.endsWith("until 4") || run.endsWith("until 8"));
        assertThat(run(test, "--members=3", "--asynchronous", "--factors=2,3")).isEqualTo(1);
        assertThat(printed())
                .contains("population: 3 x 2 segments of 4 steps")
                .contains("hpo.factors (2,3) must be two numbers with a comma between")
                .contains("give for instance --factors=0.8,1.2.");
    }

    @Test
    void optionsOfPandas_areParameters() {
        assertThat(run(
                        RaisedTestCase.class.getName(),
                        "--members=1",
                        "--children=1",
                        "--patience=2",
                        "--nudge=rate*0.5",
                        "--replays=2"))
                .isZero();

        assertThat(printed())
                .contains("panda: 1 x 2 segments of 1 step, each beside a control")
                .contains("as was wanted: rate*0.5")
                .contains("from its beginning, 2 times");
    }

    @Test
    void optionsOfPruners_areParameters() {
        assertThat(run(GOOD + "#tune", "-Dhpo.pruner=median", "-Dhpo.pruner.warmup=20"))
                .isZero();

        assertThat(run(GOOD + "#tune", "-Dhpo.pruner=median", "-Dhpo.pruner.warmpu=20"))
                .isEqualTo(1);
        assertThat(printed())
                .contains("hpo.pruner.warmpu (20) must be a known parameter; did you mean hpo.pruner.warmup?");
    }

    @Test
    void replay_runsOneTrial() {
        run(GOOD + "#tune");
        RUNS.clear();

        assertThat(run(GOOD + "#tune", "--replay", "1")).isZero();

        assertThat(RUNS).containsExactly("tune 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trial 99        | hpo.replay (99) must",
                "--trial -1        | hpo.replay (-1) must be the number of a stored trial",
                "--trial 1 --run 8 | hpo.replay run (8) must be a stored run of",
                "--trial 1 --run 0 | hpo.replay (0/1) must be the number of a stored trial"
            })
    void replayOfWhatIsNotStored_isCodeTwo(String options, String message) {
        run(GOOD + "#tune");
        RUNS.clear();

        assertThat(run(Stream.concat(Stream.of("replay", GOOD + "#tune"), Stream.of(options.split(" ")))
                        .toArray(String[]::new)))
                .isEqualTo(2);

        assertThat(RUNS).isEmpty();
        assertThat(printed()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void resume_extendsARun() {
        run(GOOD + "#tune");
        RUNS.clear();

        assertThat(run(GOOD + "#tune", "--resume", "1", "--trials", "5")).isZero();

        assertThat(RUNS).containsExactly("tune 3", "tune 4");
        assertThat(printed())
                .contains(".tune, run 1: continued after 3 of 5 trials (ended ", " --resume 1 --directory ");
        assertThat(run(GOOD + "#tune", "--resume=1", "--trials=5")).isEqualTo(1);
        assertThat(printed())
                .contains("hpo.resume (1) must be a run with something left to do")
                .contains("give it more with --trials=N, say");
    }

    @Test
    void hints_areOptionsOfTheCommandLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file, in which there can be no folder");

        assertThat(Workings.find(LaunchCommand.class)
                        .run(GOOD + "#tune", "--directory", file.resolve("none").toString()))
                .isEqualTo(1);

        assertThat(printed())
                .contains("; else --directory=DIR keeps studies in another folder, and -Dhpo.storage=memory");
    }

    @Test
    void failedTest_isCodeOneAndSaysWhy() {
        assertThat(run(BrokenGateTestCase.class.getName())).isEqualTo(1);

        assertThat(printed()).contains("failed: TuningLauncherTests.BrokenGateTestCase.tune: best distance (");
    }

    @Test
    void failureWithATrace_isPrintedWithIt() {
        assertThat(run(BrokenGateTestCase.class.getName(), "-Dhpo.fail-fast", "-Dhpo.trials=4"))
                .isEqualTo(1);

        assertThat(printed())
                .contains("java.lang.IllegalStateException: third")
                .contains("\tat dev.hpo.junit.TuningLauncherTests");
    }

    @ParameterizedTest
    @CsvSource({
        "no.Such,must be a class on the class path",
        "java.lang.String,must have a tuning test",
        "java.lang.String#none,must name a method of its class",
        "--trials=many,Invalid value for option '--trials'",
        "--trails=3,Unknown option: '--trails=3'"
    })
    void badCommandLine_isCodeTwo(String argument, String message) {
        String[] arguments = argument.startsWith("--") ? new String[] {GOOD, argument} : new String[] {argument};

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(printed()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void withoutAnyArgument_theUsageIsPrinted() {
        assertThat(Workings.find(LaunchCommand.class).run()).isEqualTo(2);

        assertThat(printed()).contains("Missing required parameter: 'TEST'").contains("Usage: TuningLauncher");
    }

    @Test
    void help_namesOptionsAndExitCodes() {
        assertThat(run("--help")).isZero();

        assertThat(printed())
                .contains("--patience=N")
                .contains("Of populations")
                .contains("--nudge=CHANGE")
                .contains("Exit codes:")
                .contains("a test failed");
    }

    private int run(String... arguments) {
        return Workings.find(LaunchCommand.class)
                .run(Stream.concat(Stream.of(arguments), Stream.of("--directory", folder.toString()))
                        .toArray(String[]::new));
    }

    private String printed() {
        return console.toString(StandardCharsets.UTF_8);
    }

    static class GoodTestCase {

        @TuningTest(trials = 3)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            RUNS.add("tune " + trial.number());
            trial.report(point.x());
        }

        @Test
        void usual() {
            RUNS.add("a usual test, which is not what was asked for");
        }

        @TuningTest(trials = 1)
        @Minimize("distance")
        void other(Point point, Trial trial) {
            RUNS.add("other " + trial.number());
            trial.report(point.x());
        }
    }

    static class RaisedTestCase {

        @PopulationTest(generations = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            RUNS.add("until " + trial.until());
            rate.train(trial);
        }
    }

    static class BrokenGateTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        @ExpectBest(atMost = -1)
        void tune(Point point, Trial trial) {
            if (trial.number() == 3) {
                throw new IllegalStateException("third");
            }
            trial.report(point.x());
        }
    }

    interface SharedTests {

        @TuningTest(trials = 2)
        @Minimize("distance")
        default void shared(Point point, Trial trial) {
            RUNS.add("shared " + trial.number());
            trial.report(1);
        }
    }

    static class HeirTestCase implements SharedTests {

        void shared() {
            throw new IllegalStateException("is no test");
        }
    }
}
