// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.study.StudyFiles;
import dev.hpo.junit.study.StudyPlaces;
import dev.hpo.report.ConsoleSummary;
import dev.hpo.report.StudyView;
import dev.hpo.report.SummaryHints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            description =
                    "Where to write them; by default hpo/STUDY in the module's target or build folder, or else beside the"
                            + " study. Implies --write.")
    private @Nullable Path target;

    @Override
    boolean isDone() {
        KeptStudy study = choice.study();
        StudyView view = KeptView.of(choice.read(study));
        List<String> files = new ArrayList<>();
        Path folder = target;
        if (isWritten || folder != null) {
            files.addAll(new StudyFiles(folder == null ? usual(study) : folder).write(view));
        }
        files.add(study.file().toString());
        print(ConsoleSummary.text(view, new SummaryHints(files, "")).stripTrailing());
        return true;
    }

    private Path usual(KeptStudy study) {
        Path journals = Objects.requireNonNull(study.file().toAbsolutePath().getParent());
        return StudyPlaces.of(journals, choice.folder().isNamed(), study.name()).reports();
    }
}
