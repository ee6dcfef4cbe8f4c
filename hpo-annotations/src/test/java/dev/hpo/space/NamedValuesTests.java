// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedValuesTests {

    private final Map<String, Object> map = new LinkedHashMap<>();

    NamedValuesTests() {
        map.put("rate", 0.1);
        map.put("units", 64L);
        map.put("kind", "adam");
    }

    @Test
    void itIsTheMapThatItCopies() {
        Map<String, Object> copy = NamedValues.copyOf(map);
        assertThat(copy).isEqualTo(map).hasSameHashCodeAs(map).hasToString(map.toString());
        assertThat(map).isEqualTo(copy);
        assertThat(new ArrayList<>(copy.keySet())).containsExactly("rate", "units", "kind");
        assertThat(new ArrayList<>(copy.values())).containsExactly(0.1, 64L, "adam");
        assertThat(copy.get("units")).isEqualTo(64L);
        assertThat(copy.containsKey("kind")).isTrue();
    }

    @Test
    void whatIsNotThereIsNull() {
        Map<String, Object> copy = NamedValues.copyOf(map);
        assertThat(copy.get("momentum")).isNull();
        assertThat(copy.containsKey("momentum")).isFalse();
        assertThat(NamedValues.copyOf(Map.of())).isEmpty();
    }

    @Test
    void whatIsNoNameIsNotThere() {
        Map<String, Object> copy = NamedValues.copyOf(map);
        assertThat(copy.get(null)).isNull();
        assertThat(copy.containsKey(null)).isFalse();
        Object number = 64L;
        assertThat(copy.get(number)).isNull();
        assertThat(copy.containsValue(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 20, 200})
    void anyNumberOfValuesIsFoundAndInOrder(int size) {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object value = i % 3 == 1 ? (Object) (long) i : i % 5 == 2 ? "v" + i : (Object) (double) i;
            many.put("layers[" + (size - i) + "].units", value);
        }
        Map<String, Object> copy = NamedValues.copyOf(many);
        assertThat(copy).hasSize(size).isEqualTo(many).hasSameHashCodeAs(many);
        assertThat(new ArrayList<>(copy.entrySet())).isEqualTo(new ArrayList<>(many.entrySet()));
        many.forEach((name, value) -> assertThat(copy.get(name)).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, Double.NaN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY})
    void doublesAreKeptToTheBit(double value) {
        map.put("rate", value);
        Map<String, Object> copy = NamedValues.copyOf(map);
        assertThat(copy).isEqualTo(map).hasSameHashCodeAs(map);
        Double kept = (Double) Objects.requireNonNull(copy.get("rate"));
        assertThat(Double.doubleToRawLongBits(kept)).isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void otherValuesOrNamesMakeAnotherMap() {
        Map<String, Object> copy = NamedValues.copyOf(map);
        Map<String, Object> reversed = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(map.keySet());
        Collections.reverse(names);
        names.forEach(name -> reversed.put(name, copy.get(name)));
        assertThat(NamedValues.copyOf(reversed)).isEqualTo(copy).hasSameHashCodeAs(copy);
        map.put("units", 65L);
        assertThat(copy).isNotEqualTo(map).isNotEqualTo(NamedValues.copyOf(map));
        map.remove("units");
        assertThat(copy).isNotEqualTo(map).isNotEqualTo(NamedValues.copyOf(map));
    }

    @Test
    void itDoesNotChange() {
        Map<String, Object> copy = NamedValues.copyOf(map);
        map.put("rate", 0.2);
        assertThat(copy.get("rate")).isEqualTo(0.1);
        assertThatThrownBy(() -> copy.put("rate", 0.3)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.remove("rate")).isInstanceOf(UnsupportedOperationException.class);
        Map.Entry<String, Object> first = copy.entrySet().iterator().next();
        assertThatThrownBy(() -> first.setValue(0.3)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void itsViewsDoNotChangeIt() {
        Map<String, Object> copy = NamedValues.copyOf(map);
        Iterator<String> names = copy.keySet().iterator();
        names.next();
        assertThatThrownBy(names::remove).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.keySet().remove("rate")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.replaceAll((name, value) -> 0L))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(copy).isEqualTo(map);
    }

    @Test
    void iterationEndsWithAnError() {
        Iterator<Object> values = NamedValues.copyOf(Map.of("a", 1L)).values().iterator();
        assertThat(values.next()).isEqualTo(1L);
        assertThatThrownBy(values::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("1 entries");
    }

    @Test
    void namesAreShared() {
        Names names = Names.of(map);
        map.put("rate", 0.2);
        assertThat(Names.of(map)).isSameAs(names);
        map.put("rate", 1L);
        assertThat(Names.of(map)).isNotEqualTo(names);
        map.remove("rate");
        map.put("rate", 0.1);
        assertThat(Names.of(map)).as("another order").isNotEqualTo(names);
    }
}
