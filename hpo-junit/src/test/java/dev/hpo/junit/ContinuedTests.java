// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Which run a test goes on with. */
class ContinuedTests extends ContinuedStudies {

    @Test
    void interruptedRun_goesOn_asIfItHadNotBeen() throws IOException {
        cut(run(whole));
        List<String> all = List.copyOf(RUNS);
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(RUNS).isEqualTo(all.subList(3, 6));
        assertThat(csv(cut)).isEqualTo(csv(whole));
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run.end())
                .contains(new RunEnd(RunEnd.Kind.FINISHED, "all 6 trials are done")));
        String how = "after 3 of 6 trials \\(interrupted \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d: its process died\\)";
        assertThat(printed())
                .anySatisfy(line -> assertThat(line).matches("hpo: " + TEST + ", run 1: continued " + how))
                .anySatisfy(line -> assertThat(line).matches("  continued " + how))
                .anySatisfy(line -> assertThat(line).startsWith("            the classes of the test and of its"))
                .anySatisfy(line -> assertThat(line).matches("  trials    6 in .*: 6 complete"));
        assertThat(study(cut).resolve("study.json")).content().contains("\"continued\": \"after 3 of 6 trials");
    }

    @Test
    void runThatIsInterruptedFromOutside_saysWhy() {
        run(cut).of(KeepingTests.InterruptedTestCase.class);
        Thread.interrupted();
        console.reset();

        run(cut).of(KeepingTests.InterruptedTestCase.class);

        Thread.interrupted();
        assertThat(printed()).anySatisfy(line -> assertThat(line)
                .matches("hpo: .*, run 1: continued after 2 of 5 trials \\(interrupted .*: this thread was"
                        + " interrupted\\)"));
        assertThat(run(cut).runs(KeepingTests.InterruptedTestCase.class, "tune"))
                .hasSize(1);
    }

    @Test
    void finishedRun_isFollowedByANewOne() {
        run(cut).of(TunedTestCase.class);
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(RUNS).hasSize(6);
        assertThat(numbers()).containsExactly(1, 2);
        assertThat(printed()).noneMatch(line -> line.startsWith("hpo: ") || line.contains("continued"));
    }

    /** What is set now, and what was: the run before had the seed 7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "hpo.sampler  | random | sampler (RandomSampler) was AutoSampler",
                "hpo.pruner   | none   | pruner (NopPruner) was AutoPruner: chance 0.05, after 6 trials, warm-up 0",
                "hpo.seed     | 8      | seed (8) was 7",
                "hpo.patience | 99     | patience (99) was none",
                "hpo.steps    | 30     | steps (30) was none",
                "hpo.warm     | true   | -",
                "hpo.trials   | 7      | -"
            })
    void whatDecidesTheCourse_makesANewRun_unlessTheOldOneIsAskedFor(String key, String value, String difference)
            throws IOException {
        cut(run(whole).with("hpo.seed", "7"));
        forget();

        run(cut).with("hpo.seed", "7").with(key, value).of(TunedTestCase.class);

        if (difference == null) {
            assertThat(numbers()).containsExactly(1);
            return;
        }
        assertThat(numbers()).containsExactly(1, 2);
        assertThat(printed())
                .containsSequence(
                        "hpo: " + TEST + ", run 2: a new run, as run 1 (interrupted: its process died) differs",
                        "       " + difference,
                        "       -Dhpo.resume=1 goes on with run 1 all the same");
        forget();

        run(cut).with("hpo.resume", "1").with(key, value).of(TunedTestCase.class);

        assertThat(RUNS).hasSize(3);
        assertThat(numbers()).containsExactly(1, 2);
        assertThat(printed())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("hpo: " + TEST + ", run 1: continued after 3 of 6 trials (interrupted "))
                .containsSequence(
                        "       under other settings than before, so that it does not repeat:",
                        "         " + difference)
                .anySatisfy(line -> assertThat(line).startsWith("              " + difference.substring(0, 12)));
        assertThat(runs().get(0).header().seed()).isEqualTo(7);
    }

    @Test
    void otherCode_makesANewRun_exceptAlways() throws IOException {
        cut(run(whole));
        Path journal = run(cut).journal(TunedTestCase.class, "tune");
        String code = runs().get(0).header().basis().code();
        assertThat(code).matches("[0-9a-f]{64}");
        Files.writeString(journal, Files.readString(journal).replace(code, "0123456789"));
        byte[] changed = Files.readAllBytes(journal);
        forget();

        run(cut).of(TunedTestCase.class);

        assertThat(numbers()).containsExactly(1, 2);
        assertThat(printed())
                .contains(
                        "       code (" + code.substring(0, 8) + ") was 01234567: other bytes of the classes of the"
                                + " test or of its configuration, as after a change or by another compiler, or the same test in another place");
        for (String resume : List.of("always", "1")) {
            Files.write(journal, changed);
            forget();
            run(cut).with("hpo.resume", resume).of(TunedTestCase.class);
            assertThat(RUNS).hasSize(3);
            assertThat(numbers()).containsExactly(1);
        }
        assertThat(runs().get(0).header().basis().code())
                .as("it has gone on with this code")
                .isEqualTo(code);
    }

    @Test
    void never_beginsANewRun() throws IOException {
        cut(run(whole));
        forget();

        run(cut).with("hpo.resume", "never").of(TunedTestCase.class);

        assertThat(numbers()).containsExactly(1, 2);
        assertThat(RUNS).hasSize(6);
        assertThat(printed()).noneMatch(line -> line.startsWith("hpo: "));
    }

    @Test
    void finishedRunThatMayHaveMore_isExtendedWhereAskedTo() {
        run(cut).of(TunedTestCase.class);
        forget();

        run(cut).with("hpo.trials", "8").with("hpo.resume", "always").of(TunedTestCase.class);

        assertThat(RUNS).hasSize(2).allMatch(run -> run.matches("[67] .*"));
        assertThat(printed()).anySatisfy(line -> assertThat(line)
                .contains(", run 1: continued after 6 of 8 trials (ended ", ": all 6 trials are done)"));
        forget();
        run(cut).with("hpo.trials", "8").with("hpo.resume", "always").of(TunedTestCase.class);
        assertThat(RUNS).as("nothing is left to do").hasSize(8);
        assertThat(numbers()).containsExactly(1, 2);
        forget();
        run(cut).with("hpo.trials", "9").with("hpo.resume", "1").of(TunedTestCase.class);
        assertThat(RUNS).singleElement().asString().startsWith("8 ");
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void runThatIsAskedForAndCannotGoOn_isAMistake() throws IOException {
        assertRefused(
                run(cut).with("hpo.resume", "1"),
                "hpo.resume (1) must be a stored run of " + TEST + "; " + run(cut).journal(TunedTestCase.class, "tune")
                        + " has none, so leave it out.");
        run(cut).of(TunedTestCase.class);
        run(cut).of(TunedTestCase.class);
        assertRefused(
                run(cut).with("hpo.resume", "3"),
                "hpo.resume (3) must be a stored run of " + TEST + "; " + run(cut).journal(TunedTestCase.class, "tune")
                        + " has 1, 2.");
        assertRefused(
                run(cut).with("hpo.resume", "2"),
                "hpo.resume (2) must be a run with something left to do, but all 6 trials are done; give it more with"
                        + " -Dhpo.trials=N, say, or begin a new run with -Dhpo.resume=never.");
        assertRefused(
                run(cut).with("hpo.resume", "2").with("hpo.storage", "memory"),
                "hpo.resume (2) must be a stored run of " + TEST + "; leave out hpo.storage=memory, which keeps none.");
        assertRefused(
                run(cut).with("hpo.resume", "last"),
                "hpo.resume (last) must be always, never or the number of a run, from 1; give for instance"
                        + " -Dhpo.resume=always.");
        assertThat(runs())
                .extracting(RunRecord::end)
                .containsOnly(Optional.of(new RunEnd(RunEnd.Kind.FINISHED, "all 6 trials are done")));
    }

    @Test
    void changedSpace_makesANewRunThatSaysWhatChanged() throws IOException {
        cut(run(whole));
        Path journal = run(cut).journal(TunedTestCase.class, "tune");
        String text = Files.readString(journal);
        String other = text.replace(PointSpace.SPACE.fingerprint(), "another");
        assertThat(other).isNotEqualTo(text);
        Files.writeString(journal, other);

        for (String resume : List.of("", "always")) {
            forget();
            Files.writeString(journal, other);
            TuningRun run = run(cut);
            if (!resume.isEmpty()) {
                run.with("hpo.resume", resume);
            }
            run.of(TunedTestCase.class);

            assertThat(RUNS).hasSize(6);
            assertThat(numbers()).containsExactly(1, 2);
            assertThat(printed())
                    .contains(
                            "hpo: " + TEST + ", run 2: a new run, as run 1 (interrupted: its process died) differs",
                            "       -Dhpo.resume=1 goes on with run 1 once that is undone");
        }
        forget();
        EngineExecutionResults asked = run(cut).with("hpo.resume", "1").of(TunedTestCase.class);
        assertThat(TuningRun.containerFailures(asked)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("hpo.resume (1) must be a run that can go on as " + TEST + " is now, but ")
                .hasMessageContaining("; undo that, or begin a new run with -Dhpo.resume=never."));
        assertThat(RUNS).isEmpty();
    }

    @Test
    void damagedRun_isLeftAlone_andFollowedByANewOne() throws IOException {
        cut(run(whole));
        Path journal = run(cut).journal(TunedTestCase.class, "tune");
        String damaged = Files.readString(journal).replace("\"hpo:number\":1,", "\"hpo:number\":\"one\",");
        assertThat(damaged).contains("\"one\"");

        for (String trials : List.of("6", "8")) {
            Files.writeString(journal, damaged);
            forget();
            run(cut).with("hpo.trials", trials).with("hpo.resume", "always").of(TunedTestCase.class);
            assertThat(RUNS).hasSize(Integer.parseInt(trials));
            assertThat(numbers()).containsExactly(1, 2);
            assertThat(printed()).anySatisfy(line -> assertThat(line)
                    .startsWith("hpo: " + TEST + ", run 2: a new run, as run 1 cannot go on: ")
                    .contains("trial 1", "one"));
        }
        assertRefused(
                run(cut).with("hpo.resume", "1"),
                "; restore " + journal + ", or begin a new run with -Dhpo.resume=never.");
    }

    @Test
    void runInUse_isLeftToWhoHasIt() throws IOException {
        cut(run(whole));
        forget();
        Storage storage = new JournalStorage(run(cut).journal(TunedTestCase.class, "tune"));
        RunId first = runs().get(0).id();
        try (RunStore held = storage.resume(first, PointSpace.SPACE).orElseThrow()) {
            assertRefused(
                    run(cut).with("hpo.resume", "1"),
                    "hpo.resume (1) must be a run that is not in use, but a process that lives goes on with it; end that"
                            + " one, or begin a new run with -Dhpo.resume=never.");
            run(cut).of(TunedTestCase.class);

            assertThat(RUNS).hasSize(6);
            assertThat(numbers()).containsExactly(1, 2);
            assertThat(printed())
                    .contains("hpo: " + TEST + ", run 2: a new run, as a process that lives goes on with run 1");
            assertThat(held.changes()).hasSize(4);
        }
    }
}
