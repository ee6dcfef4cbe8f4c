// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s10panda;

import dev.hpo.samples.network.Example;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.space.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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

    /**
     * Trains a reader by the schedule in a file, and prints what it comes to on digits that nothing has looked at.
     *
     * @param name what the schedule is called
     * @return the share of the digits that it reads
     */
    public static double tell(String name, Path file, Digits digits) throws IOException {
        DigitReader anew = train(file, digits.train(), 1);
        double accuracy = anew.accuracy(digits.test());
        System.out.printf(
                Locale.ROOT,
                "trained anew by %s: a test loss of %.4f, %.1f %% of the digits read%n",
                name,
                anew.loss(digits.test()),
                100 * accuracy);
        return accuracy;
    }
}
