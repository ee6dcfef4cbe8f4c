// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.sampler.encoding.Beliefs;
import dev.hpo.sampler.encoding.Encoding;
import dev.hpo.sampler.encoding.Row;
import dev.hpo.sampler.encoding.Table;
import dev.hpo.sampler.encoding.Tried;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        Kernel kernel = new Kernel(inputs, fits.of(inputs, all, turn.warp()));
        Observations observations = all.thinned(MOST);
        double[] values = turn.warp().of(observations.losses());
        Model model = Model.of(kernel, expectation, observations, values);
        List<double[]> pending =
                table.of(Row.Kind.PENDING).stream().map(Row::point).toList();
        Score score = new Score(
                model.believing(pending),
                turn.acquisition(),
                model.best(),
                Feasibility.of(inputs, table, fits),
                new Beliefs(encoding, table.withResult().size(), budget));
        Search search = new Search(encoding, score, new Tried(table), random);
        List<double[]> elite = elite(table);
        if (!turn.isLocal()) {
            return search.best(Box.whole(encoding), elite, 0.2);
        }
        Region region = Region.after(table.rows(), Math.max(LEAST_PATIENCE, inputs.size()));
        elite.add(0, region.center());
        return search.best(Box.about(encoding, region.center(), region.side()), elite, 0.8);
    }

    private static List<double[]> elite(Table table) {
        List<double[]> elite = new ArrayList<>();
        table.of(Row.Kind.COMPLETE).stream()
                .sorted(Comparator.comparingDouble(Row::value))
                .limit(ELITE)
                .forEach(row -> elite.add(row.point()));
        return elite;
    }
}
