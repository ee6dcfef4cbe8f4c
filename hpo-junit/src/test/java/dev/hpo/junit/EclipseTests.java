// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tuning tests get along with Eclipse's test runner, which VS Code has too: a class, a method, one trial. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EclipseTests {

    private static final String TUNED = TunedTestCase.class.getName();
    private static final String TYPES = "(" + Point.class.getName() + ", " + Trial.class.getName() + ")";

    private Path folder;
    private EclipseRun whole;

    @BeforeAll
    void runClass(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        whole = EclipseRun.of(folder, "-classNames", TUNED);
    }

    @Test
    void classRunsEachTrialUnderItsOwnName() throws IOException {
        assertThat(whole.trials()).hasSize(7);
        assertThat(whole.trials())
                .filteredOn(name -> name.startsWith("trial 3: x="))
                .hasSize(1);
        assertThat(whole.named("%TESTS  ")).containsAll(whole.trials());
        assertThat(whole.named("%TESTE  ")).containsAll(whole.trials());
        assertThat(whole.messages().get(whole.messages().size() - 1)).startsWith("%RUNTIME");
        assertThat(folder.resolve(study("tune")).resolve("trials.csv"))
                .content()
                .hasLineCount(5);
        assertThat(whole.console())
                .contains("EclipseTests.TunedTestCase.tune, run 1: minimize loss", study("tune"), "best.properties");
    }

    @Test
    void prunedTrial_isShownAsAnAssumptionThatFailed() {
        assertThat(whole.messages())
                .filteredOn(message -> message.startsWith("%FAILED "))
                .anyMatch(message -> message.contains("@AssumptionFailure: "));
        assertThat(whole.messages()).anyMatch(message -> message.contains("pruned"));
    }

    @Test
    void gateThatDoesNotHold_isShownAtTheMethod() {
        assertThat(whole.named("%FAILED ")).contains("tuneBeyondReach(Point, Trial)");
        assertThat(whole.messages())
                .anyMatch(message -> message.contains("EclipseTests.TunedTestCase.tuneBeyondReach: best loss"));
    }

    @Test
    void methodRunsAlone(@TempDir Path temporary) throws IOException, InterruptedException {
        EclipseRun method = EclipseRun.of(temporary, "-test", TUNED + ":tune" + TYPES);

        assertThat(method.trials()).hasSize(4);
        assertThat(temporary.resolve(study("tune"))).isDirectory();
        assertThat(temporary.resolve(study("tuneBeyondReach"))).doesNotExist();
    }

    @Test
    void trialRunsAgain_withItsOwnValues_andChangesNoFile() throws IOException, InterruptedException {
        String name = whole.trials().stream()
                .filter(trial -> trial.startsWith("trial 3: "))
                .findFirst()
                .orElseThrow();
        String stored = Files.readString(folder.resolve(study("tune") + ".log"));

        EclipseRun again = EclipseRun.of(folder, "-classNames", TUNED, "-uniqueId", whole.id(name));

        assertThat(again.trials()).containsExactly(name);
        assertThat(again.console())
                .containsPattern("trial 3 of EclipseTests.TunedTestCase.tune was run again: value .*, as before");
        assertThat(folder.resolve(study("tune") + ".log")).hasContent(stored);
    }

    private static String study(String method) {
        return TUNED.replace('$', '.') + "." + method;
    }

    static class TunedTestCase {

        @TuningTest(trials = 4)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 2) {
                trial.prune();
            }
            trial.report(point.x() + trial.number());
        }

        @TuningTest(trials = 3)
        @Minimize("loss")
        @ExpectBest(atMost = 0.5)
        void tuneBeyondReach(Point point, Trial trial) {
            trial.report(1 + point.x());
        }
    }
}
