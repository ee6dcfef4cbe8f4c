// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.curves.Curves;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Progress;
import java.util.List;
import java.util.Optional;

/** Whether a trial is over because of values that are NaN or infinite, in words. */
final class NotFinite {

    private NotFinite() {}

    /** Returns whether a trial is: one of the values of which it is the mean is not finite, or else the last two are not, which one bad epoch is not enough for. */
    static boolean isOver(Progress progress, Aim aim) {
        List<Observation> own = progress.observations();
        int reports = own.size();
        return aim.of() == Of.MEAN
                ? !progress.curve(reports).areFinite()
                : !isFinite(own, reports - 1) && !isFinite(own, reports - 2);
    }

    private static boolean isFinite(List<Observation> own, int index) {
        return index < 0 || Double.isFinite(own.get(index).value());
    }

    /** Returns why, of one that is. */
    static String text(Progress progress, Aim aim) {
        List<Observation> own = progress.observations();
        return ofMean(progress, aim)
                .orElseGet(() -> "values are not finite at step " + Curves.lastStep(own) + " and the one before");
    }

    /** Returns which value makes a mean of values one that is not finite; empty if the mean is finite, or is not what the trial is judged by. */
    static Optional<String> ofMean(Progress progress, Aim aim) {
        List<Observation> own = progress.observations();
        return aim.of() == Of.MEAN && !progress.curve(own.size()).areFinite()
                ? own.stream()
                        .filter(fold -> !Double.isFinite(fold.value()))
                        .findFirst()
                        .map(fold -> "value (" + fold.value() + ") of fold " + fold.step()
                                + " is not finite, and so is no mean with it")
                : Optional.empty();
    }
}
