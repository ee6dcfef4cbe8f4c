// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each proposal must be that of the sampler that the rule names. */
class AutoTests {

    @Test
    void firstTrialsFillTheSpace() {
        for (int trials = 0; trials < GpSampler.START; trials++) {
            assertProposes(QmcSampler::fromTheCentre, Spaces.fiveReals(), trials);
        }
    }

    @Test
    void firstTrialsAfterTheStartAreOfTheGaussianProcess() {
        for (int number = GpSampler.START + 1; number < AutoSampler.ALONE; number++) {
            assertProposes(GpSampler::new, Spaces.fiveReals(), number);
        }
    }

    @Test
    void everySecondTrialIsOfTheEstimator() {
        for (int number : new int[] {25, 27, 31, 57}) {
            assertProposes(GpSampler::new, Spaces.fiveReals(), number);
            assertProposes(TpeSampler::new, Spaces.fiveReals(), number + 1);
        }
    }

    @Test
    void laterOneOfFourTrialsIsOfTheEstimator() {
        for (int number : new int[] {61, 63, 64, 65, 100}) {
            assertProposes(GpSampler::new, Spaces.fiveReals(), number);
        }
        for (int number : new int[] {62, 66, 398}) {
            assertProposes(TpeSampler::new, Spaces.fiveReals(), number);
        }
    }

    @Test
    void withManyTrialsAtOnceTheEstimatorBeginsLater() {
        assertProposes(GpSampler::new, Spaces.fiveReals(), 30, AutoSampler.MANY);
        assertProposes(TpeSampler::new, Spaces.fiveReals(), 30, AutoSampler.MANY - 1);
        assertProposes(TpeSampler::new, Spaces.fiveReals(), 62, AutoSampler.MANY);
    }

    @Test
    void descriptionSaysWhatWillBeUsed() {
        assertThat(described(26, 1)).isEqualTo("auto: GP, 5 dimensions, 26 trials");
        assertThat(described(27, 1)).isEqualTo("auto: GP and TPE, 5 dimensions, 27 trials");
        assertThat(described(50, 1)).isEqualTo("auto: GP and TPE, 5 dimensions, 50 trials");
        assertThat(described(62, AutoSampler.MANY)).isEqualTo("auto: GP, 5 dimensions, 62 trials");
        assertThat(described(63, AutoSampler.MANY)).isEqualTo("auto: GP and TPE, 5 dimensions, 63 trials");
        assertThat(described(1000, 8)).isEqualTo("auto: GP and TPE, from 400 on CMA-ES, 5 dimensions, 1000 trials");
    }

    private static String described(int trials, int parallelism) {
        return new AutoSampler()
                .describe(Spaces.fiveReals(), new StudyFacts("study", Direction.MINIMIZE, 1, trials, parallelism));
    }

    @Test
    void longStudyOfRangesGoesOnWithEvolution() {
        assertProposes(CmaEsSampler::new, Spaces.fiveReals(), AutoSampler.MODELLED);
        assertProposes(CmaEsSampler::new, Spaces.fiveReals(), AutoSampler.MODELLED + 2);
    }

    @Test
    void longStudyWithChoicesOrConditionsGoesOnWithTheEstimator() {
        assertProposes(TpeSampler::new, Spaces.list(1, 10, 3), AutoSampler.MODELLED);
        assertProposes(TpeSampler::new, Spaces.list(1, 10, 3), AutoSampler.MODELLED + 3);
    }

    private static void assertProposes(Supplier<Sampler> expected, Space<?> space, int trials) {
        assertProposes(expected, space, trials, 1);
    }

    private static void assertProposes(Supplier<Sampler> expected, Space<?> space, int trials, int parallelism) {
        StudyFacts facts = new StudyFacts("study", Direction.MINIMIZE, 1, 1000, parallelism);
        History history = history(space, trials);
        Proposal proposal = new AutoSampler().propose(ask(space, facts, history));
        assertThat(proposal).as("trial " + trials).isEqualTo(expected.get().propose(ask(space, facts, history)));
    }

    private static Ask ask(Space<?> space, StudyFacts facts, History history) {
        int number = history.size();
        return new Ask(space, history, facts, number, dev.hpo.numeric.Purpose.PROPOSAL.generator(facts.seed(), number));
    }

    private static History history(Space<?> space, int trials) {
        QmcSampler sampler = new QmcSampler();
        History history = History.empty();
        while (history.size() < trials) {
            Proposal.Try next = (Proposal.Try) sampler.propose(ask(space, Spaces.facts(1000, 1), history));
            Configuration configuration = next.configuration();
            Origin origin = new Origin(Origin.Source.SAMPLER, java.util.OptionalInt.empty(), next.notes());
            TrialStart start = new TrialStart(history.size(), configuration, 0, origin, Instant.EPOCH);
            double value = configuration.hashCode() % 1000;
            history = history.with(TrialRecord.running(start).finished(Outcome.Complete.of(value), Instant.EPOCH));
        }
        return history;
    }
}
