// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which lines are worth reading to their end. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Interest {

    /** Everything is read. */
    Interest ALL = new Interest() {
        @Override
        public boolean inTrialsOf(int study) {
            return true;
        }

        @Override
        public boolean inTrial(int trial) {
            return true;
        }

        @Override
        public boolean inReports() {
            return true;
        }
    };

    /** Returns whether the trials of a study are of interest; one that is queued is in any case. */
    boolean inTrialsOf(int study);

    /** Returns whether a trial is of interest. */
    boolean inTrial(int trial);

    /** Returns whether intermediate values are of interest. */
    boolean inReports();
}
