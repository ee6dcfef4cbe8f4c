// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s10panda;

import dev.hpo.samples.network.Example;
import dev.hpo.space.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a program does with a schedule that was found: it needs hpo-annotations, and nothing else of hpo. */
public final class ScheduledTraining {
    private ScheduledTraining() {}

    /** Trains a reader from the start, by the schedule in a file. */
    // tag::train[]
    public static DigitReader train(Path file, List<Example> digits, long seed) throws IOException {
        Schedule<PaceConfig> schedule = Schedule.load(PaceConfigSpace.SPACE, file);
        DigitReader reader = DigitReader.init(seed);
        for (int epoch = 1; epoch <= schedule.steps(); epoch++) {
            reader.fitOneEpoch(digits, schedule.at(epoch), seed);
        }
        return reader;
    }
    // end::train[]
}
