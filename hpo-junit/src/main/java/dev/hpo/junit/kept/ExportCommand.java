// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.launch.Console;
import dev.hpo.report.CsvReport;
import dev.hpo.report.CurveReport;
import dev.hpo.report.JsonReport;
import dev.hpo.report.StudyView;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the trials of a run for other programs. */
@Command(name = "export", description = "Prints all trials of a run, as csv or json.")
final class ExportCommand extends KeptCommand {

    @Parameters(index = "0", paramLabel = "FORMAT", description = "csv: a row for each trial; json: all that is known.")
    private Format format = Format.CSV;

    @Mixin
    private final StudyChoice choice = new StudyChoice();

    @Option(names = "--curves", description = "With csv: a row for each value at a step instead.")
    private boolean areCurves;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            converter = FileText.class,
            description = "Write to a file, in place of the console.")
    private @Nullable Path target;

    @Override
    boolean isDone() {
        if (areCurves && format == Format.JSON) {
            throw new CommandException("--curves must go with csv; json has the curves anyway.");
        }
        KeptStudy study = choice.study();
        StudyView view = KeptView.of(study, choice.read(study));
        Path file = target;
        try {
            if (file == null) {
                StringWriter text = new StringWriter();
                write(view, text);
                Console.hand(text.toString());
            } else {
                try (Writer text = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
                    write(view, text);
                }
                print("wrote " + view.history().size() + " trials to " + file.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " must be writable: " + reason(e), e);
        }
        return true;
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder must be there";
        }
        String reason = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }

    private void write(StudyView view, Writer text) throws IOException {
        if (format == Format.JSON) {
            JsonReport.write(view, text);
        } else if (areCurves) {
            CurveReport.write(view, text);
        } else {
            CsvReport.write(view, text);
        }
    }

    /** In what form. */
    enum Format {
        CSV,
        JSON
    }
}
