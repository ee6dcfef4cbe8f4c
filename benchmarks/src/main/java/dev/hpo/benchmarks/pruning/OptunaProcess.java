// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.benchmarks.problem.CurveProblem;
import dev.hpo.benchmarks.problem.ProblemException;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A process of Python in which Optuna searches and stops trainings, with its own defaults, and with as many epochs as ours. It asks here for
 * the curve of each of its configurations. One run at a time.
 */
final class OptunaProcess implements AutoCloseable {

    /** What may choose trials, by the names that runs have. */
    static final List<String> SAMPLERS = List.of("optuna-random", "optuna-tpe");

    /** What may stop them. */
    static final List<String> PRUNERS = List.of(PruningReport.NONE, "optuna-median", "optuna-asha", "optuna-hyperband");

    private static final String SCRIPT = "optuna_trainings.py";

    private final Path folder;
    private final Process process;
    private final BufferedReader in;
    private final BufferedWriter out;

    private OptunaProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.in = process.inputReader(StandardCharsets.UTF_8);
        this.out = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a process.
     *
     * @param python the interpreter, of an environment with Optuna
     * @throws ProblemException if it does not start, or has no Optuna
     */
    static OptunaProcess start(Path python) {
        String must = "--optuna (" + python + ") must be a Python with Optuna 5: ";
        try (InputStream script = Objects.requireNonNull(OptunaProcess.class.getResourceAsStream(SCRIPT))) {
            Path folder = Files.createTempDirectory("optuna");
            Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
            ProcessBuilder builder =
                    new ProcessBuilder(python.toString(), folder.resolve(SCRIPT).toString());
            builder.environment().put("OMP_NUM_THREADS", "1");
            OptunaProcess process = new OptunaProcess(
                    folder,
                    builder.redirectError(folder.resolve("errors").toFile()).start());
            Map<String, Object> hello = process.hear();
            if (!hello.containsKey("optuna")) {
                process.close();
                throw new ProblemException(must + hello.get("error"));
            }
            return process;
        } catch (IOException | IllegalStateException e) {
            throw new ProblemException(must + e.getMessage(), e);
        }
    }

    /** Runs until the epochs of all trainings are spent. */
    PrunedRun run(CurveProblem problem, PrunedRun.Key key) {
        say(Map.of(
                "sampler", key.method().sampler(),
                "pruner", key.method().pruner(),
                "seed", key.seed(),
                "space", space(problem),
                "epochs", problem.epochs(),
                "read", PrunedRun.READ));
        Map<String, Object> heard = hear();
        while (heard.get("ask") instanceof Map<?, ?> asked) {
            say(problem.curve(problem.space().choose(parameter -> raw(parameter, asked))));
            heard = hear();
        }
        Map<?, ?> bests = (Map<?, ?>) Objects.requireNonNull(heard.get("best"));
        SortedMap<Integer, Double> read = new TreeMap<>();
        PrunedRun.READ.forEach(trainings -> read.put(
                trainings,
                bests.get(trainings.toString()) instanceof Number best
                        ? best.doubleValue()
                        : Double.POSITIVE_INFINITY));
        return new PrunedRun(key, read);
    }

    private static Map<String, Object> space(CurveProblem problem) {
        Map<String, Object> space = new LinkedHashMap<>();
        problem.space()
                .parameters()
                .forEach(parameter -> space.put(parameter.name(), distribution(parameter.name(), parameter.domain())));
        return space;
    }

    private static Map<String, Object> distribution(String name, Domain domain) {
        if (domain instanceof ChoiceDomain choice) {
            return Map.of("kind", "choice", "choices", choice.choices());
        } else if (domain instanceof RealDomain real && real.levels() == 0) {
            return range("real", real.min(), real.max(), isLog(name, real.scale()));
        } else if (domain instanceof IntegerDomain whole && whole.levels() == 0) {
            return range("whole", whole.min(), whole.max(), isLog(name, whole.scale()));
        }
        throw unknown(name);
    }

    private static Map<String, Object> range(String kind, Number low, Number high, boolean isLog) {
        return Map.of("kind", kind, "low", low, "high", high, "log", isLog);
    }

    private static boolean isLog(String name, Scale scale) {
        if (scale != Scale.LOG && scale != Scale.LINEAR) {
            throw unknown(name);
        }
        return scale == Scale.LOG;
    }

    private static ProblemException unknown(String name) {
        return new ProblemException("parameter (" + name
                + ") must be linear or logarithmic without levels, or a choice, to be searched by Optuna");
    }

    private static Object raw(Parameter<?> parameter, Map<?, ?> asked) {
        Object value = Objects.requireNonNull(asked.get(parameter.name()));
        if (parameter.domain() instanceof RealDomain) {
            return ((Number) value).doubleValue();
        }
        return parameter.domain() instanceof IntegerDomain ? ((Number) value).longValue() : value;
    }

    private void say(Object what) {
        try {
            out.write(JSON.std.asString(what));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("Optuna's process has ended: " + errors(), e);
        }
    }

    private Map<String, Object> hear() {
        try {
            String line = in.readLine();
            if (line == null) {
                throw new IllegalStateException("Optuna's process has ended: " + errors());
            }
            return JSON.std.mapFrom(line);
        } catch (IOException e) {
            throw new IllegalStateException("Optuna's process has said what cannot be read: " + e.getMessage(), e);
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the errors of Optuna's process cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(folder.resolve(SCRIPT));
        Files.deleteIfExists(folder.resolve("errors"));
        Files.deleteIfExists(folder);
    }
}
