// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file of runs: CSV with a line for each number of full trainings' worth of epochs. Safe for use by several threads. */
final class PrunedRunCsv implements AutoCloseable {

    private static final List<String> HEADER =
            List.of("problem", "sampler", "pruner", "workers", "seed", "epochs", "best");

    private final CsvWriter writer;

    /** Opens a file, which is begun if it is missing or empty, to append to. */
    PrunedRunCsv(Path file) throws IOException {
        boolean isNew = Files.notExists(file) || Files.size(file) == 0;
        this.writer =
                CsvWriter.builder().autoFlush(true).build(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (isNew) {
            writer.writeRecord(HEADER);
        }
    }

    synchronized void write(PrunedRun run) {
        PrunedRun.Method method = run.key().method();
        run.best()
                .forEach((trainings, best) -> writer.writeRecord(
                        run.key().problem(),
                        method.sampler(),
                        method.pruner(),
                        Integer.toString(method.workers()),
                        Long.toString(run.key().seed()),
                        Integer.toString(trainings),
                        Double.toString(best)));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /**
     * Reads the whole runs of a file; what is left of one that was interrupted while it was written is left out.
     *
     * @throws ProblemException if it cannot be read, or a line is not as it should be
     */
    static List<PrunedRun> read(Path file) {
        Map<PrunedRun.Key, SortedMap<Integer, Double>> all = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : reader) {
                all.computeIfAbsent(key(line), key -> new TreeMap<>())
                        .put(Integer.valueOf(line.getField("epochs")), Double.valueOf(line.getField("best")));
            }
        } catch (IOException | CsvParseException | IllegalArgumentException e) {
            throw new ProblemException(file + " cannot be read: " + e.getMessage(), e);
        }
        List<PrunedRun> runs = new ArrayList<>();
        all.forEach((key, best) -> runs.add(new PrunedRun(key, best)));
        return runs.stream()
                .filter(run -> run.best().keySet().containsAll(PrunedRun.READ))
                .toList();
    }

    private static PrunedRun.Key key(NamedCsvRecord line) {
        PrunedRun.Method method = new PrunedRun.Method(
                line.getField("sampler"), line.getField("pruner"), Integer.parseInt(line.getField("workers")));
        return new PrunedRun.Key(line.getField("problem"), method, Long.parseLong(line.getField("seed")));
    }
}
