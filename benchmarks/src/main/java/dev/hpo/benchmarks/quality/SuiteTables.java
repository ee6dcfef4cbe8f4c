// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.benchmarks.figures.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The tables of one suite: a line for each sampler, a column for each number of trials. */
final class SuiteTables {

    private final Scores scores;
    private final List<String> problems;
    private final Standings standings;

    SuiteTables(Scores scores, List<String> problems) {
        this.scores = scores;
        this.problems = problems;
        this.standings = new Standings(scores, problems);
    }

    /** Returns what decides: mean logarithm and mean rank. */
    MarkdownTable lead() {
        MarkdownTable table = new MarkdownTable(header("mean log10 regret (mean rank)"));
        for (String contender : here(scores.contenders())) {
            table.add(line(name(contender), n -> medians(contender, n)
                    .map(regrets -> Figures.fixed(Scores.meanLog(regrets), 2)
                            + standings
                                    .meanRank(contender, n)
                                    .map(rank -> " (" + Figures.fixed(rank, 2) + ")")
                                    .orElse(""))));
        }
        return table;
    }

    /** Returns wins, ties and losses of each of our samplers against each peer, or against each other if there are no peers. */
    MarkdownTable tallies() {
        MarkdownTable table = new MarkdownTable(header("wins/ties/losses"));
        pairs((contender, rival) -> table.add(line(
                contender + " against " + rival,
                n -> standings.tally(contender, rival, n).map(Standings.Tally::toString))));
        return table;
    }

    private void pairs(BiConsumer<String, String> pair) {
        List<String> peers = here(scores.peers());
        for (String contender : here(scores.ours())) {
            for (String rival : peers.isEmpty() ? here(scores.ours()) : peers) {
                if (!rival.equals(contender)) {
                    pair.accept(contender, rival);
                }
            }
        }
    }

    /** Returns the mean over problems and seeds of each sampler. */
    MarkdownTable means() {
        MarkdownTable table =
                new MarkdownTable(header("mean over seeds of log10 max(regret, 0.001) ± its standard error"));
        SeedMeans means = new SeedMeans(scores, problems);
        for (String contender : here(scores.contenders())) {
            table.add(line(name(contender), n -> means.mean(contender, n)));
        }
        return table;
    }

    /** Returns how these differ, seed by seed, as {@link #tallies} pairs them. */
    MarkdownTable differences() {
        MarkdownTable table = new MarkdownTable(header("difference of these on the same seeds [95 % interval]"));
        SeedMeans means = new SeedMeans(scores, problems);
        pairs((contender, rival) ->
                table.add(line(contender + " less " + rival, n -> means.difference(contender, n, rival, n))));
        return table;
    }

    /** Returns the raw means, with their uncertainty by bootstrap, and by leaving out each problem in turn. */
    MarkdownTable raw() {
        MarkdownTable table = new MarkdownTable(header("raw mean [95 % interval] {with one problem left out}"));
        for (String contender : here(scores.contenders())) {
            table.add(line(name(contender), n -> medians(contender, n)
                    .map(regrets ->
                            Figures.regret(Statistics.mean(regrets)) + interval(contender, n) + without(regrets))));
        }
        return table;
    }

    private String interval(String contender, int trials) {
        Bootstrap bootstrap = Bootstrap.of(problems.stream()
                .map(problem -> scores.regrets(contender, problem, trials))
                .toList());
        return " [" + Figures.regret(bootstrap.low()) + ", " + Figures.regret(bootstrap.high()) + "]";
    }

    private static String without(double[] regrets) {
        if (regrets.length < 2) {
            return "";
        }
        double sum = Arrays.stream(regrets).sum();
        double[] means = Arrays.stream(regrets)
                .map(regret -> (sum - regret) / (regrets.length - 1))
                .sorted()
                .toArray();
        return " {" + Figures.regret(means[0]) + ", " + Figures.regret(means[means.length - 1]) + "}";
    }

    private Optional<double[]> medians(String contender, int trials) {
        return scores.medians(contender, problems, trials);
    }

    private List<String> here(List<String> contenders) {
        return contenders.stream()
                .filter(contender -> problems.stream()
                        .anyMatch(problem -> !scores.runs(contender, problem).isEmpty()))
                .toList();
    }

    /** Returns the name of a sampler with its number of seeds, and what it costs. */
    private String name(String contender) {
        int seeds = problems.stream()
                .mapToInt(problem -> scores.runs(contender, problem).size())
                .max()
                .orElse(0);
        return contender + ", " + seeds + " seeds" + cost(contender);
    }

    private String cost(String contender) {
        OptionalDouble milliseconds = problems.stream()
                .flatMap(problem -> scores.runs(contender, problem).stream())
                .filter(run -> run.cpuSeconds().isPresent() && !run.best().isEmpty())
                .mapToDouble(run ->
                        1000 * run.cpuSeconds().getAsDouble() / run.best().lastKey())
                .average();
        return milliseconds.isPresent() ? ", " + Figures.fixed(milliseconds.getAsDouble(), 2) + " ms" : "";
    }

    private static List<String> header(String what) {
        List<String> header = new ArrayList<>(List.of(what));
        Checkpoints.READ.forEach(n -> header.add("n=" + n));
        return header;
    }

    private static List<String> line(String name, IntFunction<Optional<String>> cell) {
        List<String> line = new ArrayList<>(List.of(name));
        IntStream.range(0, Checkpoints.READ.size())
                .mapToObj(i -> cell.apply(Checkpoints.READ.get(i)).orElse(Figures.NONE))
                .forEach(line::add);
        return line;
    }
}
