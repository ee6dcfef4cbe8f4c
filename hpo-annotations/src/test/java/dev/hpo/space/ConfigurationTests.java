// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    private static final Parameter<Double> RATE =
            Parameter.ofDouble(Scope.root().child("rate"), RealDomain.stepped(0, 1, 0.1));
    private static final Parameter<Integer> UNITS =
            Parameter.ofInt(Scope.root().child("units"), IntegerDomain.of(Scale.LINEAR, 1, 9));

    @Test
    void values_comeBackInTheirTypeAndOrder() {
        Configuration configuration =
                Configuration.builder().set(UNITS, 3).set(RATE, 0.1 + 0.2).build();
        assertThat(configuration.get(UNITS)).isEqualTo(3);
        assertThat(configuration.get(RATE)).isEqualTo(0.3);
        assertThat(configuration.raw(UNITS)).isEqualTo(3L);
        assertThat(configuration.asMap().keySet()).containsExactly("units", "rate");
        assertThat(configuration)
                .isEqualTo(
                        Configuration.builder().set(RATE, 0.3).setRaw(UNITS, 3L).build())
                .hasSameHashCodeAs(
                        Configuration.builder().set(RATE, 0.3).set(UNITS, 3).build())
                .isNotEqualTo(Configuration.builder().set(UNITS, 3).build());
    }

    @Test
    void missingValue_isAnError() {
        Configuration configuration = Configuration.builder().set(UNITS, 3).build();
        assertThat(configuration.contains(RATE)).isFalse();
        assertThatThrownBy(() -> configuration.get(RATE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("rate must have a value; there are only [units]");
    }

    @Test
    void wrongValue_isRefused() {
        assertThatThrownBy(() -> Configuration.builder().set(UNITS, 10))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("units value (10) must be in the domain: 1 to 9");
        assertThatThrownBy(() -> Configuration.builder().setRaw(RATE, 0.25)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void builder_goesOnWithoutChangingWhatItBuilt() {
        Configuration.Builder builder = Configuration.builder().set(UNITS, 3);
        Configuration built = builder.build();
        builder.set(UNITS, 4);
        assertThat(built.get(UNITS)).isEqualTo(3);
        assertThat(builder.soFar().get(UNITS)).isEqualTo(4);
        assertThatThrownBy(() -> built.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** A study keeps many configurations, so what each keeps of its names counts. */
    @Test
    void equalNames_areTheSameObjects() {
        Parameter<Integer> first = unitsOf("layer");
        Parameter<Integer> second = unitsOf("layer");
        assertThat(first.name()).isEqualTo(second.name()).isNotSameAs(second.name());
        Configuration chosen = new PlainSpace(List.of(first)).choose(parameter -> 3L);
        assertThat(nameIn(Configuration.builder().set(second, 4).build())).isSameAs(nameIn(chosen));
        PlainSpace space = new PlainSpace(List.of(second));
        assertThat(nameIn(space.configuration(chosen))).isSameAs(nameIn(chosen));
        assertThat(nameIn(space.choose(parameter -> 5L))).isSameAs(nameIn(chosen));
    }

    private static Parameter<Integer> unitsOf(String layer) {
        return Parameter.ofInt(Scope.root().child(layer).child("units"), IntegerDomain.of(Scale.LINEAR, 1, 9));
    }

    private static String nameIn(Configuration configuration) {
        return configuration.asMap().keySet().iterator().next();
    }
}
