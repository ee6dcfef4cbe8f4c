// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a trial stands: queued, still running, or ended in one of three ways. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Outcome {

    /** Returns the state that a trial with this outcome is in. */
    TrialState state();

    /**
     * The trial is queued. Its configuration has the values that are asked for and fit, which may be none: whoever begins it chooses the
     * rest.
     *
     * @param misfit why what is asked for is none of the search space, for people; empty if it is
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Waiting(Optional<String> misfit) implements Outcome {
        @Override
        public TrialState state() {
            return TrialState.WAITING;
        }
    }

    /** The trial has not ended. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Running() implements Outcome {
        @Override
        public TrialState state() {
            return TrialState.RUNNING;
        }
    }

    /**
     * The trial ended well.
     *
     * @param values the objective values, all finite; one in the usual case
     * @param constraints the constraint values, of which those at most 0 are fulfilled; empty in the usual case
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Complete(List<Double> values, List<Double> constraints) implements Outcome {

        /** Creates an outcome, checking its values. */
        public Complete {
            values = List.copyOf(values);
            constraints = List.copyOf(constraints);
            if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("values (" + values + ") must be finite and at least one");
            }
        }

        /** Returns the outcome of a single objective without constraints. */
        public static Complete of(double value) {
            return new Complete(List.of(value), List.of());
        }

        @Override
        public TrialState state() {
            return TrialState.COMPLETE;
        }
    }

    /**
     * The trial was stopped, as hopeless or for the time being.
     *
     * @param reason why, for people
     * @param isPaused whether another trial can go on from where it stands, as its checkpoint is kept
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Pruned(String reason, boolean isPaused) implements Outcome {

        /** Creates the outcome of a hopeless trial. */
        public Pruned(String reason) {
            this(reason, false);
        }

        @Override
        public TrialState state() {
            return TrialState.PRUNED;
        }
    }

    /**
     * The trial failed.
     *
     * @param failure why
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    record Failed(Failure failure) implements Outcome {
        @Override
        public TrialState state() {
            return TrialState.FAILED;
        }
    }
}
