// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.NetSpace.Net;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeSpaceTests {

    private final NetSpace net = new NetSpace().at(Scope.root().child("net"));
    private final NetSpace teacher = new NetSpace().at(Scope.root().child("teacher", "master"));
    private final CompositeSpace both = new CompositeSpace(List.of(net, teacher));
    private final Net start = net.initial().orElseThrow();

    @Test
    void instances_surviveTheWayThroughAConfiguration() {
        Net other = new Net(0.5, 10, "sgd", 0, List.of(1));
        Configuration configuration = both.configuration(List.of(start, other));
        both.check(configuration);
        assertThat(both.decode(configuration)).containsExactly(start, other);
        assertThat(configuration.get(teacher.rate)).isEqualTo(0.5);
        assertThat(both.initial()).contains(List.of(start, start));
        assertThatThrownBy(() -> both.configuration(List.of(start)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("must be one of each of Net and Net");
    }

    @Test
    void partWithoutStart_leavesTheWholeWithoutOneAndSaysSo() {
        Start<List<Object>> start = new CompositeSpace(List.of(net, new PlainSpace(List.of()))).start();
        assertThat(start.instance()).isEmpty();
        assertThat(start.reason()).isEqualTo("Configuration has no @Initial method");
    }

    @Test
    void partsThatSayNothing_areNotMissed() {
        assertThat(new CompositeSpace(List.of(new PlainSpace(List.of()), new PlainSpace(List.of()))).start())
                .isEqualTo(Start.none());
    }

    @Test
    void partsOfOneName_areRefused() {
        CompositeSpace clash = new CompositeSpace(List.of(net, net));
        assertThatThrownBy(clash::parameters)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Net and Net has two parameters named net.rate");
    }

    @Test
    void placedSpace_placesItsParts() {
        Space<List<Object>> placed = new CompositeSpace(List.of(new NetSpace(), teacher))
                .at(Scope.root().child("x"));
        assertThat(placed.parameters())
                .extracting(Parameter::name)
                .contains("x.rate", "x.teacher.rate", "x.teacher.layers[0]");
        assertThat(placed.parameter("x.master.lr")).map(Parameter::name).contains("x.teacher.rate");
    }

    @Test
    void faults_nameTheParts() {
        Configuration empty =
                Configuration.builder().set(new NetSpace().units, 50).build();
        assertThatThrownBy(() -> both.check(empty))
                .hasMessageContaining("teacher.rate must have a value; give 1e-4 to 1, log\n")
                .hasMessageContaining("units must be a parameter of Net and Net; ");
    }
}
