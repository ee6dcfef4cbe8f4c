// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTests {

    private static final Parameter<String> KIND =
            Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("a", "b"), List.of("a", "b"));
    private static final Parameter<Double> RATE = Parameter.ofDouble(
            Scope.root().when(new Condition.Equal(KIND, "b")).child("rate"), RealDomain.of(Scale.LOG, 1e-4, 1));
    private static final Parameter<Integer> UNITS =
            Parameter.ofInt(Scope.root().child("units"), IntegerDomain.of(Scale.LINEAR, 1, 4));
    private static final Space<Configuration> SPACE = new PlainSpace(List.of(KIND, RATE, UNITS));

    private final Encoding encoding = Encoding.of(SPACE);

    @Test
    void pointsOfConfigurationsLeadBackToThem() {
        SplitMix random = SplitMix.of(1);
        for (int draw = 0; draw < 100; draw++) {
            Configuration configuration = encoding.decode(encoding.draw(random));
            SPACE.check(configuration);
            assertThat(encoding.decode(encoding.encode(configuration))).isEqualTo(configuration);
        }
    }

    @Test
    void parameterThatDoesNotExistHasNoPosition() {
        double[] point = encoding.encode(
                Configuration.builder().set(KIND, "a").set(UNITS, 3).build());
        assertThat(point).containsExactly(0.25, Double.NaN, 0.625);
    }

    @Test
    void repairSnapsClearsAndDraws() {
        double[] off = {0.1, 0.3, 0.99};
        encoding.repair(off, SplitMix.of(2));
        assertThat(off).containsExactly(0.25, Double.NaN, 0.875);
        double[] missing = {0.9, Double.NaN, -1};
        encoding.repair(missing, SplitMix.of(2));
        assertThat(missing[1]).isBetween(0.0, 1.0);
        assertThat(missing[2]).isEqualTo(0.125);
    }

    @Test
    void levelIsTheNearestListedValue() {
        Dimension units = encoding.dimension(2);
        for (double position = 0; position <= 1; position += 0.01) {
            int nearest = 0;
            for (int level = 1; level < 4; level++) {
                if (Math.abs(units.position(level) - position) < Math.abs(units.position(nearest) - position)) {
                    nearest = level;
                }
            }
            assertThat(units.level(position)).as("at " + position).isEqualTo(nearest);
        }
    }

    @Test
    void tableKeepsRowsOfTrialsThatStayedAndSeesTheOutcomeOfOthers() {
        Table.Cache cache = new Table.Cache();
        TrialRecord first = begin(0);
        TrialRecord second = begin(1);
        History history = History.of(List.of(first, second));
        Table before = cache.of(encoding, Aim.last(Direction.MAXIMIZE), history);
        Table after = cache.of(
                encoding,
                Aim.last(Direction.MAXIMIZE),
                history.with(second.finished(Outcome.Complete.of(5), Instant.EPOCH)));
        assertThat(after.rows().get(0)).isSameAs(before.rows().get(0));
        assertThat(after.of(Row.Kind.COMPLETE)).singleElement().satisfies(row -> {
            assertThat(row.value()).isEqualTo(-5);
            assertThat(row.point()).isSameAs(before.rows().get(1).point());
        });
        assertThat(after.of(Row.Kind.PENDING)).hasSize(1);
    }

    @Test
    void triedFindsPointsButForWhatNoTrialCouldTell() {
        Table table = Table.of(encoding, Aim.last(Direction.MINIMIZE), History.of(List.of(begin(0))));
        Tried tried = new Tried(table);
        double[] point = table.rows().get(0).point();
        assertThat(tried.contains(point.clone())).isTrue();
        double[] other = point.clone();
        other[2] = other[2] > 0.5 ? 0.125 : 0.875;
        assertThat(tried.contains(other)).isFalse();
    }

    @Test
    void triedTellsNeighboursAmongVeryManyWholeNumbersApart() {
        Parameter<Integer> seed =
                Parameter.ofInt(Scope.root().child("seed"), IntegerDomain.of(Scale.LINEAR, 0, Integer.MAX_VALUE));
        Encoding wide = Encoding.of(new PlainSpace(List.of(seed)));
        Configuration first = Configuration.builder().set(seed, 1_000_000).build();
        Tried tried = new Tried(Table.of(wide, Aim.last(Direction.MINIMIZE), History.of(List.of(begin(0, first)))));
        assertThat(tried.contains(wide.encode(first))).isTrue();
        double[] next = wide.encode(Configuration.builder().set(seed, 1_000_001).build());
        assertThat(tried.contains(next)).isFalse();
        wide.repair(next, SplitMix.of(1));
        tried.add(next);
        assertThat(tried.contains(wide.encode(wide.decode(next)))).isTrue();
    }

    private TrialRecord begin(int number) {
        return begin(number, encoding.decode(encoding.draw(SplitMix.of(number, 3))));
    }

    private static TrialRecord begin(int number, Configuration configuration) {
        return TrialRecord.running(
                new TrialStart(number, configuration, 0, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
    }
}
