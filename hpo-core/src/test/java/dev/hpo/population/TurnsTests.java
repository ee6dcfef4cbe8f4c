// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a panda learns of a nudge is what was tried. */
@Timeout(60)
class TurnsTests {

    private static final PopulationPlan TWO =
            PopulationPlan.of(1, 6, 4, Set.of("rate", "noise")).withPanda(PandaRules.USUAL.withChildren(1));

    /** It is the rate's turn on the second day, and a human wants the noise: the rate has its turn on the third day, down as at first. */
    @Test
    void wishOfAnotherParameter_leavesTheTurnsAsTheyAre() throws Exception {
        PopulationPlan wish = TWO.withPanda(TWO.panda().withNudge(Nudge.parse("noise=0.3")));

        assertThat(whys(wish, trial -> -1))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("noise 0.1 -> 0.3"),
                        second -> assertThat(second).startsWith("rate 0.1 -> 0.08 "),
                        third -> assertThat(third).startsWith("noise 0.1 -> 0.0"),
                        fourth -> assertThat(fourth).startsWith("rate 0.1 -> 0.064 "),
                        fifth -> assertThat(fifth).startsWith("noise 0.1 -> 0.0"));
    }

    /** A wish that has harmed says nothing of the way in which its parameter goes when it is its turn. */
    @Test
    void wishThatHarms_turnsNothingRound() throws Exception {
        PopulationPlan wish = TWO.withPanda(TWO.panda().withNudge(Nudge.parse("rate=2")));

        assertThat(whys(wish, trial -> -rate(trial))).satisfies(all -> {
            assertThat(all.get(0)).startsWith("rate 0.1 -> 2 ");
            assertThat(all.get(1)).startsWith("rate 0.1 -> 0.08 ");
        });
    }

    /** At the bottom of its range the rate can only go up; that helps, and is done again. */
    @Test
    void nudgeThatABoundHasTurnedRound_isDoneAgainAsItWas() throws Exception {
        PopulationPlan plan = PopulationPlan.of(1, 6, 4, Set.of("rate")).withPanda(TWO.panda());
        StudySpec spec = Pandas.spec(plan, new RandomSampler()).withQueued(lowest());
        List<Entry> nudges =
                plan.segments(new Pandas().raised(DescentSpace.SPACE, spec, plan, TurnsTests::rate)).all().stream()
                        .filter(entry -> entry.segment().kind() == Kind.NUDGE
                                && entry.segment().member() == 1)
                        .toList();

        assertThat(nudges).hasSize(5);
        for (int day = 0; day < 5; day++) {
            assertThat(rate(nudges.get(day).trial())).isCloseTo(.001 * Math.pow(1.25, day + 1), within(1e-12));
        }
    }

    private static List<String> whys(PopulationPlan plan, ToDoubleFunction<TrialRecord> change)
            throws InterruptedException {
        StudySpec spec = Pandas.spec(plan, new RandomSampler());
        return plan.segments(new Pandas().raised(DescentSpace.SPACE, spec, plan, change)).all().stream()
                .filter(entry -> entry.segment().kind() == Kind.NUDGE)
                .map(entry -> entry.segment().why())
                .toList();
    }

    private static Configuration lowest() {
        return DescentSpace.SPACE.configuration(new Descent(.001, .1, "plain", 4));
    }

    private static double rate(TrialRecord trial) {
        return trial.configuration().get(DescentSpace.SPACE.rate);
    }
}
