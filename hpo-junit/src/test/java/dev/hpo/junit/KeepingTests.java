// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.StudyFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Where studies are kept, what is kept of them, and what becomes of a study that cannot be. */
class KeepingTests {

    private static final String STUDY = "dev.hpo.junit.KeepingTests.TunedTestCase.tune";
    private static final List<String> RUNS = new ArrayList<>();

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private final @Nullable String basedir = System.getProperty("basedir");

    private Path module;

    /** As Maven does it for a module. */
    @BeforeEach
    void enter(@TempDir Path temporary) {
        RUNS.clear();
        module = temporary;
        System.setProperty("basedir", module.toString());
    }

    @AfterEach
    void leave() {
        Thread.interrupted();
        if (basedir == null) {
            System.clearProperty("basedir");
        } else {
            System.setProperty("basedir", basedir);
        }
    }

    @Test
    void studyIsKeptInItsModule_hiddenFromVersionControl() throws IOException {
        TuningRun.unplaced().of(TunedTestCase.class);

        assertThat(journal()).isNotEmptyFile();
        assertThat(module.resolve(".hpo/.gitignore")).hasContent("*");
        assertThat(module.resolve("target/hpo").resolve(STUDY)).isDirectoryContaining("glob:**best.properties");
        assertThat(console.text().lines())
                .containsSequence(
                        "  files     target/hpo/" + STUDY + "/",
                        "              best.properties, trials.csv, study.json, report.html, summary.md,",
                        "              summary.txt",
                        "            " + inModule(journal()));

        Files.delete(module.resolve(".hpo/.gitignore"));
        TuningRun.unplaced().of(TunedTestCase.class);
        assertThat(module.resolve(".hpo/.gitignore")).doesNotExist();
    }

