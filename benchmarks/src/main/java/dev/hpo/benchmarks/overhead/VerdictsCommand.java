// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.pruner.Pruners;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what the verdicts of pruners cost, each figure from a JVM of its own. */
@Command(
        name = "verdicts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures what a verdict of each pruner costs in a long study, and at many reports of one trial.")
@API(status = Status.INTERNAL, since = "0.1")
public final class VerdictsCommand implements Callable<Integer> {

    private static final int SHORT = 1000;
    private static final int LONG = 20_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--pruners", split = ",", paramLabel = "NAME", description = "The pruners; all by default.")
    private List<String> pruners = Pruners.names();

    @Option(
            names = "--n",
            paramLabel = "N",
            description = "How many trials are complete before; ${DEFAULT-VALUE} by default.")
    private int trials = 1000;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many reports a trial has; ${DEFAULT-VALUE} by default.")
    private int steps = 100;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "How often each is measured; ${DEFAULT-VALUE} by default.")
    private int iterations = 3;

    /** Creates the command. */
    public VerdictsCommand() {}

    @Override
    public Integer call() throws RunnerException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        out.println("| pruner | µs a verdict | dearest step | looks a trial | dearest look | µs a report | of " + SHORT
                + " | of " + LONG + " | ratio |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String pruner : pruners) {
            out.println(line(pruner));
            out.flush();
        }
        return 0;
    }

    private String line(String pruner) throws RunnerException {
        Measurement many = measure("afterMany", pruner, steps);
        double few = measure("ofOne", pruner, SHORT).of("report");
        double all = measure("ofOne", pruner, LONG).of("report");
        return Stream.concat(
                        Stream.of("verdict", "most", "looks", "look", "report").map(many::of),
                        Stream.of(few, all, all / few))
                .map(VerdictsCommand::text)
                .collect(Collectors.joining(" | ", "| " + pruner + " | ", " |"));
    }

    private Measurement measure(String method, String pruner, int reports) throws RunnerException {
        return Measurement.of(
                Verdicts.class, method, Map.of("pruner", pruner, "n", trials, "steps", reports), iterations);
    }

    private static String text(double microseconds) {
        return String.format(Locale.ROOT, microseconds < 100 ? "%.2f" : "%.0f", microseconds);
    }

    private void check() {
        try {
            pruners.forEach(Pruners::named);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--pruners: " + e.getMessage());
        }
        requirePositive("--n", trials);
        requirePositive("--steps", steps);
        requirePositive("--iterations", iterations);
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " (" + value + ") must be at least 1");
        }
    }
}
