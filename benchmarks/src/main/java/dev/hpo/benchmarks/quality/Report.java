// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.benchmarks.figures.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All tables of a comparison, as one text. */
final class Report {

    private final Scores scores;

    Report(Scores scores) {
        this.scores = scores;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        scores.suites().forEach((suite, problems) -> {
            SuiteTables tables = new SuiteTables(scores, problems);
            text.append("\n## ")
                    .append(suite)
                    .append(" (")
                    .append(problems.size())
                    .append(")\n\n");
            text.append(tables.lead()).append('\n');
            text.append(tables.means()).append('\n');
            if (scores.contenders().size() > 1) {
                text.append(tables.differences()).append('\n');
                text.append(tables.tallies()).append('\n');
            }
            text.append(tables.raw());
        });
        for (int trials : Checkpoints.READ) {
            medians(trials).ifPresent(table -> text.append("\n## Median regret, n=")
                    .append(trials)
                    .append("\n\n")
                    .append(table));
        }
        Concurrency concurrency = new Concurrency(scores);
        if (concurrency.isThere()) {
            text.append("\n## Several trials under way\n\n").append(concurrency.table());
        }
        random().ifPresent(random -> text.append("\n## Worse than random search (one-sided, Holm-corrected)\n\n")
                .append(String.join("\n", new AgainstRandom(scores, random).lines()))
                .append('\n'));
        return text.toString();
    }

    private Optional<MarkdownTable> medians(int trials) {
        List<String> header = new ArrayList<>(List.of("problem"));
        header.addAll(scores.contenders());
        MarkdownTable table = new MarkdownTable(header);
        boolean isEmpty = true;
        for (String problem : scores.problems()) {
            List<String> line = new ArrayList<>(List.of(problem));
            for (String contender : scores.contenders()) {
                double[] regrets = scores.regrets(contender, problem, trials);
                isEmpty &= regrets.length == 0;
                line.add(regrets.length == 0 ? Figures.NONE : Figures.regret(Statistics.median(regrets)));
            }
            table.add(line);
        }
        return isEmpty ? Optional.empty() : Optional.of(table);
    }

    private Optional<String> random() {
        return scores.contenders().stream()
                .filter(contender -> contender.endsWith("random"))
                .findFirst();
    }
}
