// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.study.Trial;
import dev.hpo.trial.StudyFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which trial of a search is accepted: the one that its summary names. */
@Timeout(120)
class AcceptedTrialTests extends AcceptedStudies {

    private static final String LUCKY = "lucky";

    /** The names that trials have tried, in the order in which they began. */
    private static final List<String> NAMES = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void forgetNames() {
        NAMES.clear();
    }

    /** The configuration with the best single value has a worse mean than the other. */
    @Test
    void trialWithTheBestValue_isAccepted_howeverItsConfigurationFaredAgain() throws IOException {
        run().of(LuckyTestCase.class);

        assertThat(NAMES).contains("steady");
        assertThat(Collections.frequency(NAMES, LUCKY)).isGreaterThan(1);
        int best = NAMES.indexOf(LUCKY);
        assertThat(String.join("\n", printed())).contains("best (trial " + best + ")", " -Dhpo.accept=1 ");
        assertThat(reports(LuckyTestCase.class).resolve("best.properties"))
                .content()
                .contains("name = " + LUCKY);

        run().with("hpo.accept", "1").of(LuckyTestCase.class);

        assertThat(text()).contains(", run 1, trial " + best + "\n", "\nname = " + LUCKY + "\n");
    }

    @SearchSpace
    record Named(@Choice({LUCKY, "steady"}) String name) {}

    /** Tries each name again and again, as random and grid sampling do not. */
    public static final class InTurn implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            String name = ask.number() % 2 == 0 ? "steady" : LUCKY;
            return Proposal.Try.of(ask.space().choose(parameter -> name));
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "in turn";
        }
    }

    static class LuckyTestCase {

        @TuningTest(trials = 8)
        @Minimize("distance")
        @SampleWith(InTurn.class)
        @Accepted(ACCEPTED)
        void tune(Named config, Trial trial) {
            boolean isLucky = config.name().equals(LUCKY) && !NAMES.contains(LUCKY);
            NAMES.add(config.name());
            trial.report(isLucky ? .1 : config.name().equals(LUCKY) ? .5 : .2);
        }
    }
}
