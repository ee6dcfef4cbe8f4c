// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How fast the invocations of a tuning test come. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Pace {

    /**
     * Returns whether there is to be another invocation, waiting if that is not known yet.
     *
     * @param candidate the invocation
     * @param made how many there were before
     */
    boolean admits(TrialInvocation candidate, int made);

    /** Returns whether an invocation knows its trial when it is made, so that its name can show it. */
    boolean isNamed();

    /**
     * One invocation after the other: each gets its trial before it is made, so that the last one is followed by none.
     *
     * <p>The first is not asked for its trial: a study always has one, and only when JUnit wants its name is it certain that
     * it will be run.
     */
    record OneByOne() implements Pace {
        @Override
        public boolean admits(TrialInvocation candidate, int made) {
            return made == 0 || candidate.suggestion().isPresent();
        }

        @Override
        public boolean isNamed() {
            return true;
        }
    }

    /**
     * As many invocations as it takes to reach a certain one, of which JUnit drops those that were not selected.
     *
     * @param last the number of the last, from 1
     */
    record UpTo(int last) implements Pace {
        @Override
        public boolean admits(TrialInvocation candidate, int made) {
            return made < last;
        }

        @Override
        public boolean isNamed() {
            return true;
        }
    }
}
