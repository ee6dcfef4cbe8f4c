// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.Statistics;
import dev.hpo.benchmarks.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * The regrets of all runs: how far the best value after some trials is from the optimum, from 0, which is the optimum, to 1,
 * the median of random configurations.
 */
final class Scores {

    /** Regrets below this count as this: nobody needs more, and a logarithm would hear nothing else. */
    static final double FLOOR = 1e-4;

    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Run>>> runs = new LinkedHashMap<>();
    private final Set<String> ours = new LinkedHashSet<>();
    private final Set<String> peers = new LinkedHashSet<>();

    /**
     * Creates the scores of some runs.
     *
     * @param known the problems; a problem without one of our runs is left out, and so is the run of a peer on it
     * @param own our runs
     * @param others the runs of peers
     */
    Scores(Collection<Problem> known, List<Run> own, List<Run> others) {
        Set<String> run = new LinkedHashSet<>();
        own.forEach(one -> run.add(one.key().problem()));
        known.stream().filter(problem -> run.contains(problem.name())).forEach(p -> problems.put(p.name(), p));
        // Runs are in the order in which they ended; tables and ranks must not depend on it.
        own.stream().sorted(Comparator.comparing(Run::contender)).forEach(one -> add(one, ours));
        others.forEach(one -> add(
                ours.contains(one.contender()) ? one.renamed("peer " + one.key().sampler()) : one, peers));
    }

    private void add(Run run, Set<String> side) {
        if (problems.containsKey(run.key().problem())) {
            side.add(run.contender());
            runs.computeIfAbsent(run.contender(), name -> new TreeMap<>())
                    .computeIfAbsent(run.key().problem(), name -> new ArrayList<>())
                    .add(run);
        }
    }

    /** Returns our samplers. */
    List<String> ours() {
        return List.copyOf(ours);
    }

    /** Returns the samplers that ours are compared with. */
    List<String> peers() {
        return List.copyOf(peers);
    }

    /** Returns all samplers, ours first. */
    List<String> contenders() {
        List<String> all = new ArrayList<>(ours);
        all.addAll(peers);
        return all;
    }

    /** Returns the names of the problems, by suite. */
    Map<String, List<String>> suites() {
        Map<String, List<String>> suites = new LinkedHashMap<>();
        problems.values().forEach(problem -> suites.computeIfAbsent(problem.suite(), name -> new ArrayList<>())
                .add(problem.name()));
        return suites;
    }

    /** Returns the names of the problems. */
    List<String> problems() {
        return List.copyOf(problems.keySet());
    }

    List<Run> runs(String contender, String problem) {
        return runs.getOrDefault(contender, Map.of()).getOrDefault(problem, List.of());
    }

    /** Returns what values of a problem count as good and as bad. */
    Problem.Range range(String problem) {
        return Objects.requireNonNull(problems.get(problem)).range();
    }

    /** Returns the regrets of a sampler's runs on a problem after some trials, of those that were as long. */
    double[] regrets(String contender, String problem, int trials) {
        Problem.Range range = range(problem);
        return runs(contender, problem).stream()
                .filter(run -> run.best().containsKey(trials))
                .mapToDouble(run -> range.regret(run.best().get(trials)))
                .toArray();
    }

    OptionalDouble median(String contender, String problem, int trials) {
        double[] regrets = regrets(contender, problem, trials);
        return regrets.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Statistics.median(regrets));
    }

    /** Returns a sampler's median regrets on each of some problems; empty if it has not run all of them as long. */
    Optional<double[]> medians(String contender, List<String> some, int trials) {
        double[] medians = some.stream()
                .map(problem -> median(contender, problem, trials))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return medians.length == some.size() ? Optional.of(medians) : Optional.empty();
    }

    /** Returns the mean logarithm of regrets, to the base of 10. */
    static double meanLog(double[] regrets) {
        double sum = 0;
        for (double regret : regrets) {
            sum += Math.log10(Math.max(regret, FLOOR));
        }
        return sum / regrets.length;
    }
}
