// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.importance;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.ProblemException;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Parameter;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Optuna says of the same trials: its functional ANOVA of values and of ranks, each under two seeds of its forest, and its PED-ANOVA. */
final class OptunaImportance {

    private static final String SCRIPT = "optuna_importance.py";
    private static final String QUESTION = "question.json";
    private static final String ANSWER = "answer.json";
    private static final String ERRORS = "errors";

    private final Path python;

    OptunaImportance(Path python) {
        this.python = python;
    }

    /**
     * Asks Optuna.
     *
     * @param problem of whole numbers and choices
     * @param history complete trials of it
     * @return by the names {@code fanova}, {@code ranks} and {@code ped} a share for each parameter, and for the first two with another seed, as {@code fanova again}
     * @throws ProblemException if the interpreter has no Optuna
     */
    Map<String, double[]> of(Problem problem, History history) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("optuna");
            try {
                return answer(problem, history, folder);
            } finally {
                for (String file : List.of(SCRIPT, QUESTION, ANSWER, ERRORS)) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, double[]> answer(Problem problem, History history, Path folder)
            throws IOException, InterruptedException {
        Path source = folder.resolve(SCRIPT);
        Path errors = folder.resolve(ERRORS);
        try (InputStream script = Objects.requireNonNull(OptunaImportance.class.getResourceAsStream(SCRIPT))) {
            Files.copy(script, source);
        }
        Files.writeString(folder.resolve(QUESTION), JSON.std.asString(question(problem, history)));
        ProcessBuilder builder = new ProcessBuilder(python.toString(), source.toString());
        builder.environment().put("OMP_NUM_THREADS", "1");
        int code = builder.redirectInput(folder.resolve(QUESTION).toFile())
                .redirectOutput(folder.resolve(ANSWER).toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw refused(Files.readString(errors).strip(), null);
        }
        return shares(problem, JSON.std.mapFrom(Files.readString(folder.resolve(ANSWER))));
    }

    private ProblemException refused(String reason, @Nullable Throwable cause) {
        String message = "--optuna (" + python + ") must be a Python with Optuna 5 and scikit-learn: " + reason;
        return cause == null ? new ProblemException(message) : new ProblemException(message, cause);
    }

    private static Map<String, Object> question(Problem problem, History history) {
        Map<String, Object> space = new LinkedHashMap<>();
        for (Parameter<?> parameter : problem.space().parameters()) {
            space.put(
                    parameter.name(),
                    parameter.domain() instanceof ChoiceDomain choice
                            ? choice.choices()
                            : parameter.domain().cardinality());
        }
        List<Map<String, Object>> trials = new ArrayList<>();
        for (TrialRecord trial : history.trials()) {
            trials.add(Map.of(
                    "params",
                    trial.configuration().asMap(),
                    "value",
                    trial.value().orElseThrow()));
        }
        return Map.of("space", space, "trials", trials);
    }

    private static Map<String, double[]> shares(Problem problem, Map<String, Object> answer) {
        Map<String, double[]> shares = new LinkedHashMap<>();
        answer.forEach((evaluator, all) -> shares.put(
                evaluator,
                problem.space().parameters().stream()
                        .mapToDouble(
                                parameter -> ((Number) Objects.requireNonNull(((Map<?, ?>) all).get(parameter.name())))
                                        .doubleValue())
                        .toArray()));
        return shares;
    }
}
