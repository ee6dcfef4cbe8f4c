// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of runs: CSV with the columns problem, sampler, seed, best25, best50, best100, best200, asktell_cpu_s, in any order
 * and among others. A blank means that the run was not as long. Further columns that are read: best followed by any number of
 * trials, pending, and budget.
 */
final class RunCsv {

    static final String BEST = "best";
    static final String CPU = "asktell_cpu_s";
    static final String PENDING = "pending";
    static final String BUDGET = "budget";

    private static final Pattern BEST_COLUMN = Pattern.compile(BEST + "(\\d+)");

    private RunCsv() {}

    /** Returns the header of a file of runs of some length. */
    static List<String> header(int trials) {
        List<String> header = new ArrayList<>(List.of("problem", "sampler", "seed"));
        Checkpoints.READ.forEach(n -> header.add(BEST + n));
        header.add(CPU);
        header.add(PENDING);
        header.add(BUDGET);
        Checkpoints.columns(trials).stream().skip(Checkpoints.READ.size()).forEach(n -> header.add(BEST + n));
        return header;
    }

    /** Returns the line of a run, in the order of a header. */
    static List<String> line(Run run, List<String> header) {
        return header.stream().map(column -> text(run, column)).toList();
    }

    private static String text(Run run, String column) {
        return switch (column) {
            case "problem" -> run.key().problem();
            case "sampler" -> run.key().sampler();
            case "seed" -> Long.toString(run.key().seed());
            case PENDING -> Integer.toString(run.key().pending());
            case BUDGET ->
                run.key().budget() == 0 ? "" : Integer.toString(run.key().budget());
            case CPU ->
                run.cpuSeconds().isPresent()
                        ? String.format(Locale.ROOT, "%.4f", run.cpuSeconds().getAsDouble())
                        : "";
            default -> {
                Double best = run.best().get(Integer.valueOf(column.substring(BEST.length())));
                yield best == null ? "" : best.toString();
            }
        };
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if it cannot be read, or a line is not as it should be
     */
    static List<Run> read(Path file) {
        List<Run> runs = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : reader) {
                runs.add(run(file, line));
            }
        } catch (IOException | CsvParseException e) {
            throw new ProblemException(file + " cannot be read: " + e.getMessage(), e);
        }
        return runs;
    }

    private static Run run(Path file, NamedCsvRecord line) {
        String where = file + ", line " + line.getStartingLineNumber();
        Map<String, String> fields = line.getFieldsAsMap();
        SortedMap<Integer, Double> best = new TreeMap<>();
        fields.forEach((column, text) -> {
            Matcher matcher = BEST_COLUMN.matcher(column);
            if (matcher.matches() && !text.isBlank()) {
                best.put(Integer.valueOf(matcher.group(1)), number(where, column, text));
            }
        });
        String pending = fields.getOrDefault(PENDING, "");
        String budget = fields.getOrDefault(BUDGET, "");
        String cpu = fields.getOrDefault(CPU, "");
        Run.Key key = new Run.Key(
                require(where, fields, "problem"),
                require(where, fields, "sampler"),
                (long) number(where, "seed", require(where, fields, "seed")),
                pending.isBlank() ? 1 : (int) number(where, PENDING, pending),
                budget.isBlank() ? 0 : (int) number(where, BUDGET, budget));
        return new Run(key, best, cpu.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(number(where, CPU, cpu)));
    }

    private static String require(String where, Map<String, String> fields, String column) {
        String text = fields.getOrDefault(column, "");
        if (text.isBlank()) {
            throw new ProblemException(where + " must have a " + column);
        }
        return text.strip();
    }

    private static double number(String where, String column, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(where + ": " + column + " (" + text + ") must be a number", e);
        }
    }
}
