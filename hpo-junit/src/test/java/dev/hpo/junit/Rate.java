// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** How a small model is trained: its rate may change meanwhile, its width may not. */
@SearchSpace
public record Rate(
        @LogUniform(min = 1e-3, max = 1) @Adjustable double rate,
        @Uniform(min = 1, max = 3) int width) {

    @Initial
    static Rate start() {
        return new Rate(.1, 2);
    }

    /** Goes down a noisy slope from where the model has come to, up to the end of the trial's segment. What hangs on all steps is another value if one is left out or done twice. */
    void train(Trial trial) throws IOException {
        train(trial, trial.until(), (moment, step) -> {});
    }

    void train(Trial trial, long until, Moments moments) throws IOException {
        Path saved = trial.checkpoint().resolve("model.txt");
        Model model = Files.exists(saved) ? Model.load(saved) : new Model(0, 1, 1);
        for (long step = model.step() + 1; step <= until; step++) {
            moments.pass("begun", step);
            model = model.next(rate, new SplittableRandom(trial.seed() + step));
            model.save(saved);
            moments.pass("saved", step);
            trial.report(step, model.loss() / width);
            moments.pass("reported", step);
        }
    }

    /** What a test does at moments of a training. */
    interface Moments {
        void pass(String moment, long step) throws IOException;
    }

    private record Model(long step, double steep, double flat) {

        static Model load(Path saved) throws IOException {
            List<String> lines = Files.readAllLines(saved);
            return new Model(
                    Long.parseLong(lines.get(0)), Double.parseDouble(lines.get(1)), Double.parseDouble(lines.get(2)));
        }

        void save(Path saved) throws IOException {
            Files.writeString(saved, step + "\n" + steep + "\n" + flat);
        }

        Model next(double rate, SplittableRandom random) {
            return new Model(
                    step + 1,
                    steep - rate * (steep + .3 * random.nextGaussian()),
                    flat - rate * (.1 * flat + .03 * random.nextGaussian()));
        }

        double loss() {
            return steep * steep + .1 * flat * flat;
        }
    }
}
