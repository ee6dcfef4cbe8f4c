// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.numeric.SplitMix;
import dev.hpo.study.Objective;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Goes down a parabola from what it has saved to the end of its segment. With a rate above 2 it goes up, and reports NaN once it is far out.
 *
 * @param plan says where a segment ends
 */
record Training(PopulationPlan plan) implements Objective<Descent> {

    @Override
    public void run(Descent descent, Trial trial) throws IOException {
        Path saved = trial.checkpoint().resolve("state.txt");
        long done = 0;
        double x = 10 + descent.width();
        if (Files.exists(saved)) {
            List<String> lines = Files.readAllLines(saved);
            done = Long.parseLong(lines.get(0));
            x = Double.parseDouble(lines.get(1));
        }
        for (long step = done + 1; step <= plan.end(trial.record()); step++) {
            double noise = SplitMix.of(trial.seed(), step).nextGaussian();
            x -= descent.rate() * (x + descent.noise() * noise);
            Files.writeString(saved, step + "\n" + x);
            trial.report(step, Math.abs(x) > 1e6 ? Double.NaN : x * x / 2);
        }
    }
}
