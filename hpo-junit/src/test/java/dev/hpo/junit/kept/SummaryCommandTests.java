// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.ConsoleSummary;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryCommandTests extends KeptRuns {

    @Test
    void summaryOfAnInterruptedRun_isWrittenAsItsFiles() throws Exception {
        Study<Configuration> study = Study.open(SPACE, spec(STUDY, 9));
        Suggestion<Configuration> first = study.ask().orElseThrow();
        first.trial().report(0.25);
        study.tell(first.trial());
        study.ask();
        study.close();
        Path target = Files.createDirectory(folder.resolveSibling("target"));

        assertThat(run("summary", STUDY)).isZero();
        assertThat(printed())
                .contains(STUDY + ", run 1: minimize loss")
                .contains("trials    2 in ")
                .contains(": 1 complete, 1 not ended")
                .contains("ended     interrupted after 1 trial; run the test again to go on")
                .contains("since closed")
                .contains("sampler   " + study.samplerDescription() + "\n")
                .contains("files     " + file(STUDY))
                .contains("replay    -Dhpo.replay=1/0 -Dhpo.directory=" + folder + "\n");
        assertThat(ConsoleSummary.isOfInterrupted(printed())).isTrue();
        assertThat(target).isEmptyDirectory();

        assertThat(runHere("summary", file(STUDY).toString(), "--write")).isZero();
        assertThat(target.resolve("hpo").resolve(STUDY))
                .isDirectoryContaining(file -> file.endsWith("best.properties"))
                .isDirectoryContaining(file -> file.endsWith("trials.csv"))
                .isDirectoryContaining(file -> file.endsWith("study.json"));
        assertThat(target.resolve("hpo").resolve(STUDY).resolve("summary.txt"))
                .content()
                .matches(ConsoleSummary::isOfInterrupted)
                .contains("best.properties, trials.csv, study.json, report.html, summary.md,")
                .contains("replay    -Dhpo.replay=1/0\n");
        console.reset();
        assertThat(run("best", STUDY)).isZero();
        assertThat(printed()).contains("\n# interrupted: ");
        assertThat(run("summary", STUDY, "--to", folder.resolve("out").toString()))
                .isZero();
        assertThat(folder.resolve("out/best.properties")).exists();
        assertThat(Files.readString(folder.resolve("out/study.json"))).contains("\"type\": \"com.acme.Net\"");
    }

    @Test
    void summaryOfARunOfTrainings_saysHowManyWereSpent() throws Exception {
        StudySpec spec = spec(STUDY, 1).withTrainings(3).withSteps(4);
        try (Study<Configuration> study = Study.open(SPACE, spec)) {
            Suggestion<Configuration> first = study.ask().orElseThrow();
            first.trial().report(2, 0.25);
            study.tell(first.trial());
        }

        assertThat(run("summary", STUDY)).isZero();
        assertThat(printed())
                .contains("trials    0.5 trainings' worth: 1 started, 1 complete, in ")
                .contains("ended     interrupted after 0.5 of 3 trainings' worth; run the test again to\n");
    }

    @Test
    void summaryOfAnEarlierRun_doesNotReplaceTheReportsOfALaterOne() throws IOException {
        keep(STUDY, 1);
        keep(STUDY, 3);
        keep(STUDY, 2);
        Path reports = Files.createDirectory(folder.resolveSibling("target")).resolve("hpo/" + STUDY);

        assertThat(runHere("summary", file(STUDY).toString(), "--write", "--run", "2"))
                .isZero();
        assertThat(reports.resolve("best.properties")).content().startsWith("# " + STUDY + ", run 2, trial 2\n");
        assertThat(runHere("summary", file(STUDY).toString(), "--write", "--run", "1"))
                .isZero();
        assertThat(reports.resolve("best.properties")).content().startsWith("# " + STUDY + ", run 2, trial 2\n");
        assertThat(reports.resolve("run-1/best.properties")).content().startsWith("# " + STUDY + ", run 1, trial 0\n");
        assertThat(reports.resolve("run-1/summary.txt")).content().contains(reports.resolve("run-1") + "/");
        assertThat(runHere("summary", file(STUDY).toString(), "--write")).isZero();
        assertThat(reports.resolve("best.properties")).content().startsWith("# " + STUDY + ", run 3, trial 1\n");

        assertThat(run("delete", STUDY)).isZero();
        keep(STUDY, 1);
        assertThat(runHere("summary", file(STUDY).toString(), "--write")).isZero();
        assertThat(reports.resolve("best.properties")).content().startsWith("# " + STUDY + ", run 1, trial 0\n");
    }

    /** As a page that is made anew after its process was killed. */
    @Test
    void page_hasRunsBefore() throws IOException {
        keep(STUDY, 3);
        keep(STUDY, 5);
        Path target = folder.resolve("out");

        assertThat(run("summary", STUDY, "--to", target.toString())).isZero();
        assertThat(target.resolve("report.html"))
                .content()
                .contains("\"earlier\":[{\"run\":1,\"trials\":3,\"improvements\":[0,0.5,1,0.25,2,0.125]}]");

        assertThat(run("summary", STUDY, "--run", "1", "--to", target.toString()))
                .isZero();
        assertThat(target.resolve("report.html")).content().contains("\"earlier\":[]");
    }

    @Test
    void index_hasTheStudiesOfAllModulesBelow() throws IOException {
        Path build = folder.resolveSibling("build");
        keep(STUDY, 2);
        for (String place : List.of("one/target/hpo/a", "two/deep/target/hpo/b", ".cache/c")) {
            assertThat(run("summary", STUDY, "--to", build.resolve(place).toString()))
                    .isZero();
        }
        console.reset();

        assertThat(runHere("index", build.toString())).isZero();

        assertThat(printed()).isEqualTo(build.resolve("index.html") + ": 2 studies\n");
        assertThat(build.resolve("index.html"))
                .content()
                .containsSubsequence("one/target/hpo/a/report.html", "two/deep/target/hpo/b/report.html")
                .doesNotContain(".cache");
        assertThat(runHere("index", build.toString())).isZero();
        Files.writeString(build.resolve("index.html"), "<h1>My site</h1>");
        assertThat(runHere("index", build.toString())).isEqualTo(2);
        assertThat(complained()).contains("DIR (" + build + ") must have no index.html of somebody else");
        assertThat(runHere("index", build.resolve("none").toString())).isEqualTo(2);
        assertThat(complained()).contains("must be a folder that is there");
    }

    @Test
    void summaryThatCannotBeWritten_isPrintedFirst() throws IOException {
        keep(STUDY, 2);
        Path none = Files.writeString(folder.resolveSibling("none"), "a file, in which there can be no folder");

        assertThat(run("summary", STUDY, "--to", none.resolve("out").toString()))
                .isEqualTo(1);

        assertThat(printed()).contains(STUDY + ", run 1: minimize loss").contains("files     " + file(STUDY));
        assertThat(complained())
                .contains("best.properties, trials.csv, study.json, report.html, summary.md, summary.txt in "
                        + none.resolve("out") + " must be writable")
                .doesNotContain("\tat ");
    }

    @Test
    void summaryOfAnInterruptedRun_saysHowToGoOnWithIt_whereALaterOneHasEnded() throws Exception {
        Study<Configuration> study = Study.open(SPACE, spec(STUDY, 9));
        Suggestion<Configuration> first = study.ask().orElseThrow();
        first.trial().report(0.25);
        study.tell(first.trial());
        study.close();
        keep(STUDY, 1);
        console.reset();
        assertThat(run("summary", STUDY, "--run", "1")).isZero();
        assertThat(printed().replaceAll("\\s+", " "))
                .contains("interrupted after 1 trial; -Dhpo.resume=1 goes on with it when the test runs since");
    }
}
