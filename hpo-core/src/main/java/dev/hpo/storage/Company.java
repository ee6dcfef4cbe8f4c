// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import java.util.Optional;

/**
 * How a run ended in which several took part at once, as the last of them who leaves it has to say. One who has finished it has done so for
 * all, unless trials are left that others have begun since, or left unfinished: then there is something to go on with.
 */
final class Company {

    /** Why a run is interrupted that its last part has finished, but not all of its trials. */
    private static final RunEnd LEFT =
            new RunEnd(RunEnd.Kind.INTERRUPTED, "one that took part in it has died, or was stopped, and left a trial");

    private Company() {}

    /**
     * Returns how the run ended.
     *
     * @param last what the last one says; empty if nothing
     * @param before what those who have left before say of its being finished; empty if none has finished it
     * @param isAnyLeft whether any trial runs that nobody will end
     * @param isAnyOfOthers whether any of those is one of the others who took part
     * @return empty if nobody has said anything
     */
    static Optional<RunEnd> end(
            Optional<RunEnd> last, Optional<RunEnd> before, boolean isAnyLeft, boolean isAnyOfOthers) {
        if (last.filter(Company::isFinished).isPresent()) {
            return isAnyOfOthers ? Optional.of(LEFT) : last;
        }
        return isAnyLeft ? last : before.or(() -> last);
    }

    static boolean isFinished(RunEnd end) {
        return end.kind() == RunEnd.Kind.FINISHED;
    }
}
