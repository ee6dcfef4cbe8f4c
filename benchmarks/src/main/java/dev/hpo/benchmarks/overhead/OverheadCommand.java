// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.sampler.Samplers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what asking and telling costs, each figure from a JVM of its own. */
@Command(
        name = "overhead",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures what asking and telling costs, by sampler, length of the history and number of parameters.")
@API(status = Status.INTERNAL, since = "0.1")
public final class OverheadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--samplers",
            split = ",",
            paramLabel = "NAME",
            description = "The samplers; ${DEFAULT-VALUE} by default.")
    private List<String> samplers = List.of("auto", "random");

    @Option(
            names = "--n",
            split = ",",
            paramLabel = "N",
            description = "How many trials are complete before the asks; ${DEFAULT-VALUE} by default.")
    private List<Integer> lengths = List.of(100, 1000, 10000);

    @Option(
            names = "--d",
            split = ",",
            paramLabel = "D",
            description = "How many parameters there are; ${DEFAULT-VALUE} by default.")
    private List<Integer> dimensions = List.of(5, 20);

    @Option(
            names = "--amortised-to",
            paramLabel = "N",
            description =
                    "Up to which number of trials all asks from the first on are measured as well; ${DEFAULT-VALUE} by"
                            + " default, 0 for none.")
    private int amortisedTo = 500;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "How often each is measured; ${DEFAULT-VALUE} by default.")
    private int iterations = 5;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "FILE",
            description = "What others cost, such as peers/overhead.csv, to print below at the same n and d.")
    private List<Path> peers = List.of();

    /** Creates the command. */
    public OverheadCommand() {}

    @Override
    public Integer call() throws RunnerException {
        check();
        List<PeerCost> costs =
                peers.stream().flatMap(file -> PeerCost.read(file).stream()).toList();
        PrintWriter out = spec.commandLine().getOut();
        out.println("| sampler | n | d | ms an ask and tell at n | ms each from 0 to n | bytes a trial |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        for (String sampler : samplers) {
            for (int n : lengths) {
                for (int d : dimensions) {
                    out.println(line(sampler, n, d));
                    out.flush();
                }
            }
        }
        costs.stream()
                .filter(cost -> lengths.contains(cost.n()) && dimensions.contains(cost.d()))
                .forEach(cost -> out.println("| " + cost.sampler() + " | " + cost.n() + " | " + cost.d() + " | "
                        + text(cost.milliseconds()) + " | - | - |"));
        out.flush();
        return 0;
    }

    private String line(String sampler, int n, int d) throws RunnerException {
        double after = milliseconds("after", sampler, n, d) / AskTell.ASKS;
        String until = n <= amortisedTo ? text(milliseconds("until", sampler, n, d) / n) : "-";
        long bytes = Math.round(Retained.bytesPerTrial(sampler, n, d));
        return "| " + sampler + " | " + n + " | " + d + " | " + text(after) + " | " + until + " | " + bytes + " |";
    }

    /** Returns the processor time of an iteration. */
    private double milliseconds(String method, String sampler, int n, int d) throws RunnerException {
        return Measurement.of(AskTell.class, method, Map.of("sampler", sampler, "n", n, "d", d), iterations)
                .of("processor");
    }

    private static String text(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 0.1 ? "%.4f" : "%.2f", milliseconds);
    }

    private void check() {
        try {
            samplers.forEach(Samplers::named);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--samplers: " + e.getMessage());
        }
        lengths.forEach(n -> requirePositive("--n", n));
        dimensions.forEach(d -> requirePositive("--d", d));
        requirePositive("--iterations", iterations);
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " (" + value + ") must be at least 1");
        }
    }
}
