// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What an ask and tell costs with another tool, as measured by a runner of its own.
 *
 * @param sampler the tool, its version and its sampler
 * @param n how many trials were complete
 * @param d how many parameters there were
 * @param milliseconds the processor time; the median
 */
record PeerCost(String sampler, int n, int d, double milliseconds) {

    /**
     * Reads a file with the columns tool, version, sampler, n, d and cpu_ms_median, in any order and among others.
     *
     * @throws ProblemException if it cannot be read, or a line is not as it should be
     */
    static List<PeerCost> read(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(line -> of(file, line)).toList();
        } catch (IOException | CsvParseException e) {
            throw new ProblemException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static PeerCost of(Path file, NamedCsvRecord line) {
        try {
            return new PeerCost(
                    line.getField("tool") + " " + line.getField("version") + " " + line.getField("sampler"),
                    Integer.parseInt(line.getField("n")),
                    Integer.parseInt(line.getField("d")),
                    Double.parseDouble(line.getField("cpu_ms_median")));
        } catch (NumberFormatException | NoSuchElementException e) {
            throw new ProblemException(
                    file + ", line " + line.getStartingLineNumber()
                            + " must have tool, version, sampler and the numbers n, d and cpu_ms_median: "
                            + e.getMessage(),
                    e);
        }
    }
}
