// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps from a value to another, by each kind of domain. */
class StepsTests {

    private static final Scope SCOPE = Scope.root().child("x");

    @ParameterizedTest
    @CsvSource({
        "LOG 1e-4 1, 0.01, 2, 0.02",
        "LOG 1e-4 1, 0.01, 0.5, 0.005",
        "LOG 1e-4 1, 0.9, 2, 1",
        "ONE_MINUS_LOG 0.5 0.999, 0.9, 2, 0.95",
        "ONE_MINUS_LOG 0.5 0.999, 0.9, 0.5, 0.8",
        "LOGIT 0.01 0.99, 0.5, 3, 0.75",
        "LINEAR 1 9, 2, 2, 4",
        "LINEAR 1 9, 2, 0.1, 1"
    })
    void numberIsMultipliedOnItsScale(String range, double from, double factor, double to) {
        String[] parts = range.split(" ", -1);
        Parameter<Double> parameter = Parameter.ofDouble(
                SCOPE,
                RealDomain.of(Scale.valueOf(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));

        assertThat((Double) Steps.times(parameter, from, factor)).isCloseTo(to, within(1e-9));
    }

    @Test
    void rangeWithZeroInIt_isLeftBehindInBothDirections() {
        Parameter<Double> parameter = Parameter.ofDouble(SCOPE, RealDomain.of(Scale.LINEAR, -1, 1));

        assertThat((Double) Steps.times(parameter, 0.0, 2)).isBetween(.2, .5);
        assertThat((Double) Steps.times(parameter, 0.0, .5)).isBetween(-.5, -.2);
        assertThat((Double) Steps.times(parameter, 0.9, 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR 1 100, 10, 2, 20",
        "LINEAR 1 9, 3, 1.05, 4",
        "LINEAR 1 9, 3, 0.95, 2",
        "LINEAR 1 9, 9, 2, 9",
        "LOG 1 1024, 16, 2, 32",
        "LOG 1 1024, 1, 0.5, 1"
    })
    void wholeNumberMovesByOneAtLeast(String range, long from, double factor, long to) {
        String[] parts = range.split(" ", -1);
        Parameter<Long> parameter = Parameter.ofLong(
                SCOPE, IntegerDomain.of(Scale.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));

        assertThat(Steps.times(parameter, from, factor)).isEqualTo(to);
    }

    @Test
    void orderedChoice_goesToItsNeighbour() {
        Parameter<String> parameter =
                Parameter.ofChoice(SCOPE, ChoiceDomain.ordered("s", "m", "l"), List.of("s", "m", "l"));

        assertThat(Steps.times(parameter, "m", 2)).isEqualTo("l");
        assertThat(Steps.times(parameter, "m", .5)).isEqualTo("s");
        assertThat(Steps.times(parameter, "l", 2)).isEqualTo("l");
    }

    @Test
    void choiceWithoutOrder_isDrawnAnewInOneOfFourCases() {
        Parameter<String> parameter =
                Parameter.ofChoice(SCOPE, ChoiceDomain.of("a", "b", "c", "d"), List.of("a", "b", "c", "d"));
        Random random = new Random(3);

        long changed = IntStream.range(0, 4000)
                .filter(draw -> !Steps.moved(parameter, "a", 2, random).equals("a"))
                .count();
        assertThat(changed).isBetween(650L, 850L);
    }

    @Test
    void changedConfiguration_hasTheRestAsItWas() {
        var before = DescentSpace.SPACE.configuration(Descent.start());
        var after = Steps.changed(DescentSpace.SPACE, before, Map.of("rate", 0.2));

        assertThat(DescentSpace.SPACE.decode(after)).isEqualTo(new Descent(0.2, 0.1, "plain", 4));
    }
}
