// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.List;

/** How the trials of a rehearsed study end. */
enum Result {
    /** With the quality of the configuration. */
    QUALITY {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            return complete(trial, quality);
        }
    },
    /** With the same value always. */
    CONSTANT {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            return complete(trial, 1);
        }
    },
    /** With values near the largest double. */
    HUGE {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            return complete(trial, (quality - 0.3) * 1e300);
        }
    },
    /** With values near the smallest normal double. */
    TINY {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            return complete(trial, quality * 1e-300);
        }
    },
    /** With values over so many decades that most of them vanish beside the rest. */
    HEAVY_TAILED {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            return complete(trial, Math.pow(10, 600 * quality - 300));
        }
    },
    /** As failed. */
    FAILED {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            return failed(trial, Failure.Kind.EXCEPTION);
        }
    },
    /** As rejected by the configuration type. */
    REJECTED {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            return failed(trial, Failure.Kind.REJECTED);
        }
    },
    /** As failed, with intermediate values that are NaN and infinite. */
    NOT_FINITE {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            TrialRecord reported = trial.with(Progress.NONE
                    .with(new Observation(1, Double.NaN))
                    .with(new Observation(2, Double.POSITIVE_INFINITY))
                    .with(new Observation(3, Double.NEGATIVE_INFINITY)));
            return failed(reported, Failure.Kind.NOT_FINITE);
        }
    },
    /** As pruned. */
    PRUNED {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            TrialRecord reported = trial.with(Progress.NONE.with(new Observation(1, quality)));
            return reported.finished(new Outcome.Pruned("hopeless"), Instant.EPOCH);
        }
    },
    /** One after the other in one of the other ways. */
    VARIOUS {
        @Override
        TrialRecord end(TrialRecord trial, double quality) {
            List<Result> others = List.of(QUALITY, PRUNED, QUALITY, FAILED, NOT_FINITE, QUALITY, REJECTED);
            return others.get(trial.number() % others.size()).end(trial, quality);
        }
    };

    abstract TrialRecord end(TrialRecord trial, double quality);

    private static TrialRecord complete(TrialRecord trial, double value) {
        TrialRecord reported = trial.with(Progress.NONE.with(new Observation(1, value)));
        return reported.finished(Outcome.Complete.of(value), Instant.EPOCH);
    }

    private static TrialRecord failed(TrialRecord trial, Failure.Kind kind) {
        return trial.finished(new Outcome.Failed(Failure.of(kind, "failed on purpose")), Instant.EPOCH);
    }
}
