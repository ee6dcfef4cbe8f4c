// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.curves.CurveModel;
import dev.hpo.curves.CurveModels;
import dev.hpo.curves.Prospect;
import dev.hpo.curves.Resumption;
import dev.hpo.encoding.Table;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.trial.TrialRecord;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What one would ship if a study ended after so many full trainings' worth of epochs: the best complete trial; or the paused one that is expected to be better, if there is time
 * to finish it, which is charged to that reading only.
 */
final class Answers {

    private final int epochs;
    private final ToDoubleFunction<Configuration> end;
    private final CurveModels models = new CurveModels();
    private final SortedMap<Integer, Double> answers = new TreeMap<>();

    /**
     * Creates answers.
     *
     * @param epochs of a full training
     * @param end what a configuration ends with
     */
    Answers(int epochs, ToDoubleFunction<Configuration> end) {
        this.epochs = epochs;
        this.end = end;
    }

    /** Takes note of a study that has spent some epochs, and will do something else next. */
    void consider(Study<Configuration> study, long spent) {
        boolean isNear = PrunedRun.READ.stream().anyMatch(trainings -> isWithinATraining(left(trainings, spent)));
        if (!isNear) {
            return;
        }
        Optional<TrialRecord> better = better(study);
        long rest = better.map(trial -> epochs - trial.lastStep().orElse(0)).orElse(0L);
        double best = study.best().map(trial -> trial.value().orElseThrow()).orElse(Double.POSITIVE_INFINITY);
        double value = better.map(trial -> Math.min(best, end.applyAsDouble(trial.configuration())))
                .orElse(best);
        PrunedRun.READ.stream()
                .filter(trainings -> rest <= left(trainings, spent))
                .forEach(trainings -> answers.put(trainings, value));
    }

    private long left(int trainings, long spent) {
        return (long) trainings * epochs - spent;
    }

    private boolean isWithinATraining(long left) {
        return left >= 0 && left < epochs;
    }

    /** Returns the paused trial that is expected to end best, if that is better than the best complete one. */
    private Optional<TrialRecord> better(Study<Configuration> study) {
        Table table = Table.of(models.encoding(study.space()), study.facts().aim(), study.history());
        CurveModel model = models.of(table, Resumption.ladder(epochs), study.facts());
        Map<Integer, Prospect> prospects = model.prospects();
        return study.history().paused().stream()
                .filter(trial -> mean(prospects, trial) < model.best())
                .min(Comparator.comparingDouble(trial -> mean(prospects, trial)));
    }

    private static double mean(Map<Integer, Prospect> prospects, TrialRecord trial) {
        return Optional.ofNullable(prospects.get(trial.number()))
                .map(Prospect::mean)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns what is shipped by full trainings' worth of epochs, as far as that is known. */
    SortedMap<Integer, Double> all() {
        return answers;
    }
}
