// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.List;
import java.util.stream.IntStream;

/** The places of a list's size and elements. */
final class ListScopes {

    private ListScopes() {}

    static Parameter<Integer> size(Scope scope, int min, int max) {
        return Parameter.ofInt(scope.child("size"), IntegerDomain.of(Scale.LINEAR, min, max));
    }

    static <T> List<T> requireValues(Parameter<Integer> size, List<T> values) {
        if (values == null) {
            throw new ConfigurationException(size.name() + " must have a value, but the list is null; give a list of "
                    + size.domain().describe() + " elements");
        }
        return values;
    }

    static List<Scope> elements(Scope scope, Parameter<Integer> size, int min, int max) {
        return IntStream.range(0, max)
                .mapToObj(index -> index < min
                        ? scope.element(index)
                        : scope.element(index).when(new Condition.AtLeast(size, index + 1L)))
                .toList();
    }
}
