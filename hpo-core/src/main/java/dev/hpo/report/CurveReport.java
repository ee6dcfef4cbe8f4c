// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The learning curves of a study as comma-separated values (RFC 4180, with line feeds), one row for each point.
 *
 * <p>The columns, in this order:
 *
 * <ul>
 *   <li>{@code number} of the trial;
 *   <li>{@code curve}: {@code value}, the objective; {@code metrics_<name>}, what the trial has reported beside it;
 *   <li>{@code step} and {@code value};
 *   <li>{@code left_out}: how many points of the curve between this row and the one before it are left out;
 *   <li>{@code elapsed}: how many seconds after the beginning of the trial it was reported; empty where that is not known.
 * </ul>
 *
 * <p>Trials are in the order of their numbers, points in that of their steps, the objective first, then metrics by name. Several objectives
 * give the curves {@code values_0}, {@code values_1} and so on instead of {@code value}. Numbers are exact. Without its last column the text is
 * the same for the same study.
 *
 * <p>Of a curve of more than {@value #LONGEST} points so many are written, evenly spread, besides the smallest and the largest value and the first that is not
 * finite; of more than {@value #CURVES} curves fewer each, down to {@value #SHORTEST}, so that the file stays of a size that programs can open.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CurveReport {

    static final int LONGEST = 1000;
    static final int SHORTEST = 50;
    static final int CURVES = 200;

    private final StudyView view;
    private final int objectives;
    private final int most;

    private CurveReport(StudyView view) {
        this.view = view;
        this.objectives = trials(view)
                .flatMap(trial -> trial.observations().stream().limit(1))
                .mapToInt(observation -> 1 + observation.others().size())
                .max()
                .orElse(1);
        long curves = trials(view)
                .mapToLong(trial -> objectives + trial.progress().metrics().size())
                .sum();
        this.most = (int) Math.max(SHORTEST, Math.min(LONGEST, (long) LONGEST * CURVES / Math.max(1, curves)));
    }

    /** Returns whether any trial has reported a value at a step. */
    public static boolean isWorthwhile(StudyView view) {
        return trials(view)
                .anyMatch(trial -> !trial.observations().isEmpty()
                        || !trial.progress().metrics().isEmpty());
    }

    /**
     * Writes the curves of a study.
     *
     * @param target is flushed and left open
     * @throws IOException if the target cannot be written
     */
    public static void write(StudyView view, Writer target) throws IOException {
        new CurveReport(view).write(target);
    }

    private static Stream<TrialRecord> trials(StudyView view) {
        return view.history().trials().stream();
    }

    private void write(Writer target) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new LeftOpen(target))) {
            csv.writeRecord("number", "curve", "step", "value", "left_out", "elapsed");
            for (TrialRecord trial : view.history().trials()) {
                for (int objective = 0; objective < objectives; objective++) {
                    String name = objectives == 1 ? "value" : "values_" + objective;
                    write(csv, trial.number(), name, new Points(trial.observations(), objective));
                }
                for (Map.Entry<String, List<Observation>> metric :
                        new TreeMap<>(trial.progress().metrics()).entrySet()) {
                    write(
                            csv,
                            trial.number(),
                            VisibleText.lines("metrics_" + metric.getKey()),
                            new Points(metric.getValue(), 0));
                }
            }
        }
    }

    private void write(CsvWriter csv, int number, String curve, Points points) {
        int next = 0;
        for (int index : Thinning.kept(points.observations().size(), most, points::value)) {
            Observation point = points.observations().get(index);
            csv.writeRecord(
                    String.valueOf(number),
                    curve,
                    String.valueOf(point.step()),
                    points.text(index),
                    String.valueOf(index - next),
                    elapsed(point));
            next = index + 1;
        }
    }

    private static String elapsed(Observation point) {
        return point.micros() == Observation.UNTIMED
                ? ""
                : BigDecimal.valueOf(point.micros(), 6).stripTrailingZeros().toPlainString();
    }

    /** The values of one objective. */
    private record Points(List<Observation> observations, int objective) {

        double value(int index) {
            Observation point = observations.get(index);
            return objective == 0
                    ? point.value()
                    : isThere(point) ? point.others().get(objective - 1) : Double.NaN;
        }

        String text(int index) {
            return isThere(observations.get(index)) ? String.valueOf(value(index)) : "";
        }

        /** Another tool may have reported one of several. */
        private boolean isThere(Observation point) {
            return objective <= point.others().size();
        }
    }
}
