// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it costs to have several trials under way: the regret at n beside that of one after the other at 0.85 n. */
final class Concurrency {

    private final Scores scores;

    Concurrency(Scores scores) {
        this.scores = scores;
    }

    /** Returns whether there is a sampler with several trials under way, and with one. */
    boolean isThere() {
        return scores.ours().stream()
                .anyMatch(contender -> sequential(contender).isPresent());
    }

    MarkdownTable table() {
        List<String> header = new ArrayList<>(List.of("mean log10 regret", "suite"));
        Checkpoints.READ.forEach(n -> header.add("at " + n + ", one after the other at " + Checkpoints.earlier(n)));
        MarkdownTable table = new MarkdownTable(header);
        for (String contender : scores.ours()) {
            sequential(contender).ifPresent(one -> scores.suites().forEach((suite, problems) -> {
                List<String> line = new ArrayList<>(List.of(contender, suite));
                Checkpoints.READ.forEach(
                        n -> line.add(log(contender, problems, n) + ", " + log(one, problems, Checkpoints.earlier(n))));
                table.add(line);
                table.add(differences(contender, one, suite, problems));
            }));
        }
        return table;
    }

    private List<String> differences(String contender, String one, String suite, List<String> problems) {
        SeedMeans means = new SeedMeans(scores, problems);
        List<String> line = new ArrayList<>(List.of("  less " + one + ", by seeds", suite));
        Checkpoints.READ.forEach(n -> line.add(
                means.difference(contender, n, one, Checkpoints.earlier(n)).orElse(Figures.NONE)));
        return line;
    }

    private String log(String contender, List<String> problems, int trials) {
        return scores.medians(contender, problems, trials)
                .map(regrets -> Figures.fixed(Scores.meanLog(regrets), 2))
                .orElse(Figures.NONE);
    }

    private Optional<String> sequential(String contender) {
        return scores.problems().stream()
                .flatMap(problem -> scores.runs(contender, problem).stream())
                .map(Run::key)
                .findFirst()
                .filter(key -> key.pending() > 1)
                .map(key -> key.oneByOne().contender())
                .filter(scores.contenders()::contains);
    }
}
