// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Populations that are to go on after their end, with as much, with more, or with a nudge. */
@Timeout(120)
class PopulationResumeTests {

    @RegisterExtension
    private final PrintedText printed = new PrintedText();

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void populationThatIsAskedForOnceMore_hasNothingLeftToDo() {
        new TuningRun(folder).of(PopulationTestCase.class);

        EngineExecutionResults again = resumed("1").of(PopulationTestCase.class);

        assertRefused(
                again,
                "hpo.resume (1) must be a run with something left to do, but all 3 generations of 4 members are done, or"
                        + " begin a new run with -Dhpo.resume=never.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "always"})
    void pandaThatIsDone_isNotNudgedAnyMore(String resume) throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(PandaTestCase.class);
        Path journal = run.journal(PandaTestCase.class, "raise");
        String before = Files.readString(journal);

        EngineExecutionResults again =
                resumed(resume).with("hpo.nudge", "rate*3").of(PandaTestCase.class);

        if (resume.equals("1")) {
            assertRefused(
                    again,
                    "hpo.resume (1) must be a run with something left to do, but all 1 child has been raised, or begin a"
                            + " new run with -Dhpo.resume=never.");
            assertThat(Files.readString(journal)).isEqualTo(before);
        } else {
            // It is a new run, in which the wish is heard from the first day on.
            assertThat(again.allEvents().failed().list()).isEmpty();
            assertThat(TuningRun.names(again))
                    .anySatisfy(name -> assertThat(name).startsWith("trial 2: child 1, day 2, nudged, rate=0.3"));
            assertThat(run.runs(PandaTestCase.class, "raise"))
                    .filteredOn(each -> each.id().series().search().isEmpty())
                    .hasSize(2);
        }
    }

    /** Only the winner's checkpoint is left, from which the others cannot go on. */
    @ParameterizedTest
    @CsvSource({"hpo.generations, 5, '4, 5, 6, 7, 8, 9, 1[01]'", "hpo.members, 6, '0, 1, .*'"})
    void populationThatIsDone_cannotHaveMore(String key, String more, String gone) throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(PopulationTestCase.class);
        String before = Files.readString(run.journal(PopulationTestCase.class, "raise"));

        EngineExecutionResults again = resumed("1").with(key, more).of(PopulationTestCase.class);

        assertThat(TuningRun.containerFailures(again)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessageMatching(
                        "hpo\\.resume \\(1\\) must be a run that can have more, but checkpoints \\(of trials "
                                + gone
                                + "\\) from which it would set out are gone, as after an end or when they have become"
                                + " old, or begin a new run with -Dhpo\\.resume=never\\."));
        assertThat(again.testEvents().started().count()).isZero();
        assertThat(Files.readString(run.journal(PopulationTestCase.class, "raise")))
                .isEqualTo(before);
    }

    /** Whoever always goes on gets a new run where that cannot be, and reads why. */
    @Test
    void populationThatIsDoneAndIsToHaveMore_isANewRunWhereThatIsSoAlways() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(PopulationTestCase.class);
        printed.reset();

        EngineExecutionResults again =
                resumed("always").with("hpo.generations", "5").of(PopulationTestCase.class);

        assertThat(again.allEvents().failed().list()).isEmpty();
        assertThat(printed.lines()).anySatisfy(line -> assertThat(line)
                .startsWith("hpo: PopulationResumeTests.PopulationTestCase.raise, run 2: a new run, as run 1 cannot"
                        + " have more: checkpoints (of trials ")
                .endsWith(") from which it would set out are gone, as after an end or when they have become old"));
        assertThat(run.runs(PopulationTestCase.class, "raise")).hasSize(2).allMatch(RunRecord::isFinished);
        assertThat(run.states(PopulationTestCase.class, "raise")).hasSize(20).containsOnly("COMPLETE");
    }

    /** Without a word on resuming, more generations are a new run. */
    @Test
    void populationOfMoreGenerations_isANewRun() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(PopulationTestCase.class);

        EngineExecutionResults again =
                new TuningRun(folder).with("hpo.generations", "4").of(PopulationTestCase.class);

        assertThat(again.allEvents().failed().list()).isEmpty();
        assertThat(run.states(PopulationTestCase.class, "raise")).hasSize(16).containsOnly("COMPLETE");
    }

    private TuningRun resumed(String which) {
        return new TuningRun(folder).with("hpo.resume", which);
    }

    private static void assertRefused(EngineExecutionResults results, String message) {
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(message));
        assertThat(results.testEvents().started().count()).isZero();
    }

    static class PopulationTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }

    static class PandaTestCase {

        @PopulationTest(members = 1, generations = 3, segment = 4, children = 1)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }
}
