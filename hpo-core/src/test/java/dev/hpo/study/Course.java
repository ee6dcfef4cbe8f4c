// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** An objective on which everything happens that can, as fast or slow as chance has it, and what is to be the same of it. */
final class Course implements Objective<Point> {

    @Override
    public void run(Point point, Trial trial) {
        SplitMix chance = SplitMix.of(trial.seed());
        int steps = chance.nextInt(6);
        for (int step = 1; step <= steps; step++) {
            dawdle();
            trial.report(step, chance.nextInt(20) == 0 ? Double.NaN : point.distance() / step);
        }
        dawdle();
        trial.metric("steps", steps, chance.nextDouble());
        switch (chance.nextInt(10)) {
            case 0 -> throw new IllegalStateException("a fault in trial " + trial.number());
            case 1 -> trial.infeasible("too large");
            case 2 -> trial.prune("too slow");
            case 3 -> trial.report(Double.POSITIVE_INFINITY);
            case 4 -> trial.report(steps, 1);
            default -> trial.report(point.distance());
        }
    }

    /** Work of a size that no seed decides. */
    private static void dawdle() {
        int size = ThreadLocalRandom.current().nextInt(14);
        for (int i = 0; i < 1 << size; i++) {
            Thread.onSpinWait();
        }
    }

    /** Returns what is the same in two runs of a study that repeats: all but the times, and the traces, which name threads. */
    static List<Object> facts(List<TrialRecord> trials) {
        return trials.stream().<Object>map(Course::facts).toList();
    }

    private static Facts facts(TrialRecord trial) {
        TrialStart start = trial.start();
        String outcome = trial.failure()
                .map(failure -> failure.kind() + failure.message())
                .orElseGet(() -> trial.outcome().toString());
        return new Facts(
                start.configuration().asMap() + " " + start.seed() + start.origin(), trial.progress(), outcome);
    }

    private record Facts(String start, Progress progress, String outcome) {}
}
