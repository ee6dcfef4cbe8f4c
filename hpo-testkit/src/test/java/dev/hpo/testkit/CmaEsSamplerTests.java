// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.sampler.CmaEsSampler;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CmaEsSamplerTests extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return new CmaEsSampler();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void valleysAndBowlsAreFoundFarBetterThanAtRandomWithTrialsRunning(int concurrent) {
        for (BenchmarkFunction function :
                List.of(BenchmarkFunction.sphere(8), BenchmarkFunction.rosenbrock(4), BenchmarkFunction.hartmann6())) {
            Contest contest = new Contest(function, 200, concurrent);
            double evolved = contest.medianRegret(CmaEsSampler::new);
            double random = contest.medianRegret(RandomSampler::new);
            assertThat(evolved).as(function.toString()).isLessThan(random / 3);
        }
    }

    @Test
    void searchThatHasConvergedGoesOnElsewhere() {
        BenchmarkFunction function = BenchmarkFunction.rastrigin(2);
        double converged = new Contest(function, 200, 1).medianRegret(CmaEsSampler::new);
        double later = new Contest(function, 2000, 1).medianRegret(CmaEsSampler::new);
        assertThat(later).isLessThan(converged / 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void freshSamplerGoesOnAsALongLivedOneInWhateverOrderResultsCome(int seed) {
        for (TestSpace space : List.of(TestSpace.MIXED, TestSpace.BRANCHES, TestSpace.WHOLE, TestSpace.ONE_PARAMETER)) {
            StudyFacts facts = new StudyFacts("study", Direction.MAXIMIZE, seed, 60, 7);
            Rehearsal rehearsal = new Rehearsal(space.space(), facts);
            Sampler longLived = sampler();
            List<TrialRecord> running = new ArrayList<>();
            RandomGenerator random = SplitMix.of(seed);
            for (int trial = 0; trial < 60; trial++) {
                Proposal proposal = longLived.propose(rehearsal.ask());
                assertThat(sampler().propose(rehearsal.ask()))
                        .as(space + ", trial " + trial)
                        .isEqualTo(proposal);
                running.add(rehearsal.begin((Proposal.Try) proposal));
                while (running.size() > random.nextInt(8)) {
                    rehearsal.end(running.remove(random.nextInt(running.size())), Result.VARIOUS);
                }
            }
        }
    }

    @Test
    void historyOfAnotherSeedIsLearntFrom() {
        Rehearsal rehearsal =
                new Rehearsal(TestSpace.MIXED.space(), new StudyFacts("study", Direction.MINIMIZE, 1, 100, 1));
        History history = rehearsal.run(sampler(), 60, Result.QUALITY);
        Rehearsal other =
                new Rehearsal(TestSpace.MIXED.space(), new StudyFacts("study", Direction.MINIMIZE, 2, 100, 1));
        Proposal.Try proposal = (Proposal.Try) sampler().propose(other.ask(history));
        String generation = proposal.notes().getOrDefault("cma-es", "").split("/", 2)[0];
        assertThat(Integer.parseInt(generation)).isGreaterThan(5);
    }
}
