// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Spaces, points and tables for tests of the model. */
public final class GpParts {

    /** Two reals, a whole number and a choice. */
    public static final Encoding MIXED = Encoding.of(new PlainSpace(List.of(
            real("a"),
            real("b"),
            Parameter.ofInt(Scope.root().child("units"), IntegerDomain.of(Scale.LINEAR, 1, 8)),
            Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("x", "y", "z"), List.of("x", "y", "z")))));

    /** Two reals. */
    public static final Encoding PLANE = Encoding.of(new PlainSpace(List.of(real("a"), real("b"))));

    private GpParts() {}

    private static Parameter<Double> real(String name) {
        return Parameter.ofDouble(Scope.root().child(name), RealDomain.of(Scale.LINEAR, 0, 1));
    }

    /** Returns some points, always the same ones. */
    public static List<double[]> points(Encoding encoding, int count) {
        SplitMix random = SplitMix.of(11, count);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(encoding.draw(random));
        }
        return points;
    }

    /** Returns a table of complete trials. */
    public static Table table(Encoding encoding, int trials, ToDoubleFunction<double[]> loss) {
        List<Outcome> outcomes = new ArrayList<>();
        for (double[] point : points(encoding, trials)) {
            outcomes.add(Outcome.Complete.of(loss.applyAsDouble(point)));
        }
        return table(encoding, outcomes);
    }

    /** Returns a table of trials at {@link #points} with some outcomes. */
    public static Table table(Encoding encoding, List<? extends Outcome> outcomes) {
        History history = History.empty();
        List<double[]> points = points(encoding, outcomes.size());
        for (int number = 0; number < outcomes.size(); number++) {
            TrialRecord trial = TrialRecord.running(new TrialStart(
                    number, encoding.decode(points.get(number)), 0, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
            Outcome outcome = outcomes.get(number);
            history = history.with(outcome instanceof Outcome.Running ? trial : trial.finished(outcome, Instant.EPOCH));
        }
        return Table.of(encoding, Aim.last(Direction.MINIMIZE), history);
    }

    /** Returns hyperparameters away from their medians, always the same ones. */
    public static double[] hyperparameters(Inputs inputs) {
        double[] logarithms = Priors.ofLosses(inputs.size()).medians();
        SplitMix random = SplitMix.of(5);
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] += 0.6 * (random.nextDouble() - 0.5);
        }
        return logarithms;
    }
}
