// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.curves.CurveModel;
import dev.hpo.curves.Prospect;
import dev.hpo.encoding.Beliefs;
import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.encoding.Tried;
import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Kernel;
import dev.hpo.gp.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Proposes a point from a table. Safe for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Proposer {

    private static final int ELITE = 5;
    private static final int LEAST_PATIENCE = 4;

    /** Of more observations some are left out: an ask must not take ever longer. */
    static final int MOST = 600;

    private final Fits fits = new Fits();

    /** Creates a proposer that knows no fits. */
    public Proposer() {}

    /**
     * Returns a new point that promises most, or nothing if none was found.
     *
     * @param table the trials so far, one of them complete
     * @param turn what kind of proposal is due
     * @param expectation what is expected at a point before there are trials: a standard score, 0 if nothing is known
     * @param budget how many trials there will be
     * @param random for the search
     */
    public Optional<double[]> propose(
            Table table, Turn turn, ToDoubleFunction<double[]> expectation, int budget, RandomGenerator random) {
        Encoding encoding = table.encoding();
        Inputs inputs = new Inputs(encoding);
        if (inputs.size() == 0) {
            return Optional.empty();
        }
        Observations all = Observations.of(table);
        Kernel kernel = new Kernel(inputs, all.fit(inputs, turn.warp(), fits));
        Observations observations = all.thinned(MOST);
        Model model = Model.of(kernel, expectation, observations.warped(turn.warp()));
        List<double[]> pending =
                table.of(Row.Kind.PENDING).stream().map(Row::point).toList();
        Score score = new Score(
                model.believing(pending),
                turn.acquisition(),
                model.best(),
                Feasibility.of(inputs, table, fits),
                new Beliefs(encoding, table.withResult().size(), budget));
        return search(new Search(encoding, score, new Tried(table), random), table, turn, Proposer::complete);
    }

    /**
     * Returns a new point that promises most, if trials that were stopped would have come to what a model of their curves says; or nothing if none was found.
     *
     * @param table the trials so far, one of them complete
     * @param turn where to search
     * @param curves the model
     * @param budget how many trials there will be
     * @param random for the search
     */
    public Optional<double[]> propose(Table table, Turn turn, CurveModel curves, int budget, RandomGenerator random) {
        Encoding encoding = table.encoding();
        Inputs inputs = new Inputs(encoding);
        if (inputs.size() == 0) {
            return Optional.empty();
        }
        Map<Integer, Prospect> prospects = curves.prospects();
        Score score = new Score(
                curves.believing(),
                Acquisition.LOG_EI,
                curves.lowest(),
                Feasibility.of(inputs, table, fits),
                new Beliefs(encoding, table.withResult().size(), budget));
        return search(new Search(encoding, score, new Tried(table), random), table, turn, row -> Optional.ofNullable(
                        prospects.get(row.number()))
                .map(Prospect::mean)
                .orElse(Double.POSITIVE_INFINITY));
    }

    private static Optional<double[]> search(Search search, Table table, Turn turn, ToDoubleFunction<Row> value) {
        Encoding encoding = table.encoding();
        List<double[]> elite = elite(table, value);
        if (!turn.isLocal()) {
            return search.best(Box.whole(encoding), elite, 0.2);
        }
        Region region = Region.after(table.rows(), value, Math.max(LEAST_PATIENCE, new Inputs(encoding).size()));
        elite.add(0, region.center());
        return search.best(Box.about(encoding, region.center(), region.side()), elite, 0.8);
    }

    static double complete(Row row) {
        return row.kind() == Row.Kind.COMPLETE ? row.value() : Double.POSITIVE_INFINITY;
    }

    private static List<double[]> elite(Table table, ToDoubleFunction<Row> value) {
        List<double[]> elite = new ArrayList<>();
        table.rows().stream()
                .filter(row -> Double.isFinite(value.applyAsDouble(row)))
                .sorted(Comparator.comparingDouble(value))
                .limit(ELITE)
                .forEach(row -> elite.add(row.point()));
        return elite;
    }
}
