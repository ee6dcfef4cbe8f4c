// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which single invocations of test templates a launcher was asked for, and what it was asked for whole.
 *
 * @param singles the single invocations
 * @param wholes what was asked for whole, which takes single invocations in it along
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Selection(List<Singles> singles, List<Whole> wholes) {

    /** Nothing is asked for singly. */
    static final Selection WHOLE = new Selection(List.of(), List.of());

    /** Creates a selection. */
    public Selection {
        singles = List.copyOf(singles);
        wholes = List.copyOf(wholes);
    }

    /** Returns the numbers, from 1, of the only invocations of a template that will run; empty if all will. */
    SortedSet<Integer> only(Template template) {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (wholes.stream().noneMatch(whole -> whole.contains(template))) {
            singles.stream()
                    .filter(single -> single.place().isSame(template))
                    .forEach(single -> numbers.addAll(single.numbers()));
        }
        return numbers;
    }

    /**
     * A test template: a method in a class.
     *
     * @param id its unique id
     * @param className the binary name of its class
     * @param methodName the name of its method
     */
    public record Template(String id, String className, String methodName) {}

    /**
     * Single invocations of a template.
     *
     * @param place the template
     * @param numbers which of its invocations, from 1
     */
    record Singles(Whole place, Set<Integer> numbers) {}

    /** Something in which templates are, or that is one. */
    sealed interface Whole {

        /** Returns whether a template is in this, or is this. */
        boolean contains(Template template);

        /** Returns whether a template is this. */
        default boolean isSame(Template template) {
            return contains(template);
        }

        /** A node of the test tree. */
        record Node(String id) implements Whole {
            @Override
            public boolean contains(Template template) {
                return isSame(template) || template.id().startsWith(id + "/");
            }

            @Override
            public boolean isSame(Template template) {
                return template.id().equals(id);
            }
        }

        /** A class with its nested ones. */
        record ClassOf(String name) implements Whole {
            @Override
            public boolean contains(Template template) {
                return template.className().equals(name) || template.className().startsWith(name + "$");
            }
        }

        /** A method of a class. */
        record MethodOf(String className, String name) implements Whole {
            @Override
            public boolean contains(Template template) {
                return template.className().equals(className)
                        && template.methodName().equals(name);
            }
        }

        /** Whatever is found somewhere: a package, a folder, a module. */
        record Anything() implements Whole {
            @Override
            public boolean contains(Template template) {
                return true;
            }
        }
    }
}
