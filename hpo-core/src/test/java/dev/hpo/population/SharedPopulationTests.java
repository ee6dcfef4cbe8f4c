// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segments.Entry;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Mode;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudyException;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Populations that several studies raise together, as processes do that share a run. */
@Timeout(120)
class SharedPopulationTests {

    private static final PopulationPlan THREE = PopulationPlan.of(3, 4, 2, Set.of("rate", "noise"));
    private static final PopulationPlan PANDA =
            PopulationPlan.of(1, 5, 4, Set.of("rate")).withPanda(PandaRules.USUAL.withChildren(1));

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    /** Both train at once: the first segment of each lasts until the other one trains, too. */
    @Test
    void studiesThatShareARun_raiseOnePopulation() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Set<Integer> here = ConcurrentHashMap.newKeySet();
        Set<Integer> there = ConcurrentHashMap.newKeySet();
        try (Study<Descent> one = joined(THREE);
                Study<Descent> other = joined(THREE)) {
            CompletableFuture<History> elsewhere =
                    CompletableFuture.supplyAsync(() -> optimized(other, noted(there, together)));
            History history = optimized(one, noted(here, together));
            elsewhere.get();

            assertThat(here).isNotEmpty().doesNotContainAnyElementsOf(there);
            assertThat(there).isNotEmpty();
            Set<Integer> all = new HashSet<>(here);
            all.addAll(there);
            assertThat(all).containsExactlyInAnyOrderElementsOf(range(THREE.trials()));
            assertWhole(THREE, history);
        }
        assertThat(checkpoints()).hasSize(1);
    }

    private static Objective<Descent> noted(Set<Integer> run, CyclicBarrier together) {
        return (descent, trial) -> {
            if (run.isEmpty()) {
                together.await(60, TimeUnit.SECONDS);
            }
            assertThat(run.add(trial.number())).isTrue();
            new Training(THREE).run(descent, trial);
        };
    }

    /** They take turns, and the members are three: so whoever goes on unchanged sets out from what the other study has saved. */
    @Test
    void segmentSetsOut_fromWhatAnotherStudyHasSaved() throws Exception {
        try (Study<Descent> one = joined(THREE);
                Study<Descent> other = joined(THREE)) {
            for (int trial = 0; trial < THREE.trials(); trial++) {
                assertThat(run(trial % 2 == 0 ? one : other, THREE)).isEqualTo(trial);
            }
            assertThat(one.ask()).isEmpty();

            assertWhole(THREE, one.history());
            Segments segments = THREE.segments(one.history());
            List<Entry> unchanged = segments.all().stream()
                    .filter(entry -> entry.segment().kind() == Kind.STAY)
                    .toList();
            assertThat(unchanged).isNotEmpty().allSatisfy(entry -> assertThat((entry.number()
                                    - segments.before(entry).orElseThrow().number())
                            % 2)
                    .isEqualTo(1));
        }
    }

    /** Each segment was trained once, from a complete one, of which it has the whole curve. */
    private static void assertWhole(PopulationPlan plan, History history) {
        assertThat(history.counted()).isEqualTo(plan.trials());
        assertThat(history.trials())
                .allMatch(trial -> trial.state() == TrialState.COMPLETE)
                .noneMatch(TrialRecord::isBegunAnew)
                .allSatisfy(trial -> assertThat(trial.observations().size()).isEqualTo((int) plan.end(trial)));
        Segments segments = plan.segments(history);
        assertThat(segments.all().stream().map(entry -> entry.segment().place()).distinct())
                .hasSize(plan.trials());
    }

    /** One that takes part has to know what the others have saved: where it does not, it does not train from nothing, and leaves the run to the others. */
    @Test
    void studyThatHasNotWhatTheOthersHaveSaved_saysSo_andTheOthersGoOn() throws Exception {
        try (Study<Descent> one = joined(THREE);
                Study<Descent> other = Study.open(
                        DescentSpace.SPACE, spec(THREE).withCheckpoints(folder.resolve("elsewhere.checkpoints")))) {
            run(one, THREE);
            run(one, THREE);
            run(one, THREE);

            assertThatThrownBy(other::ask)
                    .isInstanceOf(StudyException.class)
                    .hasMessageStartingWith("trial 3 must set out from what trial ")
                    .hasMessageContainingAll(
                            " has saved, but that checkpoint is gone",
                            "must have the same directory of checkpoints",
                            "let the method keeps() of PopulationSampler return ");
            assertThat(other.isInterrupted()).isTrue();
            assertWhole(THREE, optimized(one, new Training(THREE)));
        }
    }

    /** Who shares the run and was not told of the wish nudges a day in his own way; the wish is for the next one of who was, and is tried once. */
    @Test
    void wishOfOneWhoTakesPart_isTriedOnHisNextDay_andOnce() throws Exception {
        PopulationPlan wish = PANDA.withPanda(PANDA.panda().withNudge(Nudge.parse("rate=0.7")));
        try (Study<Descent> one = joined(PANDA)) {
            raise(one, 3);
            try (Study<Descent> told = joined(wish)) {
                raise(one, 2);
                raise(told, 4);
            }
            assertThat(one.ask()).isEmpty();

            Segments segments = PANDA.segments(one.history());
            assertThat(segments.all())
                    .filteredOn(entry -> entry.segment().why().contains("as was wanted: rate=0.7"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.number()).isEqualTo(6);
                        assertThat(entry.trial().configuration().get(DescentSpace.SPACE.rate))
                                .isEqualTo(.7);
                    });
        }
    }

    /** A wish without a number is one for a study that goes on as well; given again, it is that which was tried. */
    @Test
    void wishOfAStudyThatIsResumed_isTriedOnItsNextDay_andOnce() throws Exception {
        StudySpec sequential = spec(PANDA).withMode(Mode.SEQUENTIAL);
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, sequential)) {
            raise(study, 3);
        }
        PopulationPlan wish = PANDA.withPanda(PANDA.panda().withNudge(Nudge.parse("rate=0.7")));
        StudySpec told =
                PopulationCourseTests.spec(wish).withStorage(new JournalStorage(folder.resolve("descent.log")));
        for (int part = 0; part < 2; part++) {
            try (Study<Descent> study = Study.resume(DescentSpace.SPACE, told, new RunId("descent", 1))) {
                raise(study, 3);
                assertThat(PANDA.segments(study.history()).all())
                        .filteredOn(entry -> entry.segment().why().contains("as was wanted"))
                        .extracting(Entry::number)
                        .containsExactly(4);
            }
        }
    }

    /** Two who take part wish the same, which the type rejects. */
    @Test
    void wishThatCannotBe_isLeftOutOnce_alsoWhereItIsGivenAgain() throws Exception {
        PopulationPlan wish = PANDA.withPanda(PANDA.panda().withNudge(Nudge.parse("rate=3.9")));
        try (Study<Descent> one = joined(wish);
                Study<Descent> other = joined(wish)) {
            for (int trial = 0; trial < 9; trial++) {
                run(trial % 4 < 2 ? one : other, PANDA);
            }
            one.ask();

            assertThat(PANDA.segments(one.history()).all())
                    .filteredOn(entry -> entry.segment().why().contains("rate=3.9 was wanted and is left out"))
                    .hasSize(1);
        }
    }

    private static void raise(Study<Descent> study, int trials) throws InterruptedException, IOException {
        for (int trial = 0; trial < trials; trial++) {
            run(study, PANDA);
        }
    }

    private static int run(Study<Descent> study, PopulationPlan plan) throws InterruptedException, IOException {
        Suggestion<Descent> next = study.ask().orElseThrow();
        new Training(plan).run(next.config(), next.trial());
        study.tell(next.trial());
        return next.trial().number();
    }

    private static History optimized(Study<Descent> study, Objective<Descent> objective) {
        try {
            return study.optimize(objective).history();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> range(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private Study<Descent> joined(PopulationPlan plan) {
        return Study.open(DescentSpace.SPACE, spec(plan));
    }

    /** Each has a storage of its own, as in a process of its own. */
    private StudySpec spec(PopulationPlan plan) {
        return PopulationCourseTests.spec(plan)
                .withMode(Mode.JOINED)
                .withStorage(new JournalStorage(folder.resolve("descent.log")));
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve("descent.checkpoints"), 2)) {
            return found.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList();
        }
    }
}
