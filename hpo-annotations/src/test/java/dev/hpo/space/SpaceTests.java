// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.NetSpace.Net;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpaceTests {

    private final NetSpace space = new NetSpace();
    private final Configuration start = space.configuration(space.initial().orElseThrow());

    @Test
    void parameters_areInOrderWithTheirNames() {
        assertThat(space.parameters())
                .extracting(Parameter::name)
                .containsExactly(
                        "rate",
                        "units",
                        "optimizer",
                        "optimizer.adam.beta1",
                        "layers.size",
                        "layers[0]",
                        "layers[1]",
                        "layers[2]");
        assertThat(space.parameter("layers[1]")).contains(space.layers.get(1));
        assertThat(space.parameter("lr")).contains(space.rate);
        assertThat(space.parameter("nothing")).isEmpty();
        assertThat(space.typeName()).isEqualTo("Net");
    }

    @Test
    void adjustable_isWhatMayChangeInTheOrderOfTheSpace() {
        Parameter<Double> beta = Parameter.ofDouble(Scope.root().child("beta"), RealDomain.of(Scale.LINEAR, 0, 1));
        PlainSpace plain = new PlainSpace(List.of(space.units, beta.adjustable(), space.rate.adjustable()));
        assertThat(plain.adjustable()).extracting(Parameter::name).containsExactly("beta", "rate");
        assertThat(space.adjustable()).isEmpty();
        assertThat(new CompositeSpace(List.of(plain)).adjustable()).hasSize(2);
    }

    @Test
    void whatDecidesOnOthers_isNotAdjustable() {
        List<Parameter<?>> parameters = new ArrayList<>(space.parameters());
        parameters.set(2, space.optimizer.adjustable());
        assertThatThrownBy(() -> new PlainSpace(parameters).adjustable())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("optimizer must not be adjustable, as optimizer.adam.beta1 exists only with some of its"
                        + " values; leave out adjustable()");
        parameters.set(2, space.optimizer);
        parameters.set(4, space.layers.size.adjustable());
        assertThatThrownBy(() -> new PlainSpace(parameters).adjustable())
                .hasMessageStartingWith("layers.size must not be adjustable, as layers[1] exists only with");
    }

    @Test
    void instance_survivesTheWayThroughItsConfiguration() {
        Net net = new Net(0.5, 10, "sgd", 0, List.of(1, 2, 3));
        Configuration configuration = space.configuration(net);
        assertThat(space.decode(configuration)).isEqualTo(net);
        assertThat(configuration)
                .hasToString(
                        "{rate=0.5, units=10, optimizer=sgd, layers.size=3, layers[0]=1, layers[1]=2, layers[2]=3}");
        space.check(configuration);
    }

    @Test
    void constructor_mayRejectAConfiguration() {
        Configuration unlucky = space.choose(parameter -> parameter.equals(space.units) ? 13L : start(parameter));
        space.check(unlucky);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.decode(unlucky))
                .withMessage("units (13) must not be 13; nobody dares");
    }

    private Object start(Parameter<?> parameter) {
        return start.contains(parameter)
                ? start.raw(parameter)
                : parameter.domain().fromUnit(0.5);
    }

    @Test
    void choose_asksForWhatExistsGivenTheChoicesBefore() {
        List<String> asked = new ArrayList<>();
        Configuration chosen = space.choose(parameter -> {
            asked.add(parameter.name());
            return parameter.domain().fromUnit(0);
        });
        assertThat(asked).containsExactly("rate", "units", "optimizer", "layers.size", "layers[0]");
        assertThat(chosen.asMap().keySet()).containsExactlyElementsOf(asked);
    }

    @Test
    void anyChoice_passesTheCheck() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Configuration chosen = space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            space.check(chosen);
            assertThat(chosen.contains(space.beta1))
                    .isEqualTo(chosen.get(space.optimizer).equals("adam"));
            assertThat(chosen.get(space.layers.size))
                    .isEqualTo(space.layers.decode(chosen).size());
        }
    }

    @Test
    void choiceOutsideTheDomain_isRefused() {
        assertThatThrownBy(() -> space.choose(parameter -> 7.5))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("rate value (7.5) must be in the domain: 1e-4 to 1, log");
    }

    @Test
    void check_namesEveryFault() {
        Parameter<String> stray =
                Parameter.ofChoice(Scope.root().child("optimiser"), ChoiceDomain.of("x"), List.of("x"));
        Configuration wrong = Configuration.builder()
                .set(space.rate, 0.1)
                .set(space.optimizer, "sgd")
                .set(space.beta1, 0.9)
                .set(space.layers.size, 1)
                .set(space.layers.get(1), 5)
                .set(stray, "x")
                .build();
        assertThatThrownBy(() -> space.check(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
units must have a value; give 10 to 100
optimizer.adam.beta1 must not have a value; it exists only when optimizer is adam, and optimizer is sgd
layers[0] must have a value; give 1 to 9
layers[1] must not have a value; it exists only when layers.size is at least 2, and layers.size is 1
optimiser must be a parameter of Net; did you mean optimizer?""");
    }

    @Test
    void check_saysNothingOfWhatDependsOnAFault() {
        Configuration wrong = Configuration.builder()
                .set(space.rate, 0.1)
                .set(space.units, 50)
                .set(space.beta1, 0.9)
                .set(space.layers.size, 1)
                .set(space.layers.get(0), 5)
                .build();
        assertThatThrownBy(() -> space.check(wrong)).hasMessage("optimizer must have a value; give one of sgd, adam");
    }

    @Test
    void display_isForPeople() {
        assertThat(space.display(start))
                .isEqualTo("rate=0.01, units=64, optimizer=adam, optimizer.adam.beta1=0.9, layers.size=2,"
                        + " layers[0]=3, layers[1]=4");
    }

    @Test
    void twoParametersOfOneName_areRefused() {
        assertThatThrownBy(() -> new PlainSpace(List.of(space.rate, space.rate)).parameters())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Configuration has two parameters named rate");
    }

    @Test
    void placedSpace_keepsItsConditions() {
        Parameter<String> kind = Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("net"), List.of("net"));
        NetSpace placed = space.at(Scope.root().child("model").when(new Condition.Equal(kind, "net")));
        assertThat(placed.beta1.name()).isEqualTo("model.optimizer.adam.beta1");
        assertThat(placed.beta1.conditions())
                .containsExactly(new Condition.Equal(kind, "net"), new Condition.Equal(placed.optimizer, "adam"));
        assertThat(placed.rate.formerNames()).containsExactly("model.learningRate", "model.lr");
    }
}
