// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.EnumMap;
import java.util.Map;

/** How many trials of a history are of which kind. Immutable. */
final class TrialTally {

    static final TrialTally NONE = new TrialTally(new EnumMap<>(TrialState.class), new EnumMap<>(Kind.class));

    private final Map<TrialState, Integer> states;
    private final Map<Kind, Integer> kinds;

    private TrialTally(Map<TrialState, Integer> states, Map<Kind, Integer> kinds) {
        this.states = states;
        this.kinds = kinds;
    }

    int of(TrialState state) {
        return states.getOrDefault(state, 0);
    }

    int of(Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /**
     * Returns the counts with a trial more, or less.
     *
     * @param change 1 or -1
     */
    TrialTally plus(TrialRecord trial, int change) {
        Map<TrialState, Integer> newStates = new EnumMap<>(TrialState.class);
        newStates.putAll(states);
        newStates.merge(trial.state(), change, Integer::sum);
        Map<Kind, Integer> newKinds = new EnumMap<>(Kind.class);
        newKinds.putAll(kinds);
        for (Kind kind : Kind.values()) {
            if (kind.includes(trial)) {
                newKinds.merge(kind, change, Integer::sum);
            }
        }
        return new TrialTally(newStates, newKinds);
    }

    /** What is counted beside the states. */
    enum Kind {
        /** Trials that count towards no budget: they wait, were never run, or go on with one that counts. */
        UNCOUNTED {
            @Override
            boolean includes(TrialRecord trial) {
                return !trial.isCounted();
            }
        },
        REJECTED {
            @Override
            boolean includes(TrialRecord trial) {
                return trial.isRejected();
            }
        },
        /** Trials that count and have not ended. */
        RUNNING {
            @Override
            boolean includes(TrialRecord trial) {
                return trial.isCounted() && trial.state() == TrialState.RUNNING;
            }
        },
        /** Trials that count and say nothing of their configurations. */
        SILENT {
            @Override
            boolean includes(TrialRecord trial) {
                return trial.isCounted() && trial.isSilent();
            }
        },
        PAUSED {
            @Override
            boolean includes(TrialRecord trial) {
                return trial.isPaused();
            }
        };

        abstract boolean includes(TrialRecord trial);
    }
}
