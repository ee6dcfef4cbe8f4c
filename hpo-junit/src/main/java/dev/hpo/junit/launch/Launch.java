// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import dev.hpo.junit.launch.Selection.Template;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One execution of tests by a launcher.
 *
 * @param selection which single invocations it was asked for
 * @param keys the keys of its configuration parameters that begin like ours
 * @param contains whether a test of a unique id is in its plan
 * @param summaries what is to be printed after its tests
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Launch(Selection selection, Set<String> keys, Predicate<String> contains, Summaries summaries) {

    /** Returns the numbers, from 1, of the only invocations of a template that will run; empty if all will. */
    public SortedSet<Integer> only(Template template) {
        return contains.test(template.id()) ? selection.only(template) : new TreeSet<>();
    }
}
