// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import dev.hpo.trial.TrialRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A trial as samplers with a model see it. Immutable, if nobody changes the point. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Row {

    private final TrialRecord trial;
    private final double[] point;
    private final Kind kind;
    private final double value;

    Row(TrialRecord trial, double[] point, Kind kind, double value) {
        this.trial = trial;
        this.point = point;
        this.kind = kind;
        this.value = value;
    }

    /** What has become of a trial. */
    @API(status = Status.INTERNAL, since = "0.1")
    public enum Kind {
        /** It ended with a value. */
        COMPLETE,
        /** It was stopped as hopeless. */
        PRUNED,
        /** It failed, or its configuration was rejected. */
        FAILED,
        /** Nothing can be learned from it: it waits, was interrupted from outside, or its configuration is not or not yet one of the space. */
        SILENT,
        /** It has not ended. */
        PENDING
    }

    /** Returns the record. */
    public TrialRecord trial() {
        return trial;
    }

    /** Returns its configuration's point, which must not be changed. */
    public double[] point() {
        return point;
    }

    /** Returns what has become of it. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether it has ended in a way that says something of its configuration. */
    public boolean hasResult() {
        return kind != Kind.PENDING && kind != Kind.SILENT;
    }

    /**
     * Returns its loss, smaller is better whatever the study's direction: the objective value of a complete trial; of a pruned
     * or running one what its intermediate values have come to, the last, best or mean of them; {@link Double#NaN} if there is none.
     */
    public double value() {
        return value;
    }

    /** Returns the number of the trial. */
    public int number() {
        return trial.number();
    }

    /** Returns the sampler's note of a key on this trial, the empty text if there is none. */
    public String note(String key) {
        return trial.start().origin().notes().getOrDefault(key, "");
    }
}
