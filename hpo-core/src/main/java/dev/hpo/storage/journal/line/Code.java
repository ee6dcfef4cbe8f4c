// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import dev.hpo.trial.Direction;
import dev.hpo.trial.TrialState;

/** The numbers that stand for operations, states and directions. None may be invented: Optuna stops at one that it does not know. */
final class Code {

    static final int CREATE_STUDY = 0;
    static final int DELETE_STUDY = 1;
    static final int SET_STUDY_USER_ATTR = 2;
    static final int SET_STUDY_SYSTEM_ATTR = 3;
    static final int CREATE_TRIAL = 4;
    static final int SET_TRIAL_PARAM = 5;
    static final int SET_TRIAL_STATE_VALUES = 6;
    static final int SET_TRIAL_INTERMEDIATE_VALUE = 7;
    static final int SET_TRIAL_USER_ATTR = 8;
    static final int SET_TRIAL_SYSTEM_ATTR = 9;
    static final int DISCARD_TRIALS = 10;

    private static final TrialState[] STATES = {
        TrialState.RUNNING, TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAILED, TrialState.WAITING
    };

    private Code() {}

    static int of(TrialState state) {
        int code = 0;
        while (STATES[code] != state) {
            code++;
        }
        return code;
    }

    static int of(Direction direction) {
        return direction == Direction.MINIMIZE ? 1 : 2;
    }

    static TrialState state(int code) throws LineException {
        if (code < 0 || code >= STATES.length) {
            throw LineException.wrong("state (" + code + ") must be from 0 to 4");
        }
        return STATES[code];
    }

    /** Optuna takes a direction that is not set, 0, as to minimize. */
    static Direction direction(int code) throws LineException {
        if (code < 0 || code > 2) {
            throw LineException.wrong("direction (" + code + ") must be 0, 1 or 2");
        }
        return code == 2 ? Direction.MAXIMIZE : Direction.MINIMIZE;
    }
}
