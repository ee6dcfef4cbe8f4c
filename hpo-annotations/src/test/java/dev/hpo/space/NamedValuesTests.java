// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

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
    void iterationEndsWithAnError() {
        Iterator<Object> values = NamedValues.copyOf(Map.of("a", 1L)).values().iterator();
        assertThat(values.next()).isEqualTo(1L);
        assertThatThrownBy(values::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("1 entries");
    }

    @Test
    void namesAreShared() {
        assertThat(Names.of(List.of("x", "y"))).isSameAs(Names.of(List.of("x", "y")));
        assertThat(Names.of(List.of("x", "y"))).isNotEqualTo(Names.of(List.of("y", "x")));
    }
}
