// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.report.BestProperties;
import dev.hpo.report.CsvReport;
import dev.hpo.report.JsonReport;
import dev.hpo.report.StudyView;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The reports that a study leaves behind.
 *
 * @param folder the folder of its reports
 */
@API(status = Status.INTERNAL, since = "0.1")
public record StudyFiles(Path folder) {

    /**
     * Writes all files, and returns for the summary the absolute path of the folder and, below it, their names. Whoever reads one sees
     * the old or the new text, never a part.
     *
     * @throws UncheckedIOException if one cannot be written
     */
    public List<String> write(StudyView view) {
        List<String> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            Optional<String> best = BestProperties.text(view);
            if (best.isPresent()) {
                written.add(write("best.properties", target -> target.write(best.get())));
            } else {
                // That of an earlier run would be taken for this one's.
                Files.deleteIfExists(folder.resolve("best.properties"));
            }
            written.add(write("trials.csv", target -> CsvReport.write(view, target)));
            written.add(write("study.json", target -> JsonReport.write(view, target)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not write the files of " + view.facts().study() + " to " + folder, e);
        }
        return List.of(folder.toAbsolutePath().normalize() + File.separator, "  " + String.join(", ", written));
    }

    private String write(String name, Text text) throws IOException {
        Path file = folder.resolve(name);
        // A name of its own, in case that two processes end the same study at once.
        Path part = folder.resolve(name + "." + ProcessHandle.current().pid() + ".part");
        try {
            // Unlike Files.newBufferedWriter, it writes a question mark for half an emoji, as messages cut in two have.
            try (Writer target =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
                text.writeTo(target);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return name;
    }

    /** Something that can be written. */
    @FunctionalInterface
    private interface Text {
        void writeTo(Writer target) throws IOException;
    }
}
