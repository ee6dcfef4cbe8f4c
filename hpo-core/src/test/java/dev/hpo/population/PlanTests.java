// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.sampler.Ask;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Of;
import dev.hpo.trial.StudyFacts;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan refuses, and what it comes to. */
class PlanTests {

    private static final PopulationPlan PANDA =
            PopulationPlan.of(1, 5, 10, Set.of("rate")).withPanda(PopulationPlan.PandaRules.USUAL.withChildren(1));

    /** What a kept run says of its sampler is all that is known of it without its test. */
    @Test
    void planThatIsRead_isTheOneThatWasWritten() {
        PopulationPlan several = PopulationPlan.of(8, 20, 5, Set.of("rate", "noise"))
                .withPace(Pace.ASYNCHRONOUS)
                .withExplorer(new Explorer.Perturb(0.8, 1.2));
        PopulationPlan panda = PANDA.withPanda(new PopulationPlan.PandaRules(4, 7, 1.5, 0.25, Optional.empty()));

        PopulationPlan readSeveral =
                PopulationPlan.read(new PopulationSampler(several).toString()).orElseThrow();
        PopulationPlan readPanda = PopulationPlan.read("PopulationSampler: " + new PopulationSampler(panda))
                .orElseThrow();

        assertThat(readSeveral.size()).isEqualTo(several.size());
        assertThat(readSeveral.pace()).isEqualTo(Pace.ASYNCHRONOUS);
        assertThat(readSeveral.adjustable()).isEqualTo(several.adjustable());
        assertThat(readPanda).isEqualTo(panda);
        assertThat(PopulationPlan.read("AutoSampler")).isEmpty();
        assertThat(PopulationPlan.read("8 x 0 segments of 5 steps, SYNCHRONOUS, , adjusting [rate]"))
                .isEmpty();
    }

