// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import dev.hpo.junit.launch.Selection.Singles;
import dev.hpo.junit.launch.Selection.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/** Reads from a discovery request which single invocations it asks for. */
final class SelectionReader {

    private static final String INVOCATION = "test-template-invocation";

    private final List<Singles> singles = new ArrayList<>();
    private final List<Whole> wholes = new ArrayList<>();

    private SelectionReader() {}

    static Selection read(EngineDiscoveryRequest request) {
        SelectionReader reader = new SelectionReader();
        request.getSelectorsByType(DiscoverySelector.class).forEach(reader::add);
        return new Selection(reader.singles, reader.wholes);
    }

    private void add(DiscoverySelector selector) {
        if (selector instanceof UniqueIdSelector unique && isInvocation(unique.getUniqueId())) {
            UniqueId id = unique.getUniqueId();
            number(id)
                    .ifPresent(number -> singles.add(
                            new Singles(new Whole.Node(id.removeLastSegment().toString()), Set.of(number))));
        } else if (selector instanceof IterationSelector iterations) {
            Set<Integer> numbers = iterations.getIterationIndices().stream()
                    .map(index -> index + 1)
                    .collect(Collectors.toSet());
            singles.add(new Singles(place(iterations.getParentSelector()), numbers));
        } else {
            wholes.add(place(selector));
        }
    }

    private static boolean isInvocation(UniqueId id) {
        return id.getLastSegment().getType().equals(INVOCATION);
    }

    /** The segment's value is {@code #3} for the third invocation. */
    private static Optional<Integer> number(UniqueId id) {
        String value = id.getLastSegment().getValue();
        return value.matches("#\\d{1,9}") ? Optional.of(Integer.valueOf(value.substring(1))) : Optional.empty();
    }

    private static Whole place(DiscoverySelector selector) {
        if (selector instanceof UniqueIdSelector unique) {
            return new Whole.Node(unique.getUniqueId().toString());
        }
        if (selector instanceof ClassSelector type) {
            return new Whole.ClassOf(type.getClassName());
        }
        if (selector instanceof NestedClassSelector type) {
            return new Whole.ClassOf(type.getNestedClassName());
        }
        if (selector instanceof MethodSelector method) {
            return new Whole.MethodOf(method.getClassName(), method.getMethodName());
        }
        if (selector instanceof NestedMethodSelector method) {
            return new Whole.MethodOf(method.getNestedClassName(), method.getMethodName());
        }
        return new Whole.Anything();
    }
}
