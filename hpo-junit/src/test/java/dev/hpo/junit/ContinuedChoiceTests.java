// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several runs a test goes on with, and which it leaves alone. */
class ContinuedChoiceTests extends ContinuedStudies {

    @ParameterizedTest
    @CsvSource({"2, less", "3, no more"})
    void smallerBudget_leavesTheInterruptedRunToTheNextOne(String trials, String how) throws IOException {
        cut(run(whole));
        forget();

        run(cut).with("hpo.trials", trials).of(TunedTestCase.class);

        assertThat(RUNS).hasSize(Integer.parseInt(trials)).first().asString().startsWith("0 ");
        assertThat(numbers()).containsExactly(1, 2);
        assertThat(runs().get(0).isFinished()).isFalse();
        assertThat(printed())
                .containsSequence(
                        "hpo: " + TEST + ", run 2: a new run, as trials (" + trials + ") is " + how
                                + " than the 3 that run 1 has",
                        "       trials was 6 there; with more than 3 run 1 goes on");
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(RUNS).hasSize(3).first().asString().startsWith("3 ");
        assertThat(csv(cut)).isEqualTo(csv(whole));
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void otherBudget_isSaid_whereTheRunGoesOn() throws IOException {
        cut(run(whole));
        forget();

        run(cut).with("hpo.trials", "5").of(TunedTestCase.class);

        assertThat(RUNS).hasSize(2);
        assertThat(printed()).contains("       trials (5) was 6");
    }

    /** As when its process dies between its last trial and its end. */
    @Test
    void runThatLacksItsEndOnly_getsIt() throws IOException {
        run(cut).of(TunedTestCase.class);
        Path journal = run(cut).journal(TunedTestCase.class, "tune");
        List<String> open = Files.readAllLines(journal).stream()
                .filter(line -> !line.contains("hpo:ended"))
                .toList();
        Files.write(journal, open);
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run.isFinished())
                .isFalse());
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(RUNS).isEmpty();
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run.end())
                .contains(new RunEnd(RunEnd.Kind.FINISHED, "all 6 trials are done")));
    }

    @Test
    void interruptedRun_goesOn_thoughRunsOfOtherSettingsCameAfterIt() throws IOException {
        cut(run(whole));
        run(cut).with("hpo.sampler", "random").of(TunedTestCase.class);
        assertThat(numbers()).containsExactly(1, 2);
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(RUNS).hasSize(3);
        assertThat(csv(cut)).isEqualTo(csv(whole));
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void interruptedRun_goesOn_thoughALaterOneOfOtherSettingsWasInterruptedToo(@TempDir Path other) throws IOException {
        cut(run(whole));
        List<String> uncut = csv(whole);
        forget();
        whole = cut;
        cut = other;
        cut(run(whole).with("hpo.sampler", "random"));
        assertThat(runs()).extracting(RunRecord::isFinished).containsExactly(false, false);
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(RUNS).hasSize(3);
        assertThat(csv(cut)).isEqualTo(uncut);
        forget();
        run(cut).with("hpo.sampler", "random").of(TunedTestCase.class);
        assertThat(RUNS).as("the other one too").hasSize(3);
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void interruptedRun_isLeft_whenALaterOneThatIsTheSameCameToItsEnd() throws IOException {
        cut(run(whole));
        run(cut).with("hpo.resume", "never").of(TunedTestCase.class);
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(RUNS).hasSize(6);
        assertThat(numbers()).containsExactly(1, 2, 3);
        assertThat(printed()).noneMatch(line -> line.startsWith("hpo: "));
    }

    @Test
    void hintOfARunThatIsNotTheLast_namesIt() {
        assertThat(hints("never")).containsExactly("-Dhpo.resume=1 goes on");
        assertThat(hints("never")).containsExactly("-Dhpo.resume=2 goes on");
        assertThat(hints("1")).containsExactly("-Dhpo.resume=1 goes on");
        assertThat(hints("2")).containsExactly("run it again to go on");
    }

    @Test
    void runThatIsAskedFor_isNotMovedAwayBefore() {
        run(cut).of(TunedTestCase.class);
        run(cut).of(TunedTestCase.class);
        forget();

        run(cut).with("hpo.keep", "1")
                .with("hpo.resume", "1")
                .with("hpo.trials", "8")
                .of(TunedTestCase.class);

        assertThat(RUNS).hasSize(2);
        assertThat(numbers()).containsExactly(1, 2);
        run(cut).with("hpo.keep", "1").with("hpo.resume", "never").of(TunedTestCase.class);
        assertThat(numbers()).as("a new one makes room").containsExactly(2, 3);
        Path journal = run(cut).journal(TunedTestCase.class, "tune");
        assertRefused(
                run(cut).with("hpo.resume", "1").with("hpo.trials", "9"),
                "hpo.resume (1) must be a run in " + journal + ", but was moved to "
                        + journal.toString().replaceFirst("\\.log$", ".1.log")
                        + ", which can be read and replayed and does not go on, or begin a new run with"
                        + " -Dhpo.resume=never.");
    }

    private List<String> hints(String resume) {
        forget();
        run(cut).with("hpo.resume", resume).of(KeepingTests.InterruptedTestCase.class);
        Thread.interrupted();
        return printed().stream()
                .filter(line -> line.startsWith("  ended "))
                .map(line -> line.substring(line.indexOf("; ") + 2))
                .toList();
    }
}
