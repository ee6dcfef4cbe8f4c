// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.numeric.SplitMix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A training of some steps whose values hang on all that came before, and that goes on from what it has saved. */
final class SavedCourse implements Objective<Point> {

    static final int STEPS = 9;

    @Override
    public void run(Point point, Trial trial) throws IOException {
        run(point, trial, STEPS);
    }

    /** Runs the training up to a step, and no further. */
    static void run(Point point, Trial trial, int last) throws IOException {
        Path saved = trial.checkpoint().resolve("state.txt");
        long done = 0;
        long state = trial.seed();
        if (Files.exists(saved)) {
            List<String> lines = Files.readAllLines(saved);
            done = Long.parseLong(lines.get(0));
            state = Long.parseLong(lines.get(1));
        }
        for (long step = done + 1; step <= last; step++) {
            state = SplitMix.mix(state, step);
            Files.writeString(saved, step + "\n" + state);
            trial.report(step, point.distance() + (state >>> 11) * 0x1p-53 / step);
        }
    }
}
