// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Studies that are cut and go on. A run is cut by a copy of its file that a trial makes: nobody has let go of it there, as when the process
 * has died. What becomes of processes that really die is in {@link CutTests}.
 */
abstract class ContinuedStudies {

    static final String TEST = "ContinuedStudies.TunedTestCase.tune";
    static final List<String> RUNS = new ArrayList<>();

    static Path whole = Path.of("");
    static Path cut = Path.of("");

    @RegisterExtension
    final PrintedText console = new PrintedText();

    @BeforeEach
    void listen(@TempDir Path temporary) throws IOException {
        RUNS.clear();
        whole = Files.createDirectory(temporary.resolve("whole"));
        cut = Files.createDirectory(temporary.resolve("cut"));
    }

    static void assertRefused(TuningRun run, String message) {
        int before = RUNS.size();
        assertThat(TuningRun.containerFailures(run.of(TunedTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).message().endsWith(message));
        assertThat(RUNS).hasSize(before);
    }

    /** Runs a study and cuts its copy off in its fourth trial. */
    static void cut(TuningRun run) {
        System.setProperty(TunedTestCase.class.getName(), "3");
        try {
            run.of(TunedTestCase.class);
        } finally {
            System.clearProperty(TunedTestCase.class.getName());
        }
        assertThat(RUNS).hasSize(6);
    }

    void forget() {
        RUNS.clear();
        console.reset();
    }

    static TuningRun run(Path folder) {
        return new TuningRun(folder);
    }

    static List<RunRecord> runs() {
        return run(cut).runs(TunedTestCase.class, "tune");
    }

    static List<Integer> numbers() {
        return runs().stream().map(run -> run.id().number()).toList();
    }

    static List<String> csv(Path folder) throws IOException {
        return run(folder).csvWithoutTimes(TunedTestCase.class, "tune");
    }

    static Path study(Path folder) {
        return run(folder).folder(TunedTestCase.class, "tune");
    }

    List<String> printed() {
        return console.lines();
    }

    static class TunedTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        void tune(Point point, Trial trial) throws IOException {
            RUNS.add(trial.number() + " " + point + " " + trial.seed());
            trial.report(1, point.x());
            if (trial.number() == Integer.getInteger(TunedTestCase.class.getName(), -1)) {
                Path journal = new TuningRun(whole).journal(TunedTestCase.class, "tune");
                Files.copy(journal, cut.resolve(journal.getFileName()));
            }
            trial.report(Math.abs(point.x() - 3));
        }
    }
}