    @Test
    void planWithoutAnAdjustableParameter_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationPlan.of(8, 20, 1, Set.of()))
                .withMessageContaining("adjustable parameters ([]) must be at least one")
                .withMessageContaining("run an ordinary study");
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 1, members", "8, 0, 1, generations", "8, 20, 0, segment"})
    void sizeBelowOne_isRefused(int members, int generations, long segment, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationPlan.of(members, generations, segment, Set.of("rate")))
                .withMessage(what + " (0) must be at least 1");
    }

    @Test
    void lastStepBeyondALong_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationPlan.of(8, 3, Long.MAX_VALUE / 2, Set.of("rate")))
                .withMessageContaining("below 2^63");
    }

    @Test
    void adjustableParameterThatTheSpaceDoesNotHave_isRefused() {
        PopulationPlan plan = PopulationPlan.of(8, 3, 1, Set.of("speed"));
        StudyFacts facts = new StudyFacts("descent", Direction.MINIMIZE, 1, 10, 1);
        Ask ask = new Ask(DescentSpace.SPACE, History.empty(), facts, 0, new Random(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationSampler(plan).propose(ask))
                .withMessageContaining("adjustable parameter (speed) must be one of Descent")
                .withMessageContaining("take some of [rate, noise, kind, width]");
    }

    @Test
    void valueThatIsNotTheLast_isRefused() {
        PopulationPlan plan = PopulationPlan.of(8, 3, 1, Set.of("rate"));
        StudyFacts facts =
                new StudyFacts("descent", new Aim(Direction.MINIMIZE, Of.BEST), 1, new Budget(10, 1), List.of());
        Ask ask = new Ask(DescentSpace.SPACE, History.empty(), facts, 0, new Random(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationSampler(plan).propose(ask))
                .withMessageContaining("of (BEST) must be LAST for a population");
    }

    @Test
    void factorsThatDoNotChange_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explorer.Perturb(1, 2))
                .withMessageContaining("down (1.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explorer.Drift(.5, 1))
                .withMessageContaining("up (1.0)");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 1.25, 1, children", "1, 0, 1.25, 1, patience", "1, 3, 1, 1, factor", "1, 3, 1.25, -1, margin"})
    void rulesOutOfTheirRange_areRefused(int children, int patience, double factor, double margin, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationPlan.PandaRules(children, patience, factor, margin, Optional.empty()))
                .withMessageStartingWith(what);
    }

    @Test
    void trialsOfAPanda_haveAControlEach_butTheFirst() {
        assertThat(PANDA.trials()).isEqualTo(9);
        assertThat(PANDA.withPanda(PANDA.panda().withChildren(4)).trials()).isEqualTo(36);
        assertThat(PopulationPlan.of(8, 20, 1, Set.of("rate")).trials()).isEqualTo(160);
    }

    @Test
    void usualPanda_hasChildrenInReserve_andKeepsWhatIsBeyondTheNoise() {
        PopulationPlan.PandaRules usual =
                PopulationPlan.of(1, 5, 10, Set.of("rate")).panda();

        assertThat(usual.children()).isEqualTo(4);
        assertThat(usual.margin()).isEqualTo(1);
    }

    @Test
    void whatHasNoEffect_isRefused() {
        PopulationPlan eight = PopulationPlan.of(8, 5, 10, Set.of("rate"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> eight.withPanda(eight.panda().withNudge(Nudge.parse("rate*2"))))
                .withMessageContaining("must be left as they are for 8 members");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PANDA.withPace(Pace.ASYNCHRONOUS))
                .withMessageContaining("must be left as they are for one member");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PANDA.withExplorer(new Explorer.Resample()))
                .withMessageContaining("must be left as they are for one member");
    }

    @Test
    void planSaysWhatDecidesItsCourse_andNotWhatAHumanWants() {
        PopulationPlan nudged = PANDA.withPanda(PANDA.panda().withNudge(Nudge.parse("rate*0.5")));

        assertThat(nudged.toString()).isEqualTo(PANDA.toString());
        assertThat(PANDA.toString())
                .isNotEqualTo(PopulationPlan.of(1, 6, 10, Set.of("rate")).toString());
        PopulationPlan four = PopulationPlan.of(4, 5, 10, Set.of("rate"));
        assertThat(four.toString())
                .isNotEqualTo(four.withPace(Pace.ASYNCHRONOUS).toString())
                .isNotEqualTo(four.withExplorer(new Explorer.Model()).toString())
                .isNotEqualTo(
                        PopulationPlan.of(4, 5, 10, Set.of("rate", "noise")).toString());
    }

    @Test
    void nudgeIsReadAsItIsWritten() {
        assertThat(Nudge.parse(" rate * 0.5 "))
                .isEqualTo(new Nudge("rate", Nudge.Operation.TIMES, "0.5", 0))
                .hasToString("rate*0.5");
        assertThat(Nudge.parse("kind=heavy").from(7))
                .isEqualTo(new Nudge("kind", Nudge.Operation.SET, "heavy", 7))
                .hasToString("kind=heavy");
    }

    @ParameterizedTest
    @CsvSource({"rate", "rate*", "*2", "rate/2", "=3"})
    void nudgeOfAnotherForm_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nudge.parse(text))
                .withMessageContaining("nudge (" + text + ") must be")
                .withMessageContaining("learningRate*0.5");
    }

    @ParameterizedTest
    @CsvSource({"rate*0", "rate*-1", "rate*NaN", "rate*half"})
    void nudgeByNoFactor_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nudge.parse(text))
                .withMessageContaining("must be a number above 0");
    }

    @Test
    void nudgeOfWhatMayNotChange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PANDA.withPanda(PANDA.panda().withNudge(Nudge.parse("width*2"))))
                .withMessageContaining("nudge of width must be of an adjustable parameter; take one of [rate]");
    }

    @Test
    void nudgeToWhatIsNotInTheDomain_isRefused() {
        PopulationPlan plan = PANDA.withPanda(PANDA.panda().withNudge(Nudge.parse("rate=9")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.requireFit(DescentSpace.SPACE))
                .withMessageContaining("rate");
    }

    @Test
    void nudgeThatMultipliesWhatHasNoOrder_isRefused() {
        PopulationPlan plan = PopulationPlan.of(1, 5, 10, Set.of("kind"));
        PopulationPlan nudged = plan.withPanda(plan.panda().withNudge(Nudge.parse("kind*2")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> nudged.requireFit(DescentSpace.SPACE))
                .withMessageContaining("must not multiply what has no order; set a value");
    }
}
