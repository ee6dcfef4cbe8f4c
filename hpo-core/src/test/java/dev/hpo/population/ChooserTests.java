// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Ask;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a change is told. */
class ChooserTests {

    private static final PopulationPlan PLAN = PopulationPlan.of(4, 3, 2, Set.of("rate", "noise", "kind"));

    private final Chooser chooser = new Chooser(
            new Ask(
                    DescentSpace.SPACE,
                    History.of(List.of()),
                    new StudyFacts("descent", Direction.MINIMIZE, 7, 100, 1),
                    0,
                    new Random(1)),
            PLAN,
            PLAN.segments(History.of(List.of())));

    @Test
    void valueThatEndsAtABound_isSaidTo() {
        Configuration before = descent(.1, .3, "plain");

        assertThat(chooser.difference(before, descent(1e-3, .5, "plain")))
                .isEqualTo("rate 0.1 -> 0.001 (min), noise 0.3 -> 0.5 (max)");
        assertThat(chooser.difference(before, descent(.2, .4, "plain"))).isEqualTo("rate 0.1 -> 0.2, noise 0.3 -> 0.4");
    }

    @Test
    void valueThatStaysAtItsBound_isNamedWhereAllWereToChange() {
        Configuration before = descent(.1, 0, "plain");
        Configuration after = descent(.2, 0, "plain");

        assertThat(chooser.differences(before, after)).isEqualTo("rate 0.1 -> 0.2, noise stays 0 (min)");
        assertThat(chooser.difference(before, after)).isEqualTo("rate 0.1 -> 0.2");
        assertThat(chooser.differences(before, before)).isEqualTo("unchanged, noise stays 0 (min)");
    }

    @Test
    void smallChange_isToldWithAsManyDigitsAsItTakes() {
        assertThat(chooser.difference(descent(.1, .3, "plain"), descent(.10004, .3, "plain")))
                .isEqualTo("rate 0.1 -> 0.10004");
    }

    @Test
    void choiceWithoutOrder_hasNoBound() {
        assertThat(chooser.differences(descent(.1, .3, "plain"), descent(.1, .3, "heavy")))
                .isEqualTo("kind plain -> heavy");
    }

    private static Configuration descent(double rate, double noise, String kind) {
        return DescentSpace.SPACE.configuration(new Descent(rate, noise, kind, 4));
    }
}
