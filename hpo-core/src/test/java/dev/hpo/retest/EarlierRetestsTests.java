// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.accept.Evidence;
import dev.hpo.confirm.Sample;
import dev.hpo.retest.RetestVerdict.Outcome;
import dev.hpo.space.Configuration;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.Storage;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EarlierRetestsTests {

    private static final RetestPlan USUAL = RetestPlan.usual();

    private StudySpec spec = StudySpec.minimize("slides", "distance");

    @BeforeEach
    void keep(@TempDir Path folder) {
        spec = spec.withTrials(1).withStorage(new JournalStorage(folder.resolve("slides.log")));
    }

    private static AcceptedConfiguration accepted(Configuration configuration, String check) {
        Evidence evidence = new Evidence(
                new Evidence.Origin(new RunId("slides", 4), 17, -1.5, 9),
                new Evidence.Measure("distance", Aim.last(Direction.MINIMIZE)),
                new Evidence.Fresh(new Sample(List.of(-1.4, -1., -.6, -.3, -.1, .1, .3, .6, 1., 1.4)), 0),
                LocalDate.of(2026, 3, 1),
                SlideSpace.SPACE.fingerprint());
        return new AcceptedConfiguration(configuration, evidence, check);
    }

    private Retest<Slide> retest(String check, RetestPlan plan) {
        Configuration slide = SlideSpace.SPACE.configuration(new Slide(.25));
        return Retest.of(SlideSpace.SPACE, spec, accepted(slide, check), plan).withSeed(3);
    }

    private Retest<Slide> retest() {
        return retest("00aa", USUAL);
    }

    /** Makes a re-test whose values are all worse by this, at a time. */
    private void run(double loss, String at) throws InterruptedException {
        spec = spec.withClock(Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
        try (Study<Slide> study = retest().open()) {
            study.optimize((slide, trial) -> trial.report(loss + .1 * (trial.number() % 2)));
        }
    }

    @Test
    void withoutAny_nothingIsKnown() throws Exception {
        try (Study<Slide> study = retest("00bb", USUAL).open()) {
            study.optimize((slide, trial) -> trial.report(6));
        }

        assertThat(retest().earlier()).isEqualTo(new EarlierRetests(List.of()));
        assertThat(retest().earlier().last()).isEmpty();
        assertThat(retest().earlier().refuted()).isEmpty();
    }

    @Test
    void lastThatCameToItsEnd_isTold() throws Exception {
        run(0, "2026-03-02T04:00:00Z");
        run(6, "2026-03-03T04:00:00Z");
        spec = spec.withClock(Clock.fixed(Instant.parse("2026-03-04T04:00:00Z"), ZoneOffset.UTC));
        try (Study<Slide> study = retest().open()) {
            assertThat(study.ask()).isPresent();
            study.interrupt("cut");
        }

        EarlierRetests earlier = retest().earlier();

        assertThat(earlier.finished())
                .extracting(each ->
                        each.run().id().toString() + ": " + each.verdict().outcome())
                .containsExactly("slides #4 retest: PASSED", "slides #4 retest 2: WORSE");
        assertThat(earlier.last().orElseThrow().alarms()).hasSize(2);
        run(0, "2026-03-05T04:00:00Z");
        assertThat(retest().earlier().last().orElseThrow().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void firstThatFailedSinceOneHasPassed_refutes() throws Exception {
        run(6, "2026-03-01T04:00:00Z");
        assertThat(retest().earlier().refuted()).contains(Instant.parse("2026-03-01T04:00:00Z"));
        run(0, "2026-03-02T04:00:00Z");
        assertThat(retest().earlier().refuted()).isEmpty();
        run(6, "2026-03-03T04:00:00Z");
        run(6, "2026-03-04T04:00:00Z");
        spec = spec.withClock(Clock.fixed(Instant.parse("2026-03-05T04:00:00Z"), ZoneOffset.UTC));
        try (Study<Slide> study = retest().open()) {
            study.interrupt("cut");
        }

        assertThat(retest().earlier().refuted()).contains(Instant.parse("2026-03-03T04:00:00Z"));
    }

    @Test
    void oneOfWhichNothingIsClear_doesNotTakeBackWhatAnotherHasRefuted() throws Exception {
        run(6, "2026-03-03T04:00:00Z");
        spec = spec.withClock(Clock.fixed(Instant.parse("2026-03-04T04:00:00Z"), ZoneOffset.UTC));
        try (Study<Slide> study = retest().open()) {
            study.end("enough");
        }

        EarlierRetests earlier = retest().earlier();

        assertThat(earlier.finished()).hasSize(2);
        assertThat(earlier.refuted()).contains(Instant.parse("2026-03-03T04:00:00Z"));
    }

    @Test
    void failuresCount() throws Exception {
        try (Study<Slide> study = retest().open()) {
            study.optimize((slide, trial) -> {
                throw new IllegalStateException("no data");
            });
        }

        RetestVerdict last = retest().earlier().last().orElseThrow();
        assertThat(last.outcome()).isEqualTo(Outcome.FAILING);
        assertThat(last.failures()).isEqualTo(8);
    }

    @Test
    void whatMattersNowDecides() throws Exception {
        run(0, "2026-03-02T04:00:00Z");
        run(6, "2026-03-03T04:00:00Z");

        EarlierRetests lenient = retest("00aa", new RetestPlan(20, 0)).earlier();

        assertThat(lenient.finished())
                .extracting(each -> each.verdict().outcome())
                .containsExactly(Outcome.PASSED, Outcome.OPEN);
        assertThat(lenient.last().orElseThrow().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void spaceThatHasChangedSince_doesNotMatter() throws Exception {
        run(6, "2026-03-03T04:00:00Z");
        Configuration board = BoardSpace.SPACE.configuration(new Board(7));

        Retest<Board> now = Retest.of(BoardSpace.SPACE, spec, accepted(board, "00aa"), USUAL);

        assertThat(now.earlier().last().orElseThrow().isWorse()).isTrue();
    }

    @Test
    void storageIsReadOnceForAll() throws Exception {
        for (int night = 1; night <= 5; night++) {
            run(0, "2026-03-0" + night + "T04:00:00Z");
        }
        List<String> calls = new ArrayList<>();
        Storage kept = spec.storage();
        spec = spec.withStorage((Storage) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, given) -> {
                    calls.add(method.getName());
                    return method.invoke(kept, given);
                }));
        RetestVerdict verdict = retest().earlier().last().orElseThrow();
        calls.clear();

        assertThat(retest().drift(6, verdict).retests()).isEqualTo(6);

        assertThat(calls).containsExactly("runs", "outcomes");
    }

    /** In the file of a study that is searched again and again, what was accepted long ago stays with its re-tests. */
    @Test
    void searchesSince_takeNoRetestAway() throws Exception {
        run(0, "2026-03-01T04:00:00Z");
        run(6, "2026-03-02T04:00:00Z");
        for (int search = 1; search <= 8; search++) {
            try (Study<Slide> study = Study.open(SlideSpace.SPACE, spec)) {
                study.optimize((slide, trial) -> trial.report(1));
            }
        }
        JournalStorage journal = (JournalStorage) spec.storage();
        assertThat(journal.archive("slides", 2)).isTrue();
        assertThat(journal.archived()).isNotEmpty();

        EarlierRetests earlier = retest().earlier();

        assertThat(earlier.finished()).hasSize(2);
        assertThat(earlier.refuted()).contains(Instant.parse("2026-03-02T04:00:00Z"));
        run(0, "2026-03-03T04:00:00Z");
        assertThat(retest().drift(3, retest().earlier().last().orElseThrow()).retests())
                .isEqualTo(3);
    }

    @Test
    void atMostTheLastHundredCount() throws Exception {
        spec = spec.withStorage(new InMemoryStorage());
        run(6, "2026-03-01T04:00:00Z");
        for (int night = 0; night < EarlierRetests.MOST; night++) {
            run(0, "2026-03-02T04:00:00Z");
        }
        EarlierRetests earlier = retest().earlier();

        assertThat(earlier.finished())
                .hasSize(EarlierRetests.MOST)
                .allSatisfy(each -> assertThat(each.verdict().isWorse()).isFalse());
        assertThat(retest().drift(102, earlier.last().orElseThrow()).retests()).isEqualTo(EarlierRetests.MOST);
    }
}
