// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.report;

import dev.hpo.analysis.Analysis;
import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.report.ConsoleSummary;
import dev.hpo.report.CsvReport;
import dev.hpo.report.JsonReport;
import dev.hpo.report.StudyView;
import dev.hpo.report.SummaryHints;
import dev.hpo.report.html.HtmlReport;
import dev.hpo.report.html.PageContext;
import dev.hpo.trial.PathMask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the files of a long study: how large they are, how long they take to write, and how long a browser takes to show its page. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the reports of a long study in memory: their size, the time to write them, and until a"
                + " browser has the page ready. Wall time, the first and the median time.")
@API(status = Status.INTERNAL, since = "0.1")
public final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--trials", paramLabel = "N", description = "The trials of the study; ${DEFAULT-VALUE} by default.")
    private int trials = 10_000;

    @Option(names = "--parameters", paramLabel = "N", description = "Its parameters; ${DEFAULT-VALUE} by default.")
    private int parameters = 10;

    @Option(names = "--steps", paramLabel = "N", description = "The values of each curve; ${DEFAULT-VALUE} by default.")
    private int steps = 30;

    @Option(names = "--repeats", paramLabel = "N", description = "How often each is done; ${DEFAULT-VALUE} by default.")
    private int repeats = 5;

    @Option(names = "--chromium", paramLabel = "FILE", description = "A Chromium to show the page in.")
    private @Nullable Path chromium;

    /** Creates the command. */
    public ReportCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (trials < 1 || parameters < 1 || steps < 1 || repeats < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--trials (" + trials + "), --parameters (" + parameters + "), --steps (" + steps
                            + ") and --repeats (" + repeats + ") must be at least 1");
        }
        StudyView view = RandomStudy.of(trials, parameters, steps);
        MarkdownTable table = MarkdownTable.of("of " + trials + " trials", "MB", "first", "median");
        Times analysing = new Times();
        Analysis analysis = analysing.of(repeats, () -> analysis(view));
        table.add(analysing.row("analysis", Optional.empty()));
        PageContext context = new PageContext("", PathMask.NONE, List.of(), Optional.of(analysis));
        String page = add(table, "report.html", target -> HtmlReport.write(view, context, target));
        add(table, "trials.csv", target -> CsvReport.write(view, target));
        add(table, "study.json", target -> JsonReport.write(view, target));
        add(
                table,
                "summary",
                target -> target.write(
                        ConsoleSummary.text(view, Optional.of(analysis), new SummaryHints(List.of(), "", ""))));
        if (chromium != null) {
            table.add(shown(page, chromium));
        }
        spec.commandLine().getOut().println(table);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Analysis analysis(StudyView view) {
        Analysis analysis = Analysis.of(view.space(), view.history(), view.facts());
        analysis.findings();
        return analysis;
    }

    private String add(MarkdownTable table, String name, Report report) throws IOException {
        Times writing = new Times();
        String text = writing.of(repeats, () -> {
            StringWriter target = new StringWriter();
            report.writeTo(target);
            return target.toString();
        });
        table.add(writing.row(name, Optional.of(text)));
        return text;
    }

    /** The page says itself when it was ready, after the beginning of its navigation. */
    private List<String> shown(String page, Path browser) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hpo-page");
        Path file = folder.resolve("report.html");
        try {
            Files.writeString(file, page, StandardCharsets.UTF_8);
            Times showing = new Times();
            for (int repeat = 0; repeat < repeats; repeat++) {
                showing.add(new HeadlessPage(browser, folder.resolve("profile")).secondsUntilReady(file));
            }
            return showing.row("shown in a browser", Optional.empty());
        } finally {
            HeadlessPage.delete(folder);
        }
    }

    /** Something that is written. */
    @FunctionalInterface
    private interface Report {
        void writeTo(Writer target) throws IOException;
    }
}
