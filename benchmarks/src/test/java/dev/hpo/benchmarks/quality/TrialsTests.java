// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TrialsTests {

    private final Sampler random = new RandomSampler();
    private final List<Integer> running = new ArrayList<>();
    private final List<StudyFacts> facts = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final Problem problem = recorded(Problems.bowl(3));

    @Test
    void oneTrialIsUnderWayAtATime() throws InterruptedException {
        run(1, 30, random::propose);

        assertThat(running).hasSize(30).containsOnly(0);
        assertThat(facts.get(0).trials()).isEqualTo(30);
        assertThat(facts.get(0).seed()).isEqualTo(7);
        assertThat(facts.get(0).earlier()).hasSize(1);
    }

    @Test
    void bestIsThatOfTheFirstTrials() throws InterruptedException {
        Run run = run(1, 60, random::propose);

        assertThat(run.best()).containsOnlyKeys(21, 25, 42, 50, 60);
        assertThat(run.best().get(25)).isEqualTo(smallest(25));
        assertThat(run.best().get(60)).isEqualTo(smallest(60));
    }

    @Test
    void samplerMayBeToldOfMoreTrialsThanThereAre() throws InterruptedException {
        Run.Key key = new Run.Key(problem.name(), "tested", 7, 4, 200);

        Run run = run(key, 30, random::propose);

        assertThat(values).hasSize(30);
        assertThat(facts.get(0).trials()).isEqualTo(200);
        assertThat(run.best().get(30)).isEqualTo(smallest(30));
    }

    @Test
    void severalTrialsAreUnderWay() throws InterruptedException {
        Run run = run(4, 30, random::propose);

        assertThat(running).hasSize(30).startsWith(0, 1, 2, 3, 3).endsWith(3);
        assertThat(facts.get(0).parallelism()).isEqualTo(4);
        assertThat(run.best().get(30)).isEqualTo(smallest(30));
    }

    @Test
    void samplerThatWaits_isToldFirst() throws InterruptedException {
        Run run = run(
                4, 30, ask -> ask.history().count(TrialState.RUNNING) < 2 ? random.propose(ask) : new Proposal.Wait());

        assertThat(values).hasSize(30);
        assertThat(run.best().get(30)).isEqualTo(smallest(30));
    }

    @Test
    void spaceThatIsExhausted_staysAsGoodAsItIs() throws InterruptedException {
        Run run = run(1, 60, ask -> ask.number() < 10 ? random.propose(ask) : new Proposal.Exhausted("all seen"));

        assertThat(run.best().get(60)).isEqualTo(smallest(10));
    }

    @Test
    void samplerThatFails_isAnError() {
        assertThatThrownBy(() -> run(4, 30, ask -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessageContaining("broken");
    }

    private Run run(int pending, int trials, Function<Ask, Proposal> answer) throws InterruptedException {
        return run(new Run.Key(problem.name(), "tested", 7, pending), trials, answer);
    }

    private Run run(Run.Key key, int trials, Function<Ask, Proposal> answer) throws InterruptedException {
        Sampler sampler = new Sampler() {
            @Override
            public Proposal propose(Ask ask) {
                Proposal proposal = answer.apply(ask);
                if (proposal instanceof Proposal.Try) {
                    running.add(ask.history().count(TrialState.RUNNING));
                    facts.add(ask.facts());
                }
                return proposal;
            }

            @Override
            public String describe(Space<?> space, StudyFacts studyFacts) {
                return "tested";
            }
        };
        return Trials.run(problem, key, trials, new Entrant(sampler, Past.UNRELATED));
    }

    private double smallest(int trials) {
        return values.stream()
                .limit(trials)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
    }

    private Problem recorded(Problem original) {
        return new Problem(
                original.name(),
                original.suite(),
                original.space(),
                point -> keep(original.value(point)),
                original.range());
    }

    private double keep(double value) {
        values.add(value);
        return value;
    }
}
