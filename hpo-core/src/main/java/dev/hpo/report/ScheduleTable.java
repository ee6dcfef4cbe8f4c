// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.report.PopulationView.Segment;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** What the best model of a population has lived through, a row for each stretch of steps with one configuration. */
final class ScheduleTable {

    /** How many rows are shown of a long one: as many from its beginning as from its end. */
    private static final int ROWS = 12;

    /** How many parameters are shown. */
    private static final int PARAMETERS = 4;

    private final StudyView view;
    private final List<Segment> segments;
    private final List<Parameter<?>> changing;

    private ScheduleTable(StudyView view, List<Segment> segments) {
        this.view = view;
        this.segments = segments;
        this.changing = view.space().parameters().stream()
                .filter(parameter -> segments.stream()
                                .map(Segment::configuration)
                                .map(configuration -> text(configuration, parameter))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** Returns rows of steps, what changes, the value and the trial, the heading first; none if there is no schedule. */
    static List<List<String>> rows(StudyView view) {
        List<Segment> segments = view.population().map(PopulationView::schedule).orElse(List.of());
        return segments.isEmpty() ? List.of() : new ScheduleTable(view, segments).rows();
    }

    /** Returns the same as lines of a console. */
    static List<String> lines(StudyView view) {
        List<List<String>> rows = rows(view);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .filter(other -> at < other.size())
                        .mapToInt(other -> Texts.width(other.get(at)))
                        .max()
                        .orElse(0);
                line.append("  ").append(Texts.pad(row.get(column), width));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("steps"));
        shown().forEach(parameter -> head.add(VisibleText.of(parameter.name())));
        head.addAll(List.of(VisibleText.of(view.run().metric()), "trial"));
        rows.add(head);
        List<List<Segment>> stretches = stretches();
        int all = stretches.size();
        for (int row = 0; row < all; row++) {
            boolean isLeftOut = all > ROWS && row >= ROWS / 2 && row < all - ROWS / 2;
            if (!isLeftOut) {
                rows.add(row(stretches.get(row)));
            } else if (row == ROWS / 2) {
                rows.add(List.of("...", (all - ROWS) + " more"));
            }
        }
        return rows;
    }

    private List<Parameter<?>> shown() {
        return changing.subList(0, Math.min(PARAMETERS, changing.size()));
    }

    /** Returns segments that follow one another with the same configuration as one. */
    private List<List<Segment>> stretches() {
        List<List<Segment>> stretches = new ArrayList<>();
        for (Segment segment : segments) {
            List<Segment> last = stretches.isEmpty() ? List.of() : stretches.get(stretches.size() - 1);
            if (!last.isEmpty() && last.get(0).configuration().equals(segment.configuration())) {
                last.add(segment);
            } else {
                stretches.add(new ArrayList<>(List.of(segment)));
            }
        }
        return stretches;
    }

    private List<String> row(List<Segment> stretch) {
        Segment last = stretch.get(stretch.size() - 1);
        List<String> row = new ArrayList<>(List.of(stretch.get(0).first() + "-" + last.last()));
        shown().forEach(parameter -> row.add(text(last.configuration(), parameter)));
        row.add(Figures.number(last.value()));
        row.add(String.valueOf(last.trial()));
        return row;
    }

    private static String text(Configuration configuration, Parameter<?> parameter) {
        return configuration.contains(parameter)
                ? VisibleText.of(parameter.domain().shortText(configuration.raw(parameter)))
                : "-";
    }
}