    @Test
    void studyOutlastsACleanBuild() throws IOException {
        TuningRun.unplaced().of(TunedTestCase.class);
        List<String> all = List.copyOf(RUNS);
        RUNS.clear();
        try (var files = Files.walk(module.resolve("target"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        TuningRun.unplaced().with("hpo.replay", "1").of(TunedTestCase.class);

        assertThat(RUNS).containsExactly(all.get(1));
        assertThat(module.resolve("target")).doesNotExist();
    }

    @Test
    void memory_keepsNoRunAndSaysNoReplay() {
        EngineExecutionResults results =
                TuningRun.unplaced().with("hpo.storage", "memory").of(TunedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
        assertThat(module.resolve(".hpo")).doesNotExist();
        assertThat(module.resolve("target/hpo").resolve(STUDY)).isDirectoryContaining("glob:**best.properties");
        assertThat(console.text())
                .contains(
                        "best.properties, trials.csv, study.json, report.html, summary.md,\n              summary.txt\n")
                .doesNotContain("replay", ".log");
        assertRefused(
                TuningRun.unplaced()
                        .with("hpo.storage", "memory")
                        .with("hpo.replay", "1")
                        .of(TunedTestCase.class),
                "KeepingTests.TunedTestCase.tune must have a stored run to run a trial of it again; leave out"
                        + " hpo.storage=memory, which keeps none.");
    }

    @Test
    void runsToStartFrom_areNamedFromTheModuleOn() throws IOException {
        assertRefused(
                TuningRun.unplaced().with("hpo.warm", "no.Such.study").of(TunedTestCase.class),
                "hpo.warm (no.Such.study) must be the name of a study beside " + inModule(journal()) + ", or");
        Path old = Files.createDirectories(module.resolve("target/hpo/dev.acme.Old.tune"));
        Files.writeString(old.resolve("trials.jsonl"), OldTrials.TEXT + "oh no\n");
        assertRefused(
                TuningRun.unplaced().with("hpo.warm", "dev.acme.Old.tune").of(TunedTestCase.class),
                "hpo.warm (dev.acme.Old.tune): target/hpo/dev.acme.Old.tune/trials.jsonl, line 5: ");
    }

    /** What is in the way: of the folder, of a folder above it, of the file. */
    @ParameterizedTest
    @CsvSource({
        ".hpo,   , must be a folder that can be written",
        "x,   x/y, must be a folder that can be written",
        "x,   x,   must be a folder that can be written",
        ".hpo/" + STUDY + ".log/z,, must be readable"
    })
    void studyThatCannotBeKept_failsBeforeItsFirstTrial(String file, @Nullable String directory, String message)
            throws IOException {
        Path blocking = module.resolve(file);
        Files.createDirectories(Objects.requireNonNull(blocking.getParent()));
        Files.createFile(blocking);
        TuningRun run = TuningRun.unplaced();
        if (directory != null) {
            run.with("hpo.directory", module.resolve(directory).toString());
        }

        assertRefused(
                run.of(TunedTestCase.class),
                message,
                "; else -Dhpo.directory=DIR keeps studies in another folder, and -Dhpo.storage=memory nowhere");
        assertThat(RUNS).isEmpty();

        run.with("hpo.storage", "memory").of(TunedTestCase.class);
        assertThat(RUNS).hasSize(3);
    }

    /** Nobody can write there, not even the administrator. */
    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"/proc/hpo", "/proc", "/dev/null/hpo"})
    void folderThatTakesNoFiles_isNamedBeforeTheFirstTrial(String directory) {
        assertRefused(
                TuningRun.unplaced().with("hpo.directory", directory).of(TunedTestCase.class),
                directory,
                " must be ",
                "; else -Dhpo.directory=DIR keeps studies in another folder, and -Dhpo.storage=memory nowhere");
        assertThat(RUNS).isEmpty();
    }

    @Test
    void reportsThatCannotBeWritten_failTheTestAfterItsSummary() throws IOException {
        Files.createFile(module.resolve("target"));

        assertRefused(
                TuningRun.unplaced().of(TunedTestCase.class),
                "KeepingTests.TunedTestCase.tune: best.properties, trials.csv, study.json, report.html, summary.md, summary.txt in ",
                STUDY + " must be writable: ",
                " in target/hpo/",
                "; -Dhpo.directory=DIR names another folder, and all trials are in " + inModule(journal()));
        assertThat(RUNS).hasSize(3);
        assertThat(console.text()).contains(STUDY + ", run 1: ", "  files     " + inModule(journal()));
    }

    @Test
    void studyWhoseFileIsDeletedMeanwhile_failsAfterItsSummary() {
        EngineExecutionResults results = TuningRun.unplaced().of(DeletingTestCase.class);

        assertRefused(results, "trial 1 could not be stored: ", ".log must stay where it is while it is written to");
        assertThat(console.text())
                .contains("dev.hpo.junit.KeepingTests.DeletingTestCase.tune, run 1: ", "best (trial 0)");
    }

    @Test
    void runThatWasKeptBeforeThereWereJournals_isReplayedAndWarms() throws IOException {
        OldTrials.write(module.resolve("target/hpo").resolve(STUDY));

        TuningRun.unplaced().with("hpo.replay", "1").of(TunedTestCase.class);
        assertThat(RUNS).singleElement().asString().startsWith("Point[x=0.25, n=1] 1 8");
        assertThat(journal()).doesNotExist();

        assertThat(earlierOf("true")).containsExactly("2 trials of any, run 3");
        assertThat(earlierOf("true")).containsExactly("2 trials of any, run 3", "3 trials of " + STUDY + ", run 1");
        assertThat(earlierOf("last")).containsExactly("3 trials of " + STUDY + ", run 2");
        assertThat(earlierOf(STUDY)).hasSize(4);

        RUNS.clear();
        TuningRun.unplaced().with("hpo.replay", "0").of(TunedTestCase.class);
        assertThat(RUNS).singleElement().asString().doesNotStartWith("Point[x=0.5, n=3]");
    }

    private List<String> earlierOf(String warm) {
        TuningRun.unplaced().with("hpo.warm", warm).of(TunedTestCase.class);
        List<RunRecord> runs = new TuningRun(module.resolve(".hpo")).runs(TunedTestCase.class, "tune");
        return runs.get(runs.size() - 1).header().basis().earlier();
    }

    @Test
    void ends_sayWhetherThereIsAnythingLeftToDo() {
        TuningRun.unplaced().of(TunedTestCase.class);
        TuningRun.unplaced().with("hpo.patience", "1").with("hpo.trials", "50").of(TunedTestCase.class);
        TuningRun.unplaced().with("hpo.fail-fast", "true").of(FailingTestCase.class);

        assertThat(ends(TunedTestCase.class))
                .containsExactly(
                        new RunEnd(RunEnd.Kind.FINISHED, "all 3 trials are done"),
                        new RunEnd(RunEnd.Kind.FINISHED, "no better value in 1 trials"));
        assertThat(ends(FailingTestCase.class)).containsExactly(new RunEnd(RunEnd.Kind.FINISHED, "trial 1 failed"));
    }

    @Test
    void threadThatIsInterruptedWhileItAsks_interruptsTheStudyAndWritesItsFiles() {
        TuningRun run = new TuningRun(module.resolve(".hpo"));

        assertRefused(
                run.of(InterruptedTestCase.class),
                "study must run to its end, but was cut short after 2 of 5 trials, since this thread was interrupted");

        assertThat(ends(InterruptedTestCase.class))
                .containsExactly(new RunEnd(RunEnd.Kind.INTERRUPTED, "this thread was interrupted"));
        assertThat(run.folder(InterruptedTestCase.class, "tune")).isDirectoryContaining("glob:**best.properties");
    }

    private List<RunEnd> ends(Class<?> testCase) {
        return new TuningRun(module.resolve(".hpo"))
                .runs(testCase, "tune").stream()
                        .map(RunRecord::end)
                        .map(Optional::orElseThrow)
                        .toList();
    }

    private Path inModule(Path path) {
        return module.relativize(path);
    }

    /** Errors name files from the module on, so that they say the same on every machine. */
    private void assertRefused(EngineExecutionResults results, String... parts) {
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining(module.toString()));
    }

    private Path journal() {
        return module.resolve(".hpo").resolve(STUDY + ".log");
    }

    static class TunedTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            RUNS.add(point + " " + trial.number() + " " + trial.seed());
            trial.report(1 + trial.number());
        }
    }

    static class DeletingTestCase {

        @TuningTest(trials = 5)
        @Minimize("loss")
        void tune(Point point, Trial trial) throws IOException {
            if (trial.number() == 1) {
                Files.delete(Path.of(
                        System.getProperty("basedir"), ".hpo", "dev.hpo.junit.KeepingTests.DeletingTestCase.tune.log"));
            }
            trial.report(1);
        }
    }

    static class FailingTestCase {

        @TuningTest(trials = 5)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 1) {
                throw new IllegalStateException("odd one out");
            }
            trial.report(1);
        }
    }

    @SampleWith(Interrupting.class)
    static class InterruptedTestCase {

        @TuningTest(trials = 5)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }

    /** Is interrupted while it waits for what the third trial could learn from. */
    static final class Interrupting implements Sampler {

        private final Sampler points = new QmcSampler();

        @Override
        public Proposal propose(Ask ask) {
            if (ask.number() < 2) {
                return points.propose(ask);
            }
            Thread.currentThread().interrupt();
            return new Proposal.Wait();
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "interrupting";
        }
    }
}
