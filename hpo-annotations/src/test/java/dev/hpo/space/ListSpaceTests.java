// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.NetSpace.Net;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListSpaceTests {

    private static final Scope PLACE = Scope.root().child("nets");

    private final ListSpace<Net, NetSpace> nets = new ListSpace<>(PLACE, 1, 2, new NetSpace()::at);

    @Test
    void elements_existFromTheirSizeOn() {
        assertThat(nets.get(0).rate.conditions()).isEmpty();
        assertThat(nets.get(1).rate.conditions()).containsExactly(new Condition.AtLeast(nets.size, 2));
        assertThat(nets.get(1).beta1.name()).isEqualTo("nets[1].optimizer.adam.beta1");
        List<String> names = new ArrayList<>();
        nets.forEachParameter(parameter -> names.add(parameter.name()));
        assertThat(names)
                .hasSize(1 + 2 * 8)
                .startsWith("nets.size", "nets[0].rate")
                .endsWith("nets[1].layers[2]");
    }

    @Test
    void list_survivesTheWayThroughAConfiguration() {
        Net first = new Net(0.01, 64, "adam", 0.9, List.of(3, 4));
        Net second = new Net(0.02, 10, "sgd", 0, List.of(9));
        for (List<Net> list : List.of(List.of(first), List.of(second, first))) {
            Configuration.Builder builder = Configuration.builder();
            nets.encode(list, builder);
            assertThat(nets.decode(builder.build())).isEqualTo(list);
        }
    }

    @Test
    void wrongSize_isRefused() {
        assertThatThrownBy(() -> nets.encode(List.of(), Configuration.builder()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("nets.size value (0) must be in the domain: 1 to 2");
        ListParameter<Integer> layers = new NetSpace().layers;
        assertThatThrownBy(() -> layers.encode(List.of(1, 2, 3, 4), Configuration.builder()))
                .hasMessage("layers.size value (4) must be in the domain: 1 to 3");
        assertThatThrownBy(() -> layers.encode(List.of(1, 20), Configuration.builder()))
                .hasMessage("layers[1] value (20) must be in the domain: 1 to 9");
    }

    @Test
    void emptyList_isAllowedFromMinimumZero() {
        ListParameter<Integer> list = new ListParameter<>(
                Scope.root().child("xs"), 0, 1, place -> Parameter.ofInt(place, IntegerDomain.of(Scale.LINEAR, 1, 2)));
        Configuration.Builder builder = Configuration.builder();
        list.encode(List.of(), builder);
        assertThat(list.decode(builder.build())).isEmpty();
        assertThat(list.get(0).conditions()).containsExactly(new Condition.AtLeast(list.size, 1));
    }
}
