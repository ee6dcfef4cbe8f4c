// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What of a journal is read. All studies are, with their attributes.
 *
 * @param trialsOf the names of the studies whose trials are read too; those of others are only counted
 * @param reports whether the intermediate values of these trials are read
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Following(Predicate<String> trialsOf, boolean reports) {

    /** Returns all there is. */
    public static Following everything() {
        return new Following(name -> true, true);
    }

    /** Returns studies without their trials. */
    public static Following studies() {
        return new Following(name -> false, false);
    }

    /** Returns the trials of one study. */
    public static Following study(String name) {
        return new Following(name::equals, true);
    }

    /** Returns the same without intermediate values. */
    public Following withoutReports() {
        return new Following(trialsOf, false);
    }
}
