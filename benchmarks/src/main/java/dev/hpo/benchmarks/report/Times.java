// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.report;

import dev.hpo.benchmarks.figures.Statistics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long something took, in seconds, each time that it was done. */
final class Times {

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;

    private final List<Double> seconds = new ArrayList<>();

    /** Does something so often, and returns what came of it the last time. */
    <T> T of(int repeats, Work<T> work) throws IOException {
        T made = timed(work);
        for (int repeat = 1; repeat < repeats; repeat++) {
            made = timed(work);
        }
        return made;
    }

    private <T> T timed(Work<T> work) throws IOException {
        long begin = System.nanoTime();
        T made = work.make();
        add((System.nanoTime() - begin) / NANOS);
        return made;
    }

    void add(double time) {
        seconds.add(time);
    }

    /** Returns a row of a table: what, how large it is, the first time and the median one. */
    List<String> row(String what, Optional<String> text) {
        return List.of(
                what,
                text.map(made -> format("%.2f", made.getBytes(StandardCharsets.UTF_8).length / MEGABYTE))
                        .orElse(""),
                format("%.2f s", seconds.get(0)),
                format(
                        "%.2f s",
                        Statistics.median(
                                seconds.stream().mapToDouble(time -> time).toArray())));
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    /** Something that is timed. */
    @FunctionalInterface
    interface Work<T> {
        T make() throws IOException;
    }
}
