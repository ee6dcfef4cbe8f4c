// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.analysis.Analysis;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.study.RunsBefore;
import dev.hpo.junit.study.StudyFiles;
import dev.hpo.junit.study.StudyPlaces;
import dev.hpo.report.ConsoleSummary;
import dev.hpo.report.MarkdownSummary;
import dev.hpo.report.StudyView;
import dev.hpo.report.SummaryHints;
import dev.hpo.report.html.PageContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the summary of a run, and makes its files. */
@Command(
        name = "summary",
        description =
                "Prints the summary of a run; with --write it makes the files of its result, too, as after kill -9.")
final class SummaryCommand extends KeptCommand {

    @Mixin
    private final StudyChoice choice = new StudyChoice();

    @Option(names = "--write", description = "Write the files of its result, best.properties and the others.")
    private boolean isWritten;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            converter = FileText.class,
            description =
                    "Where to write them; by default hpo/STUDY in the module's target or build folder, or else beside the"
                            + " study, and in run-N within if a later run's are there. Implies --write.")
    private @Nullable Path target;

    @Override
    boolean isDone() {
        KeptStudy study = choice.study();
        StudyView view = KeptView.of(study, choice.read(study));
        Optional<Analysis> analysis = KeptView.analysis(view);
        if (!isWritten && target == null) {
            print(text(study, view, analysis, List.of()).stripTrailing());
            return true;
        }
        StudyFiles files =
                new StudyFiles(target == null ? usual(study, view.run().number()) : target);
        PageContext context = context(study, view, analysis);
        files.write(
                view,
                context,
                () -> MarkdownSummary.text(view, analysis, hints(study, view, List.of()), context.mask()),
                written -> text(study, view, analysis, written));
        if (target == null) {
            files.writeIndex(places(study).all());
        }
        // What cannot be written is not to cost the summary.
        Console.print(text(study, view, analysis, files.written()));
        files.fault().ifPresent(fault -> {
            throw new UncheckedIOException(fault, new IOException(fault));
        });
        return true;
    }

    /** A study is in a folder of its module, if it is where it is kept by default. */
    private PageContext context(KeptStudy study, StudyView view, Optional<Analysis> analysis) {
        Path module = Optional.ofNullable(folder(study).getParent())
                .filter(parent -> !choice.folder().isNamed())
                .orElse(folder(study));
        List<StudyView> before = RunsBefore.of(study.file(), view);
        return new PageContext(replay(study, view.run().number()), StudyFiles.mask(module), before, analysis);
    }

    private String text(KeptStudy study, StudyView view, Optional<Analysis> analysis, List<String> written) {
        List<String> files = new ArrayList<>(written);
        files.add(study.file().toString());
        return ConsoleSummary.text(view, analysis, hints(study, view, files));
    }

    private SummaryHints hints(KeptStudy study, StudyView view, List<String> files) {
        return new SummaryHints(
                files,
                replay(study, view.run().number()),
                goOn(study, view.run().number()));
    }

    /** The command line that runs the test is not known here, but what it takes, whatever it is. */
    private String replay(KeptStudy study, int run) {
        return Setting.REPLAY.option() + "=" + run + "/" + SummaryHints.TRIAL + directory(study)
                + "\nas an option of Maven, of TuningLauncher or of the test's JVM";
    }

    private String directory(KeptStudy study) {
        if (!choice.folder().isNamed()) {
            return "";
        }
        String folder = folder(study).toString();
        return " " + Setting.DIRECTORY.option() + "="
                + (folder.matches("[\\w./:\\\\@+=-]+") ? folder : '"' + folder + '"');
    }

    private static String goOn(KeptStudy study, int run) {
        boolean isLast =
                study.lastSearch().filter(last -> last.id().number() == run).isPresent();
        return isLast
                ? "run the test again to go on"
                : Setting.RESUME.option() + "=" + run + " goes on with it when the test runs";
    }

    private Path usual(KeptStudy study, int run) {
        return places(study).reports(study.name(), run, study::hasSearch);
    }

    private StudyPlaces places(KeptStudy study) {
        return StudyPlaces.of(folder(study), choice.folder().isNamed(), study.name());
    }

    private static Path folder(KeptStudy study) {
        return Objects.requireNonNull(study.file().toAbsolutePath().getParent());
    }
}
