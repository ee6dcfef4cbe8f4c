// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Who else is told of a study. */
class ElsewhereTests {

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;
    private Path studies;
    private TuningRun run;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
        studies = folder.resolve("studies");
        run = new TuningRun(studies);
    }

    @Test
    void summaryInMarkdown_isBesideTheOther_andAtTheEndOfThePageThatIsNamed() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "# Build\n\n");

        run.with("hpo.markdown", page.toString()).of(FallingTestCase.class);

        String summary =
                Files.readString(run.folder(FallingTestCase.class, "tune").resolve("summary.md"));
        assertThat(summary)
                .startsWith("### dev.hpo.junit.ElsewhereTests.FallingTestCase.tune, run 1: minimize loss\n")
                .contains("| loss | 1 |  |\n", "To run trial 2 again:\n\n    ");
        assertThat(page).hasContent("# Build\n\n" + summary + "\n");

        run.of(FallingTestCase.class);
        assertThat(page).content().contains("run 1: minimize loss", "run 2: minimize loss");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'a line without an end'    | '\\n\\n'
                    'a line\\n'                | '\\n'
                    'a line\\r\\n'             | '\\n'
                    'a paragraph\\n\\n'        | ''
                    'a paragraph\\r\\n\\r\\n'  | ''
                    '\\n'                      | ''
                    ''                         | ''
                    """)
    void summaryInMarkdown_isNoPartOfWhatIsThere(String there, String between) throws IOException {
        String before = lines(there);
        Path page = Files.writeString(folder.resolve("page.md"), before);

        run.with("hpo.markdown", page.toString()).of(FallingTestCase.class);

        assertThat(Files.readString(page))
                .startsWith(before + lines(between)
                        + "### dev.hpo.junit.ElsewhereTests.FallingTestCase.tune, run 1: minimize loss\n");
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r");
    }

    @Test
    void pageThatCannotBeWritten_isSaid() throws IOException {
        Path page = Files.createDirectory(folder.resolve("page.md"));

        EngineExecutionResults results =
                run.with("hpo.markdown", page.toString()).of(FallingTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageStartingWith(
                        "ElsewhereTests.FallingTestCase.tune: page.md in " + folder + " must be writable: ")
                .hasMessageEndingWith("; -Dhpo.markdown=FILE names another file"));
    }

    @Test
    void eventFiles_areThereForEachTrial_andForThoseOfARunThatGoesOn() throws IOException {
        run.with("hpo.tensorboard", folder.resolve("logs").toString()).of(FallingTestCase.class);
        assertThat(eventFiles()).hasSize(3);

        run.with("hpo.trials", "5").with("hpo.resume", "always").of(FallingTestCase.class);

        assertThat(eventFiles())
                .hasSize(5)
                .allMatch(file -> file.matches("dev\\.hpo\\.junit\\.ElsewhereTests\\.FallingTestCase\\.tune/"
                        + "run-1-\\d{8}-\\d{6}/trial-[0-4]/events\\.out\\.tfevents\\.\\d+\\.hpo"));
        assertThat(printed()).noneMatch(line -> line.contains("nothing more goes to"));
    }

    @Test
    void folderForEventFilesThatIsNone_costsOneLine() throws IOException {
        Path logs = Files.writeString(folder.resolve("logs"), "a file");

        EngineExecutionResults results =
                run.with("hpo.tensorboard", logs.toString()).of(FallingTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
        assertThat(printed())
                .filteredOn(line -> line.startsWith("hpo: "))
                .singleElement()
                .asString()
                .startsWith(
                        "hpo: ElsewhereTests.FallingTestCase.tune: nothing more goes to TensorBoard's files in " + logs)
                .endsWith("; the study goes on as it would");
    }

    @Test
    void serverThatIsAway_costsOneLine() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        EngineExecutionResults results =
                run.with("hpo.mlflow", "http://127.0.0.1:" + port).of(FallingTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
        assertThat(printed())
                .filteredOn(line -> line.startsWith("hpo: "))
                .singleElement()
                .asString()
                .startsWith("hpo: ElsewhereTests.FallingTestCase.tune: nothing goes to MLflow at http://127.0.0.1:"
                        + port + " for now, since it does not answer: ");
    }

    @Test
    void reportEntry_saysWhatWasFound() {
        EngineExecutionResults results = run.of(FallingTestCase.class);

        assertThat(entries(results)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("study", "dev.hpo.junit.ElsewhereTests.FallingTestCase.tune, run 1")
                .containsEntry("metric", "loss")
                .containsEntry("best value", "1.0")
                .containsEntry("best trial", "2")
                .containsEntry("ended", "all 3 trials are done")
                .hasEntrySatisfying("configuration", text -> assertThat(text).matches("x=[\\d.E-]+, n=[123]"))
                .hasEntrySatisfying("trials", text -> assertThat(text).startsWith("3 in ")));
    }

    @Test
    void files_areAttached_whereJUnitCan_andSomebodyCollectsThem() throws IOException {
        Path attached = Files.createDirectory(folder.resolve("attached"));

        String home = System.setProperty("user.home", folder.toString());
        try {
            // The second time, files of these names are there.
            for (int build = 1; build <= 2; build++) {
                new LaunchedRun(studies)
                        .with("junit.platform.reporting.output.dir", attached.toString())
                        .of(selectClass(FallingTestCase.class));
            }
        } finally {
            System.setProperty("user.home", home);
        }

        List<String> names = new Version().isAtLeast(5, 12)
                ? List.of("best.properties", "report.html", "summary.md", "summary.txt")
                : List.of();
        assertThat(files(attached).map(file -> file.getFileName().toString()).sorted())
                .containsExactlyElementsOf(names);
        assertThat(printed()).noneMatch(line -> line.contains("is not attached"));
        for (Path file : files(attached).toList()) {
            assertThat(file).content().doesNotContain(folder.toString());
        }
    }

    @Test
    void pageIsWritten_alsoWhereAnotherReportCannotBe() throws IOException {
        Path page = folder.resolve("page.md");
        Files.createDirectories(run.folder(FallingTestCase.class, "tune").resolve("study.json/full"));

        EngineExecutionResults results =
                run.with("hpo.markdown", page.toString()).of(FallingTestCase.class);

        assertThat(page).content().contains("run 1: minimize loss");
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("study.json in "));
    }

    private static List<Map<String, String>> entries(EngineExecutionResults results) {
        return results.allEvents().stream()
                .flatMap(event -> event.getPayload(ReportEntry.class).stream())
                .map(ReportEntry::getKeyValuePairs)
                .toList();
    }

    private List<String> eventFiles() throws IOException {
        Path logs = folder.resolve("logs");
        return files(logs).map(file -> logs.relativize(file).toString()).toList();
    }

    private static Stream<Path> files(Path within) throws IOException {
        try (Stream<Path> files = Files.walk(within)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private List<String> printed() {
        return console.lines();
    }

    static class FallingTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(3 - trial.number());
        }
    }
}
