// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.accept.Evidence;
import dev.hpo.accept.FreshRuns;
import dev.hpo.accept.TopUp;
import dev.hpo.confirm.Contender;
import dev.hpo.confirm.Sample;
import dev.hpo.space.Configuration;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both kinds of runs are of one series. */
@Timeout(60)
class TopUpBesideRetestTests {

    private static final RunId SEARCH = new RunId("slides", 1);
    private static final Configuration SLIDE = SlideSpace.SPACE.configuration(new Slide(.25));
    private static final Objective<Slide> STEADY = (slide, trial) -> trial.report(.1 * (trial.number() % 2));

    private Path folder = Path.of(".");
    private StudySpec spec = StudySpec.minimize("slides", "distance").withTrials(1);

    @BeforeEach
    void choose(@TempDir Path given) {
        folder = given;
    }

    private void keep(boolean isInMemory) {
        spec = spec.withStorage(isInMemory ? new InMemoryStorage() : new JournalStorage(folder.resolve("slides.log")));
    }

    private TopUp<Slide> topUp() {
        return TopUp.of(SlideSpace.SPACE, spec, SEARCH, new Contender(7, SLIDE, .05), FreshRuns.NONE);
    }

    private Study<Slide> retest() {
        Evidence evidence = new Evidence(
                new Evidence.Origin(SEARCH, 7, .05, 9),
                new Evidence.Measure("distance", Aim.last(Direction.MINIMIZE)),
                new Evidence.Fresh(new Sample(List.of(0., .1, 0., .1, 0., .1, 0., .1, 0., .1)), 0),
                LocalDate.of(2026, 3, 1),
                SlideSpace.SPACE.fingerprint());
        AcceptedConfiguration accepted = new AcceptedConfiguration(SLIDE, evidence, "00aa");
        return Retest.of(SlideSpace.SPACE, spec, accepted, RetestPlan.usual())
                .withSeed(3)
                .open();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void openRetest_keepsNobodyFromAccepting(boolean isInMemory) throws Exception {
        keep(isInMemory);
        try (Study<Slide> retest = retest()) {
            assertThat(retest.ask()).isPresent();

            try (Study<Slide> study = topUp().take().orElseThrow()) {
                assertThat(topUp().take()).as("while somebody has it in hand").isEmpty();
                assertThat(study.optimize(STEADY).history().size()).isEqualTo(10);
                assertThat(study.run()).isEqualTo(2);
            }
            try (Study<Slide> again = topUp().take().orElseThrow()) {
                assertThat(again.run()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void runsThatAreDone_areFoundBeforeALaterRetest(boolean isInMemory) throws Exception {
        keep(isInMemory);
        try (Study<Slide> study = topUp().take().orElseThrow()) {
            study.optimize(STEADY);
        }
        try (Study<Slide> retest = retest()) {
            retest.optimize(STEADY);
            assertThat(retest.run()).isEqualTo(2);
        }

        try (Study<Slide> again = topUp().take().orElseThrow()) {
            assertThat(again.run()).isEqualTo(1);
            assertThat(again.history().size()).isEqualTo(10);
            assertThat(again.ask()).isEmpty();
        }
        assertThat(spec.storage().runs("slides"))
                .extracting(run -> run.id().toString())
                .containsExactly("slides #1 retest", "slides #1 retest 2");
    }
}
