// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Encoding;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTests {

    private static final Parameter<String> KIND = choice(Scope.root().child("kind"), "a", "b", "c");
    private static final Parameter<Integer> SIZE = Parameter.ofInt(
                    Scope.root().child("size"), IntegerDomain.of(Scale.LINEAR, 1, 4))
            .near(2, 0.2);
    private static final Parameter<Integer> UNITS = Parameter.ofInt(
            Scope.root().when(new Condition.Equal(KIND, "b")).child("units"), IntegerDomain.of(Scale.LOG, 1, 9));
    private static final Parameter<String> DEPENDENT = choice(
                    Scope.root().when(new Condition.Equal(KIND, "c")).child("dependent"), "x", "y")
            .favouring("y", 0.5);
    private static final Parameter<Double> RATE = Parameter.ofDouble(
                    Scope.root().when(new Condition.Equal(KIND, "b")).child("rate"), RealDomain.of(Scale.LOG, 1e-5, 1))
            .near(1e-3, 0.1);
    private static final Parameter<Double> X =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));

    private static final Encoding FINITE = Encoding.of(new PlainSpace(List.of(KIND, SIZE, UNITS, DEPENDENT)));
    private static final Encoding MIXED = Encoding.of(new PlainSpace(List.of(KIND, SIZE, UNITS, DEPENDENT, RATE, X)));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 25})
    void densityIsThatOfThePlainReference(int size) {
        SplitMix random = SplitMix.of(size);
        Sample good = sample(MIXED, size, random);
        Sample bad = sample(MIXED, 3 * size, random);
        Mixture fastGood = Mixture.ofGood(MIXED, good);
        Mixture fastBad = Mixture.ofBad(MIXED, bad, good);
        PlainMixture plainGood = PlainMixture.ofGood(MIXED, good);
        PlainMixture plainBad = PlainMixture.ofBad(MIXED, bad, good);
        for (int draw = 0; draw < 200; draw++) {
            double[] point = MIXED.draw(random);
            assertThat(fastGood.logDensity(point)).isCloseTo(Math.log(plainGood.density(point)), within(1e-6));
            assertThat(fastBad.logDensity(point)).isCloseTo(Math.log(plainBad.density(point)), within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 25})
    void probabilitiesOfAllConfigurationsSumToOne(int size) {
        Sample sample = sample(FINITE, size, SplitMix.of(size, 1));
        for (Mixture mixture : List.of(Mixture.ofGood(FINITE, sample), Mixture.ofBad(FINITE, sample, sample))) {
            double sum = 0;
            for (double[] point : all()) {
                sum += Math.exp(mixture.logDensity(point)) * uniform(point);
            }
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void drawsFollowTheDensity() {
        SplitMix random = SplitMix.of(3);
        Mixture mixture = Mixture.ofGood(FINITE, sample(FINITE, 6, random));
        int draws = 20_000;
        List<double[]> drawn = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            int component = mixture.component(random);
            drawn.add(mixture.draw(component, component, random));
        }
        for (double[] point : all()) {
            double expected = Math.exp(mixture.logDensity(point)) * uniform(point);
            long found = drawn.stream()
                    .filter(other -> java.util.Arrays.equals(other, point))
                    .count();
            double error = Math.sqrt(expected * (1 - expected) / draws);
            assertThat((double) found / draws).isCloseTo(expected, within(5 * error + 1e-9));
        }
    }

    @Test
    void crossedDrawsAreProperPoints() {
        SplitMix random = SplitMix.of(4);
        Mixture mixture = Mixture.ofGood(MIXED, sample(MIXED, 10, random));
        for (int draw = 0; draw < 500; draw++) {
            double[] point = mixture.draw(mixture.component(random), mixture.component(random), random);
            double[] repaired = point.clone();
            MIXED.repair(repaired, random);
            assertThat(repaired).isEqualTo(point);
        }
    }

    @Test
    void moreChoicesThanCanBeListedAreChoicesAllTheSame() {
        String[] texts = new String[300];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "c" + i;
        }
        Encoding encoding =
                Encoding.of(new PlainSpace(List.of(choice(Scope.root().child("many"), texts))));
        double[] point = {150.5 / 300};
        Mixture mixture = Mixture.ofGood(encoding, new Sample(List.of(point), new double[] {1}));
        SplitMix random = SplitMix.of(5);
        assertThat(mixture.draw(1, 1, random)[0]).isBetween(0.0, 1.0);
        assertThat(mixture.logDensity(point)).isGreaterThan(mixture.logDensity(new double[] {0.5 / 300}));
    }

    private static Sample sample(Encoding encoding, int size, RandomGenerator random) {
        List<double[]> points = new ArrayList<>();
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            points.add(encoding.draw(random));
            weights[i] = random.nextDouble(0.1, 3);
        }
        return new Sample(points, weights);
    }

    /** All points of the finite space. */
    private static List<double[]> all() {
        List<double[]> all = new ArrayList<>();
        Space<?> space = FINITE.space();
        for (int product = 0; product < 3 * 4 * 9 * 2; product++) {
            int kind = product % 3;
            int size = product / 3 % 4;
            int rest = product / 12;
            if (kind == 1 ? rest < 9 : rest < (kind == 2 ? 2 : 1)) {
                all.add(FINITE.encode(space.choose(parameter -> parameter
                        .domain()
                        .valueAt(parameter.equals(KIND) ? kind : parameter.equals(SIZE) ? size : rest))));
            }
        }
        return all;
    }

    /** The probability of a point if each parameter is uniform on its scale. */
    private static double uniform(double[] point) {
        double probability = 1;
        for (int at = 0; at < point.length; at++) {
            if (!Double.isNaN(point[at])) {
                int level = FINITE.dimension(at).level(point[at]);
                double low = level == 0 ? 0 : middle(at, level - 1);
                double high = level == FINITE.dimension(at).cardinality() - 1 ? 1 : middle(at, level);
                probability *= high - low;
            }
        }
        return probability;
    }

    private static double middle(int at, int level) {
        return (FINITE.dimension(at).position(level) + FINITE.dimension(at).position(level + 1)) / 2;
    }

    private static Parameter<String> choice(Scope scope, String... texts) {
        return Parameter.ofChoice(scope, ChoiceDomain.of(texts), List.of(texts));
    }
}
