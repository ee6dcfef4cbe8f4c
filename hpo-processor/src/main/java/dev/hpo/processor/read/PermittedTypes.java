// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The permitted types of a sealed one, in the same order in every compiler.
 *
 * <p>Without a permits clause, compilers disagree on the order of types in one another: javac's is that of the source, Eclipse's
 * the alphabet's. They agree on the order of the top-level types.
 */
final class PermittedTypes {

    private PermittedTypes() {}

    /** Returns those that exist. */
    static List<TypeElement> of(TypeElement type) {
        List<TypeElement> permitted = type.getPermittedSubclasses().stream()
                .map(Environment::element)
                .flatMap(Optional::stream)
                .toList();
        List<TypeElement> outermost =
                permitted.stream().map(PermittedTypes::outermost).distinct().toList();
        return permitted.stream()
                .sorted(Comparator.comparingInt((TypeElement each) -> outermost.indexOf(outermost(each)))
                        .thenComparing(PermittedTypes::path, Arrays::compare))
                .toList();
    }

    private static TypeElement outermost(TypeElement type) {
        List<TypeElement> chain = Environment.enclosing(type);
        return chain.get(chain.size() - 1);
    }

    /** Returns the way from the outermost type to a type: each time which of the types in one. */
    private static int[] path(TypeElement type) {
        List<TypeElement> chain = Environment.enclosing(type);
        return IntStream.iterate(chain.size() - 1, i -> i > 0, i -> i - 1)
                .map(i -> ElementFilter.typesIn(chain.get(i).getEnclosedElements())
                        .indexOf(chain.get(i - 1)))
                .toArray();
    }
}
