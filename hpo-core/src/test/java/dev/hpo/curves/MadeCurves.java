// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.gp.GpParts;
import dev.hpo.trial.Aim;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A study in the plane with curves that are made up: the loss at a point falls to a square distance. */
final class MadeCurves {

    /** The last step of a whole training. */
    static final int END = 27;

    private static final Encoding PLANE = GpParts.PLANE;

    private final Aim aim;
    private History history = History.empty();

    MadeCurves(Aim aim) {
        this.aim = aim;
    }

    /** Returns the loss of a point after a step. */
    static double loss(double[] point, double step) {
        double end = (point[0] - .3) * (point[0] - .3) + .5 * (point[1] - .6) * (point[1] - .6);
        return end + .5 * Math.exp(-step / 6) * (1 + .3 * point[0]);
    }

    /** Adds trials at some points that run to a step, and are stopped there if that is not the end. */
    MadeCurves with(int trials, int steps) {
        for (double[] point :
                GpParts.points(PLANE, history.size() + trials).subList(history.size(), history.size() + trials)) {
            add(point, steps);
        }
        return this;
    }

    MadeCurves add(double[] point, int steps) {
        TrialRecord trial = running(point, steps);
        Outcome outcome = steps == END
                ? Outcome.Complete.of(trial.lastObservation().orElseThrow().value())
                : new Outcome.Pruned("hopeless");
        return add(trial.finished(outcome, Instant.EPOCH));
    }

    MadeCurves add(TrialRecord trial) {
        history = history.with(trial);
        return this;
    }

    /** Returns a trial to come that has reported at steps 1, 2 and so on. */
    TrialRecord running(double[] point, int steps) {
        Progress progress = Progress.NONE;
        for (int step = 1; step <= steps; step++) {
            progress = progress.with(new Observation(step, aim.direction().asLoss(loss(point, step))));
        }
        return running(point).with(progress);
    }

    TrialRecord running(double[] point) {
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), Map.of());
        return TrialRecord.running(new TrialStart(history.size(), PLANE.decode(point), 0, origin, Instant.EPOCH));
    }

    History history() {
        return history;
    }

    StudyFacts facts() {
        return new StudyFacts("made", aim.direction(), 1, 50, 1);
    }

    Table table() {
        return Table.of(PLANE, aim, history);
    }

    CurveModel model() {
        return new CurveModels().of(table(), Ladder.of(END, 2), facts());
    }

    static List<double[]> others() {
        return GpParts.points(PLANE, 9);
    }
}
