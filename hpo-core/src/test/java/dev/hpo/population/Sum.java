// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.study.Objective;
import dev.hpo.study.Trial;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;

/** A segment takes off the loss what it says, evenly over its steps: the loss is all that was saved. */
record Sum(PopulationPlan plan, ToDoubleFunction<TrialRecord> change) implements Objective<Object> {

    private static final double WHOLE = 100;

    @Override
    public void run(Object config, Trial trial) throws IOException {
        Path saved = trial.checkpoint().resolve("loss.txt");
        double loss = Files.exists(saved) ? Double.parseDouble(Files.readString(saved)) : WHOLE;
        double change = this.change.applyAsDouble(trial.record());
        long end = plan.end(trial.record());
        long segment = plan.size().segment();
        Files.writeString(saved, Double.toString(loss - change));
        for (long step = Double.isNaN(change) ? segment : 1; step <= segment; step++) {
            trial.report(end - segment + step, loss - change * step / segment);
        }
    }
}
