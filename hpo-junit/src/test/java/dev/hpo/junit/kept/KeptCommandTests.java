// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationProperties;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Study;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptCommandTests extends KeptRuns {

    @Test
    void studies_areListedWithTheirLastSearch() {
        keep(STUDY, 3);
        keep(STUDY, 5);
        keep("b", 2);

        assertThat(run("studies")).isZero();
        assertThat(printed().lines().map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY")))
                .containsExactly(
                        "Studies in " + folder,
                        "  study                       runs  trials  best     last search",
                        "  b                           1     2       0.25     DAY finished",
                        "  com.acme.DigitsTuning.tune  2     5       0.03125  DAY finished");
    }

    @Test
    void namesOfAnyKind_areListedWithoutHarm_andFound() {
        String wild = "a b \uD83D\uDE00 \u001b[31m \"q\"\n" + "long ".repeat(30);
        keep(wild, 1);

        assertThat(run("studies")).isZero();
        assertThat(printed()).contains("a b \uD83D\uDE00 \\u001b[31m").doesNotContain("\u001b");
        assertThat(printed().lines().skip(1)).allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                .isLessThanOrEqualTo(80));
        assertThat(run("best", wild)).isZero();
        assertThat(run("best", VisibleText.of(wild))).isZero();
    }

    @Test
    void showListsRunsTrialsAndOneTrial() {
        keep(STUDY, 2);
        keep(STUDY, 4);

        assertThat(run("show", "DigitsTuning.tune")).isZero();
        assertThat(printed())
                .startsWith(STUDY + ": minimize loss\nin " + folder.resolve("f" + STUDY.length() + ".log"))
                .containsPattern("  1  \\S+ \\S+       2   0\\.25 .*  finished: all 2 trials are done")
                .containsPattern("  2  \\S+ \\S+       4  0\\.125 .*  finished: all 4 trials are done");
        console.reset();

        assertThat(run("show", STUDY, "--run", "2")).isZero();
        assertThat(printed())
                .containsPattern("0  complete    0.5 .*  x=0\\.[0-9]+, size=")
                .containsPattern("3    failed      - ");
        console.reset();

        assertThat(run("show", STUDY, "--run", "2", "--trial", "3")).isZero();
        assertThat(printed())
                .contains("failure    exception: IllegalStateException: third of \\u001b four")
                .contains("  java.lang.IllegalStateException: third of \\u001b four")
                .contains("    at dev.hpo.junit.kept.KeptCommandTests");
    }

    @Test
    void best_isWhatASpaceReads() throws IOException {
        keep(STUDY, 3);

        assertThat(run("best", STUDY)).isZero();
        Configuration read = ConfigurationProperties.read(SPACE, new StringReader(printed()), "best");
        Configuration best = new JournalStorage(file(STUDY))
                .trials(new RunId(STUDY, 1), SPACE)
                .get(2)
                .configuration();
        assertThat(read).isEqualTo(best);
        assertThat(printed()).startsWith("# " + STUDY + ", run 1, trial 2\n# minimize loss: 0.125\n");
    }

    @ParameterizedTest
    @CsvSource({"csv,number,state", "json,{\"format\": 1"})
    void exports_areTheReports(String format, String begin) throws IOException {
        keep(STUDY, 3);

        assertThat(run("export", format, STUDY)).isZero();
        String text = printed();
        assertThat(text).startsWith(begin);
        Path target = folder.resolve("out");
        assertThat(run("export", format.toUpperCase(Locale.ROOT), STUDY, "--to", target.toString()))
                .isZero();
        assertThat(target).hasContent(text);
    }

    @Test
    void curves_areExportedToo() throws IOException {
        try (Study<Configuration> kept = Study.open(SPACE, spec(STUDY, 1))) {
            Trial trial = kept.ask().orElseThrow().trial();
            trial.report(3, 0.5);
            kept.tell(trial);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }

        assertThat(run("export", "csv", "--curves", STUDY)).isZero();
        assertThat(printed()).matches("number,curve,step,value,left_out,elapsed\n0,value,3,0\\.5,0,[\\d.]+\n");
    }

    @Test
    void delete_takesTheWholeNameAndSaysWhatIsGone() {
        keep(STUDY, 2);
        keep(STUDY, 3);

        assertThat(run("delete", "DigitsTuning.tune")).isEqualTo(2);
        assertThat(complained()).contains("STUDY (DigitsTuning.tune) must be a study in " + folder);

        assertThat(run("delete", STUDY, "--run", "2")).isZero();
        assertThat(printed()).contains("deleted 1 of 2 runs of " + STUDY).contains(STUDY + " #2");
        assertThat(new JournalStorage(file(STUDY)).runs(STUDY)).hasSize(1);
        keep(STUDY, 1);
        assertThat(new JournalStorage(file(STUDY)).runs(STUDY))
                .extracting(run -> run.id().number())
                .containsExactly(1, 3);

        assertThat(run("delete", STUDY)).isZero();
        assertThat(printed()).contains("deleted 2 runs of " + STUDY);
        assertThat(run("best", STUDY)).isEqualTo(2);
    }

    @Test
    void runsThatWereMoved_areThoseOfTheirStudy() {
        keep(STUDY, 1);
        keep(STUDY, 2);
        keep(STUDY, 3);
        assertThat(new JournalStorage(file(STUDY)).archive(STUDY, 1)).isTrue();

        assertThat(run("studies")).isZero();
        assertThat(printed()).containsOnlyOnce(STUDY).containsPattern(STUDY + "  3     3       0.125");
        assertThat(run("show", STUDY, "--run", "2")).isZero();
        assertThat(printed()).contains(STUDY + ", run 2: minimize loss");
        assertThat(run("check")).isZero();
        assertThat(run("delete", STUDY)).isZero();
        assertThat(printed()).contains("deleted 3 runs of " + STUDY);
        assertThat(folder).isDirectoryNotContaining("glob:**.log*");
    }

    @Test
    void runsThatWereMoved_areReached_whenTheLastOneIsDeleted() {
        for (int run = 1; run <= 4; run++) {
            keep(STUDY, run);
        }
        assertThat(new JournalStorage(file(STUDY)).archive(STUDY, 1)).isTrue();
        assertThat(run("delete", STUDY, "--run", "4")).isZero();
        assertThat(run("delete", STUDY, "--run", "3")).isZero();
        console.reset();

        assertThat(run("studies")).isZero();
        assertThat(printed()).containsOnlyOnce(STUDY).containsPattern(STUDY + "  2     2       0.25");
        console.reset();
        assertThat(run("best", STUDY)).isZero();
        assertThat(printed()).startsWith("# " + STUDY + ", run 2, trial 1\n");
        assertThat(run("show", STUDY)).isZero();
        keep(STUDY, 1);
        assertThat(run("show", STUDY, "--run", "5")).isZero();
        assertThat(run("delete", STUDY)).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void runInUse_isNotDeleted() throws Exception {
        try (Study<Configuration> study = Study.open(SPACE, spec(STUDY, 9))) {
            assertThat(run("delete", STUDY)).isEqualTo(1);
            assertThat(complained()).contains(STUDY + " #1 must not be in use to be deleted");
            assertThat(run("studies")).isZero();
            assertThat(printed()).contains("running");
            study.ask();
        }
    }

    @Test
    void check_namesDamagedLinesAndMendsThem() throws IOException {
        keep(STUDY, 3);
        assertThat(run("check")).isZero();
        assertThat(printed()).isEqualTo(file(STUDY) + ": whole, 1 runs, 3 trials\n");
        console.reset();
        List<String> lines = Files.readAllLines(file(STUDY));
        int number = lines.size() - 1;
        lines.set(number - 1, "x".repeat(100));
        Files.writeString(file(STUDY), String.join("\n", lines) + "\n{\"op_c");

        assertThat(run("check", file(STUDY).toString())).isEqualTo(1);
        assertThat(printed())
                .contains("line " + number + ": must be an object of JSON")
                .contains("ends in a torn line of 6 bytes")
                .contains("DAMAGED, in 2 places");
        console.reset();

        assertThat(run("check", "--mend", STUDY)).isZero();
        assertThat(printed())
                .contains("mended: " + file(STUDY) + " ends in a torn line")
                .contains("mended: " + file(STUDY) + ", line " + number + ": was no JSON and was taken out")
                .contains(": whole, 1 runs, ");
    }

    @Test
    void fileThatIsNoJournal_isNamed_andCostsNoOther() throws IOException {
        keep(STUDY, 1);
        Files.writeString(folder.resolve("a.log"), "something else\n".repeat(3));

        assertThat(run("studies")).isEqualTo(1);
        assertThat(printed()).contains(STUDY).contains("a.log must be a file in the journal format of Optuna");
        assertThat(run("check")).isEqualTo(1);
        assertThat(printed()).contains(": whole, 1 runs, 1 trials");
    }

    @Test
    void damagedTrial_isNamedAndTheOthersShown() throws IOException {
        keep(STUDY, 2);
        String text = Files.readString(file(STUDY));
        Files.writeString(file(STUDY), text.replaceFirst("\"params\":\\{\"x\":[^,]+,", "\"params\":{\"x\":7.0,"));

        assertThat(run("show", STUDY, "--run", "1")).isEqualTo(1);
        assertThat(printed())
                .contains("run " + STUDY + " #1, trial 0: x value (7.0)")
                .containsPattern("1  complete");
        assertThat(run("summary", STUDY)).isEqualTo(1);
        assertThat(complained()).contains("trial 0: x value (7.0)");
        assertThat(run("check")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show none                  | STUDY (none) must be a study in",
                "show com.acme.DigitTuning.tune | did you mean com.acme.DigitsTuning.tune?",
                "show b --run 7             | --run (7) must be a run of b, which has 1.",
                "show b --trial 7           | --trial (7) must be a trial of run 1, which has 0 to 1.",
                "show b --run -1            | --run (-1) must be a run of b, which has 1.",
                "show b --run 0             | --run (0) must be a run of b, which has 1.",
                "show b --trial -1          | --trial (-1) must be a trial of run 1, which has 0 to 1.",
                "best b --run -1            | --run (-1) must be a run of b, which has 1.",
                "delete b --run 0           | --run (0) must be a run of b, which has 1.",
                "show b --run many          | Invalid value for option '--run'",
                "best                       | Missing required parameter: 'STUDY'",
                "export yaml b              | expected one of [CSV, JSON]",
                "export json b --curves     | --curves must go with csv; json has the curves anyway.",
                "sumary b                   | COMMAND (sumary) must be one of",
                "stdies                     | did you mean studies?",
                "delete b --all             | Unknown option: '--all'",
                "--trials 3 studies         | command (studies) must come first",
                "no.Such#tune studies       | command (studies) must come first",
                "replay no.Such#tune --trial 3 | must be a class on the class path",
                "replay no.Such#tune        | (specify one of these)"
            })
    void badCommandLine_isCodeTwo(String line, String message) {
        keep(STUDY, 1);
        keep("b", 2);

        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(complained()).contains(message).doesNotContain("\tat ");
        assertThat(printed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "studies",
                "show b",
                "summary b --write",
                "delete b",
                "check",
                "replay no.Such#tune --trial 3",
                "no.Such#tune"
            })
    void folderWithoutAName_isAMistake(String line) {
        for (String none : List.of("", " ")) {
            complaints.reset();
            assertThat(runHere(Stream.concat(Stream.of(line.split(" ")), Stream.of("--directory", none))
                            .toArray(String[]::new)))
                    .isEqualTo(2);
            assertThat(complained())
                    .contains("option '--directory': '" + none + "' must name a folder")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"export csv b", "summary b"})
    void fileWithoutAName_isAMistake(String line) {
        keep("b", 2);

        assertThat(run(Stream.concat(Stream.of(line.split(" ")), Stream.of("--to", ""))
                        .toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(complained()).contains("option '--to': '' must name what to write to");
    }

    @Test
    void fileThatCannotBeWritten_isNamedWithWhy() {
        keep("b", 2);
        Path target = folder.resolve("none").resolve("b.csv");

        assertThat(run("export", "csv", "b", "--to", target.toString())).isEqualTo(1);
        assertThat(complained()).isEqualTo(target + " must be writable: its folder must be there.\n");
        complaints.reset();
        assertThat(run("export", "csv", "b", "--to", folder.toString())).isEqualTo(1);
        assertThat(complained()).contains(folder + " must be writable: ").doesNotContain("Exception");
    }

    @Test
    void folderThatIsNotThere_isNamed() {
        folder = folder.resolve("none");

        assertThat(run("studies")).isEqualTo(2);
        assertThat(complained()).contains("folder (" + folder + ") must be there to have studies");
    }

    @Test
    void noStudies_isNoError() {
        assertThat(run("studies")).isZero();
        assertThat(printed()).isEqualTo("Studies in " + folder + "\n  none\n");
        assertThat(run("check")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"studies", "show", "best", "summary", "export", "delete", "check", "replay"})
    void eachCommandHasAHelp(String command) {
        assertThat(runHere(command, "--help")).isZero();
        assertThat(printed()).startsWith("Usage: TuningLauncher " + command).contains("Exit codes:");
        assertThat(printed().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }
}
