// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Gives the problems whose trainings can be cut short. */
@API(status = Status.INTERNAL, since = "0.1")
public final class CurveProblems {

    private CurveProblems() {}

    /** Returns those that need no file: curves of all the shapes that early stopping may stumble over. */
    public static List<CurveProblem> builtIn() {
        return Arrays.stream(SyntheticCurves.Kind.values())
                .map(SyntheticCurves::problem)
                .toList();
    }

    /**
     * Returns those of the tables in a folder that have curves.
     *
     * @throws ProblemException if the folder cannot be read, or a descriptor or its table is not as it should be
     */
    public static List<CurveProblem> inFolder(Path folder) {
        return Problems.descriptors(folder).stream()
                .map(Table::read)
                .filter(Table::hasCurves)
                .map(table -> NearestTable.read(table).curves())
                .toList();
    }

    /**
     * Returns those of the surrogate {@code lcbench} of YAHPO Gym.
     *
     * @param folder holds its files, or a folder of its name that does
     * @param tasks the numbers of OpenML tasks
     * @param ranges what values are good and bad, by the names of problems; those that are missing are searched for, which takes long
     * @throws ProblemException if a file cannot be read, or a task is not known
     */
    public static List<CurveProblem> ofSurrogate(Path folder, List<String> tasks, Map<String, Problem.Range> ranges) {
        LcBench bench = new LcBench(folder);
        return tasks.stream()
                .map(task -> {
                    Problem.Range range = ranges.get("lcbench-" + task);
                    return bench.curves(
                            task, range == null ? bench.problem(task).range() : range);
                })
                .toList();
    }

    /**
     * Reads ranges from a CSV file with the columns problem, optimum and randomMedian, among others.
     *
     * @throws ProblemException if it cannot be read, or a line is not as it should be
     */
    public static Map<String, Problem.Range> ranges(Path file) {
        Map<String, Problem.Range> ranges = new HashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : reader) {
                ranges.put(line.getField("problem"), range(line));
            }
        } catch (IOException | CsvParseException | IllegalArgumentException e) {
            throw new ProblemException(file + " cannot be read: " + e.getMessage(), e);
        }
        return ranges;
    }

    private static Problem.Range range(NamedCsvRecord line) {
        return new Problem.Range(
                Double.parseDouble(line.getField("optimum")), Double.parseDouble(line.getField("randomMedian")));
    }
}
