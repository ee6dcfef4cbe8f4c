// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.junit.Selection.Template;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One execution of tests by a launcher.
 *
 * @param selection which single invocations it was asked for
 * @param keys the keys of its configuration parameters that begin like ours
 * @param contains whether a test of a unique id is in its plan
 * @param summaries what is to be printed after its tests
 */
record Launch(Selection selection, Set<String> keys, Predicate<String> contains, Summaries summaries) {

    /** Returns the numbers, from 1, of the only invocations of a template that will run; empty if all will. */
    SortedSet<Integer> only(Template template) {
        return contains.test(template.id()) ? selection.only(template) : new TreeSet<>();
    }
}
