// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;

/**
 * Where a test is in the test tree.
 *
 * @param testClass the class that is run
 * @param path in which class that is, which may have inherited it, and in which of its invocations: {@code class:a.B/nested-class:Inner}
 */
@API(status = Status.INTERNAL, since = "0.1")
public record TestPlace(Class<?> testClass, String path) {

    /** The engine and the suites around are left out: who runs a test does not make it another one. */
    private static final Set<String> CLASSES =
            Set.of("class", "nested-class", "class-template", "nested-class-template", "class-template-invocation");

    /**
     * Returns the place of a test.
     *
     * @param id its unique id
     */
    static TestPlace of(Class<?> testClass, String id) {
        List<Segment> segments = UniqueId.parse(id).getSegments();
        return new TestPlace(
                testClass,
                segments.stream()
                        .filter(segment -> CLASSES.contains(segment.getType()))
                        .map(segment -> segment.getType() + ":" + segment.getValue())
                        .collect(Collectors.joining("/")));
    }
}
