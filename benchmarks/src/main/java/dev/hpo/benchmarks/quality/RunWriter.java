// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends runs to a file as they end, so that those of an interrupted comparison are kept. Safe for use by several threads. */
final class RunWriter implements AutoCloseable {

    private final CsvWriter writer;
    private final List<String> header;

    /**
     * Opens a file.
     *
     * @param file begun if it is missing or empty
     * @param header what to write; what the file has, if it has been begun
     */
    RunWriter(Path file, List<String> header) throws IOException {
        boolean isNew = Files.notExists(file) || Files.size(file) == 0;
        this.header = header;
        this.writer =
                CsvWriter.builder().autoFlush(true).build(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (isNew) {
            writer.writeRecord(header);
        }
    }

    synchronized void write(Run run) {
        writer.writeRecord(RunCsv.line(run, header));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
