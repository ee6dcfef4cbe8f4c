// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.Ranks;
import dev.hpo.sampler.AutoSampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Importance from the trials of the default sampler, which looks at few of the bad values, against all points of a grid. */
@Timeout(300)
class AdaptiveImportanceTests {

    private static final int TRIALS = 200;
    private static final int SEEDS = Boolean.getBoolean("dev.hpo.testkit.long") ? 3 : 1;

    private static final Parameter<Long> RATE = MadeStudy.whole("rate", Scale.LINEAR, 0, 7);
    private static final Parameter<Long> DEPTH = MadeStudy.whole("depth", Scale.LINEAR, 0, 4);
    private static final Parameter<Long> WIDTH = MadeStudy.whole("width", Scale.LINEAR, 0, 5);
    private static final Parameter<Long> DECAY = MadeStudy.whole("decay", Scale.LINEAR, 0, 4);
    private static final Parameter<Long> BATCH = MadeStudy.whole("batch", Scale.LINEAR, 0, 3);
    private static final Parameter<String> KIND = MadeStudy.choice("kind", "a", "b", "c");
    private static final PlainSpace SPACE = new PlainSpace(List.of(RATE, DEPTH, WIDTH, DECAY, BATCH, KIND));

    @Test
    void orderOfTheExactSharesIsToldByTheDefaultSampler() throws InterruptedException {
        double[] exact = exact();
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            sum += Ranks.correlation(told(seed), exact);
        }
        assertThat(sum / SEEDS).isGreaterThanOrEqualTo(0.7);
    }

    private static double[] told(long seed) throws InterruptedException {
        StudySpec spec = StudySpec.minimize("grid", "loss")
                .withTrials(TRIALS)
                .withSeed(seed)
                .withSampler(new AutoSampler());
        try (Study<Configuration> study = Study.open(SPACE, spec)) {
            study.optimize((config, trial) -> trial.report(value(config)));
            Importance importance =
                    Analysis.of(SPACE, study.history(), study.facts()).importance();
            assertThat(importance.trials()).isEqualTo(TRIALS);
            return SPACE.parameters().stream()
                    .mapToDouble(parameter -> importance
                            .of(parameter.name())
                            .map(one -> one.alone().value())
                            .orElse(0.0))
                    .toArray();
        }
    }

    /** Returns what share of the spread of the ranks of all points each parameter explains alone. */
    private static double[] exact() {
        List<Configuration> points = points();
        double[] ranks = Ranks.of(
                points.stream().mapToDouble(AdaptiveImportanceTests::value).toArray());
        double mean = (points.size() + 1) / 2.0;
        return SPACE.parameters().stream()
                .mapToDouble(parameter -> spread(parameter, points, ranks, mean))
                .toArray();
    }

    /** Returns the spread of the means over the points that have each of a parameter's values. */
    private static double spread(Parameter<?> parameter, List<Configuration> points, double[] ranks, double mean) {
        double spread = 0;
        List<Object> values =
                points.stream().map(point -> point.raw(parameter)).distinct().toList();
        for (Object value : values) {
            double sum = 0;
            int count = 0;
            for (int place = 0; place < ranks.length; place++) {
                if (points.get(place).raw(parameter).equals(value)) {
                    sum += ranks[place];
                    count++;
                }
            }
            spread += (sum / count - mean) * (sum / count - mean) / values.size();
        }
        return spread;
    }

    private static List<Configuration> points() {
        List<Configuration> all = new ArrayList<>();
        for (int point = 0; point < 8 * 5 * 6 * 5 * 4 * 3; point++) {
            int rest = point;
            Configuration.Builder builder = Configuration.builder();
            for (Parameter<Long> parameter : List.of(RATE, DEPTH, WIDTH, DECAY, BATCH)) {
                int levels = levels(parameter);
                builder.set(parameter, (long) (rest % levels));
                rest /= levels;
            }
            all.add(builder.set(KIND, List.of("a", "b", "c").get(rest)).build());
        }
        return all;
    }

    private static int levels(Parameter<Long> parameter) {
        return (int) (parameter.value(parameter.domain().fromUnit(Math.nextDown(1.0))) + 1);
    }

    /** A formula like a training: a rate that matters most and with a depth, a choice, and some that hardly matter. */
    private static double value(Configuration point) {
        double rate = (point.get(RATE) - 2.5 - 0.6 * point.get(DEPTH)) / 3;
        double width = (point.get(WIDTH) - 4.0) / 5;
        double decay = (point.get(DECAY) - 1.0) / 10;
        double kind = List.of("a", "c", "b").indexOf(point.get(KIND)) * 0.3;
        return Math.exp(
                rate * rate + width * width + decay * decay + 0.02 * point.get(BATCH) + 0.1 * point.get(DEPTH) + kind);
    }
}
