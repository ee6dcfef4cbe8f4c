// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.gp.GpParts;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RegionTests {

    private static final int PATIENCE = 3;

    private History history = History.empty();

    @Test
    void itsCentreIsTheBestTrial() {
        outside(0.2, 5);
        outside(0.7, 3);
        outside(0.9, 4);
        assertThat(region().center()[0]).isEqualTo(0.7);
        assertThat(region().side()).isEqualTo(Region.SIDE);
    }

    @Test
    void twoSuccessesInARowDoubleIt() {
        outside(0.5, 9);
        inside(0.51, 8);
        assertThat(region().side()).isEqualTo(Region.SIDE);
        inside(0.52, 7);
        assertThat(region().side()).isEqualTo(2 * Region.SIDE);
    }

    @Test
    void failuresInARowHalveItAndTrialsElsewhereDoNotCount() {
        outside(0.5, 9);
        for (int failure = 0; failure < PATIENCE - 1; failure++) {
            inside(0.6, 10);
            outside(0.1, 12);
        }
        assertThat(region().side()).isEqualTo(Region.SIDE);
        inside(0.4, 10);
        assertThat(region().side()).isEqualTo(Region.SIDE / 2);
    }

    @Test
    void whenVerySmallItBeginsAnewAboutTheBestTrialElsewhere() {
        outside(0.5, 1);
        outside(0.52, 1.5);
        outside(0.1, 4);
        outside(0.9, 3);
        double side = region().side();
        while (region().center()[0] == 0.5) {
            assertThat(region().side()).isLessThanOrEqualTo(side);
            side = region().side();
            inside(0.5, 2);
        }
        assertThat(region().center()[0]).as("not the neighbour").isEqualTo(0.9);
        assertThat(region().side()).isEqualTo(Region.SIDE);
        outside(0.3, 0.5);
        assertThat(region().center()[0]).as("a better one takes over").isEqualTo(0.3);
    }

    @Test
    void interruptedTrialsAreNoFailures() {
        outside(0.5, 9);
        Outcome interrupted = new Outcome.Failed(Failure.of(Failure.Kind.INTERRUPTED, "stopped"));
        for (int trial = 0; trial < PATIENCE; trial++) {
            add(0.6, interrupted, Map.of(Turn.NOTE, Turn.LOCAL));
        }
        assertThat(region().side()).isEqualTo(Region.SIDE);
    }

    private Region region() {
        List<Row> rows =
                Table.of(GpParts.PLANE, Aim.last(Direction.MINIMIZE), history).rows();
        return Region.after(rows, Proposer::complete, PATIENCE);
    }

    private void inside(double at, double loss) {
        add(at, loss, Map.of(Turn.NOTE, Turn.LOCAL));
    }

    private void outside(double at, double loss) {
        add(at, loss, Map.of());
    }

    private void add(double at, double loss, Map<String, String> notes) {
        add(at, Outcome.Complete.of(loss), notes);
    }

    private void add(double at, Outcome outcome, Map<String, String> notes) {
        Configuration configuration = GpParts.PLANE.decode(new double[] {at, 0.5});
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), notes);
        history = history.with(
                TrialRecord.running(new TrialStart(history.size(), configuration, 0, origin, Instant.EPOCH))
                        .finished(outcome, Instant.EPOCH));
    }
}
