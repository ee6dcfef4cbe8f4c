// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialNameTests {

    @Test
    void fewParameters_areAllShown() {
        assertThat(TrialName.of(17, Studies.MLP, Studies.mlp(3.1e-4, 0.9, 64, null)))
                .isEqualTo("trial 17: learningRate=3.1e-4, momentum=0.9, hiddenUnits=64, optimizer=sgd");
    }

    @Test
    void noParameter_isJustTheNumber() {
        assertThat(TrialName.of(
                        0, new PlainSpace(List.of()), Configuration.builder().build()))
                .isEqualTo("trial 0");
    }

    @Test
    void manyParameters_endWithTheNumberOfTheRest() {
        PlainSpace space = space(200);
        assertThat(TrialName.of(3, space, space.choose(parameter -> 7L)))
                .isEqualTo("trial 3: " + shown(16) + ", ... 184 more")
                .hasSizeLessThanOrEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 19, 20, 21, 22, 1000})
    void anyNumberOfParameters_fits(int count) {
        PlainSpace space = space(count);
        assertThat(TrialName.of(3, space, space.choose(parameter -> 7L))).hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void wideFirstValue_isCut() {
        Parameter<Integer> wide =
                Parameter.ofChoice(Scope.root().child("text"), ChoiceDomain.of("line\n" + "x".repeat(300)), List.of(1));
        PlainSpace space = new PlainSpace(List.of(wide, Studies.RATE));
        Configuration configuration =
                Configuration.builder().set(wide, 1).set(Studies.RATE, 0.5).build();
        assertThat(TrialName.of(1, space, configuration))
                .startsWith("trial 1: text=line\\nxxx")
                .endsWith("xxx..., ... 1 more")
                .hasSize(160);
    }

    private static PlainSpace space(int count) {
        return new PlainSpace(IntStream.range(0, count)
                .<Parameter<?>>mapToObj(i ->
                        Parameter.ofLong(Scope.root().child("p").element(i), IntegerDomain.of(Scale.LINEAR, 0, 10)))
                .toList());
    }

    private static String shown(int count) {
        return String.join(
                ", ", IntStream.range(0, count).mapToObj(i -> "p[" + i + "]=7").toList());
    }
}
