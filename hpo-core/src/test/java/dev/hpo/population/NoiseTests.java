// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segment.Place;
import dev.hpo.population.Segments.Entry;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is taken for the noise of a gain. */
class NoiseTests {

    private static final double RATE = .1;

    private final List<Pair> pairs = new ArrayList<>();
    private final RandomGenerator random = SplitMix.of(5, 1);

    /** The step of each nudge that reports NaN; 0 for none. */
    private long brokenAt;

    /** Gains that rise along a line say nothing of the noise, and what is beside the line does. */
    @Test
    void withinADay_itIsWhatIsBesideALine() {
        for (int day = 0; day < 40; day++) {
            add(.08, .1, 5, .01);
        }

        double mean = 0;
        for (int day = 1; day <= 40; day++) {
            mean += Noise.of(pairs.subList(0, day), Direction.MINIMIZE).orElseThrow() / 40;
        }
        assertThat(mean).isCloseTo(.01, within(.004));
    }

    @Test
    void withoutNoise_itIsSmall_howeverMuchIsGained() {
        add(.08, .3, 5, 0);

        assertThat(Noise.of(pairs, Direction.MINIMIZE).orElseThrow()).isLessThan(.005);
    }

    @Test
    void withOneReportADay_itIsUnknownForThreeDays() {
        for (int day = 1; day <= 4; day++) {
            add(.08, .1, 1, .01);
            assertThat(Noise.of(pairs, Direction.MINIMIZE).isPresent()).isEqualTo(day == 4);
        }
    }

    /** What helps upwards harms downwards by as much: that is no noise, and neither is what another parameter does. */
    @Test
    void withOneReportADay_whatNudgesDo_isNoNoise() {
        for (int day = 0; day < 4; day++) {
            add(day % 2 == 0 ? .08 : .125, day % 2 == 0 ? -.1 : .1, 1, 0);
            add(RATE, .3, 1, 0);
        }

        assertThat(Noise.of(pairs, Direction.MINIMIZE).orElseThrow()).isLessThan(.001);
    }

    /** A step at which one of the curves has turned NaN and come back has no gain; what is left says of the noise at most that it is what a step gains. */
    @Test
    void reportThatIsNoNumber_isLeftOut() {
        brokenAt = 3;
        add(.08, .1, 6, 0);

        assertThat(Noise.of(pairs, Direction.MINIMIZE).orElseThrow()).isBetween(0.0, .1 / 6);
        assertThat(pairs.get(0).gains(Direction.MINIMIZE)).hasSize(5);
    }

    /** Adds a day on which the nudge has gained a share of the control's loss at its end, less before. A rate that is no other stands for another noise. */
    private void add(double rate, double gain, int reports, double noise) {
        Progress control = Progress.NONE;
        Progress nudge = Progress.NONE;
        for (int step = 1; step <= reports; step++) {
            control = control.with(new Observation(step, 100));
            double gained = gain * step / reports + noise * random.nextGaussian();
            double loss = gained > 0 ? 100 * (1 - gained) : 100 / (1 + gained);
            nudge = nudge.with(new Observation(step, step == brokenAt ? Double.NaN : loss));
        }
        Entry unchanged = entry(1, new Descent(RATE, .1, "plain", 4), control);
        double other = rate == RATE ? .2 : .1;
        pairs.add(new Pair(unchanged, unchanged, Optional.of(entry(2, new Descent(rate, other, "plain", 4), nudge))));
    }

    private static Entry entry(int number, Descent descent, Progress progress) {
        Configuration configuration = DescentSpace.SPACE.configuration(descent);
        Origin origin = Origin.of(Origin.Source.SAMPLER);
        double value =
                progress.observations().get(progress.observations().size() - 1).value();
        TrialRecord trial = TrialRecord.running(new TrialStart(number, configuration, 1, origin, Instant.EPOCH))
                .with(progress)
                .finished(Outcome.Complete.of(value), Instant.EPOCH);
        return new Entry(trial, new Segment(new Place(0, 1, 0), Kind.NUDGE, 0, 1, ""));
    }
}
