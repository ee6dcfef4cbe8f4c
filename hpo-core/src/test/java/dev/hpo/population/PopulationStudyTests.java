// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segments.Entry;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Mode;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Populations that are raised by a study: whom members copy, what is kept, and that a cut changes nothing. */
@Timeout(120)
class PopulationStudyTests {

    private static final RunId FIRST = new RunId("descent", 1);
    private static final Set<String> ADJUSTABLE = Set.of("rate", "noise");
    private static final PopulationPlan EIGHT = PopulationPlan.of(8, 4, 3, ADJUSTABLE);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void worstQuarterCopiesTheBest_andTheRestGoesOn() throws Exception {
        History history = raised(EIGHT, spec(EIGHT));
        Segments segments = EIGHT.segments(history);

        for (int generation = 1; generation < 4; generation++) {
            List<Entry> ranked = ranked(segments, generation - 1);
            for (Entry entry : of(segments, generation)) {
                int member = entry.segment().member();
                Entry own = of(segments, generation - 1).get(member);
                Entry from = segments.before(entry).orElseThrow();
                boolean isLoser = ranked.indexOf(own) < 0 || ranked.indexOf(own) >= ranked.size() - ranked.size() / 4;
                assertThat(entry.segment().kind()).isEqualTo(isLoser ? Kind.COPY : Kind.STAY);
                assertThat(from).isIn(isLoser ? ranked.subList(0, ranked.size() / 4) : List.of(own));
                assertThat(structure(entry)).isEqualTo(structure(from));
                assertThat(entry.trial().configuration().equals(from.trial().configuration()))
                        .isNotEqualTo(isLoser);
                assertThat(entry.trial().start().seed())
                        .isNotEqualTo(from.trial().start().seed());
            }
        }
        assertThat(history.counted()).isEqualTo(EIGHT.trials());
    }

    private static List<Entry> ranked(Segments segments, int generation) {
        return Segments.ranked(of(segments, generation), Direction.MINIMIZE);
    }

    private static List<Entry> of(Segments segments, int generation) {
        return segments.all().stream()
                .filter(entry -> entry.segment().generation() == generation
                        && !entry.trial().isRejected())
                .sorted(Comparator.comparingInt(entry -> entry.segment().member()))
                .toList();
    }

    private static Object structure(Entry entry) {
        Map<String, Object> values = new HashMap<>(entry.trial().configuration().asMap());
        values.keySet().removeAll(ADJUSTABLE);
        return values;
    }

    @Test
    void segmentGoesOnFromWhatWasCopied_andHasItsWholeCurve() throws Exception {
        History history = raised(EIGHT, spec(EIGHT));

        for (TrialRecord trial : history.in(TrialState.COMPLETE)) {
            assertThat(trial.isBegunAnew()).isFalse();
            int generation = EIGHT.segments(history)
                    .of(trial.number())
                    .orElseThrow()
                    .segment()
                    .generation();
            assertThat(trial.observations()).hasSize(3 * (generation + 1));
            assertThat(trial.progress().charged()).hasSize(3);
            assertThat(trial.lastStep()).hasValue(EIGHT.end(trial));
        }
    }

    @Test
    void startConfigurationIsTheFirstMember_andThoseThatAreQueuedTheNext() throws Exception {
        StudySpec spec = spec(EIGHT).withQueued(DescentSpace.SPACE.configuration(new Descent(0.2, 0, "heavy", 2)));
        Segments segments = EIGHT.segments(raised(EIGHT, spec));

        assertThat(segments.at(0, 0, 0).orElseThrow().trial().configuration())
                .isEqualTo(DescentSpace.SPACE.configuration(Descent.start()));
        assertThat(segments.at(1, 0, 0).orElseThrow().trial().configuration().raw(DescentSpace.SPACE.width))
                .isEqualTo(2L);
        assertThat(of(segments, 0)).hasSize(8);
    }

    @Test
    void memberThatFails_copiesAGoodOne() throws Exception {
        Segments segments = EIGHT.segments(raised(EIGHT, spec(EIGHT), (descent, trial) -> {
            if (EIGHT.end(trial.record()) == 3 && trial.number() < 4) {
                throw new IllegalStateException("out of memory");
            }
            new Training(EIGHT).run(descent, trial);
        }));

        assertThat(of(segments, 0).stream().filter(entry -> !entry.isGood())).hasSizeGreaterThanOrEqualTo(3);
        assertThat(of(segments, 1)).hasSize(8).allMatch(Entry::isGood);
        assertThat(of(segments, 1).stream().filter(entry -> entry.segment().kind() == Kind.COPY))
                .hasSizeGreaterThanOrEqualTo(3)
                .anySatisfy(entry -> assertThat(entry.segment().why()).contains("failed as trial"));
    }

    /** In generation 2 all fail once: they set out from generation 1 again. */
    @ParameterizedTest
    @EnumSource(Pace.class)
    void generationOfWhichAllFail_isTriedOnceMoreWithSmallerChanges(Pace pace) throws Exception {
        PopulationPlan plan = EIGHT.withPace(pace);
        List<TrialRecord> failed = new ArrayList<>();
        Segments segments = plan.segments(raised(plan, spec(plan), (descent, trial) -> {
            if (plan.end(trial.record()) == 9 && failed.size() < 8) {
                failed.add(trial.record());
                throw new IllegalStateException("diverged");
            }
            new Training(plan).run(descent, trial);
        }));

        List<Entry> again = segments.all().stream()
                .filter(entry ->
                        entry.segment().place().round() == 1 && entry.segment().kind() == Kind.RETREAT)
                .toList();
        assertThat(again).hasSize(8).allSatisfy(entry -> {
            assertThat(segments.before(entry).orElseThrow().segment().generation())
                    .isEqualTo(1);
            assertThat(entry.isGood()).isTrue();
        });
        assertThat(of(segments, 3)).hasSize(8).allMatch(Entry::isGood);
    }

    @ParameterizedTest
    @EnumSource(Pace.class)
    void populationOfWhichAllFailAgain_endsAndSaysSo(Pace pace) throws Exception {
        PopulationPlan plan = EIGHT.withPace(pace);
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(plan))) {
            study.optimize((descent, trial) -> {
                if (plan.end(trial.record()) > 3) {
                    throw new IllegalStateException("diverged");
                }
                new Training(plan).run(descent, trial);
            });

            assertThat(study.endReason()).hasValueSatisfying(reason -> assertThat(reason)
                    .contains("all members failed in generation 2, and again with smaller changes")
                    .contains("look at the failures"));
            assertThat(study.best()).isPresent();
        }
    }

    @Test
    void changeThatTheConfigurationRejects_isDrawnAgain() throws Exception {
        PopulationPlan plan = PopulationPlan.of(4, 6, 1, Set.of("rate")).withExplorer(new Explorer.Perturb(0.9, 30));
        StudySpec spec = spec(plan, new RandomSampler());
        History history =
                raised(plan, spec, (descent, trial) -> trial.report(plan.end(trial.record()), -descent.rate()));

        assertThat(history.rejected()).isPositive();
        assertThat(history.counted()).isEqualTo(plan.trials());
    }

    @Test
    void oneGeneration_isAStudyOfItsBeginnings() throws Exception {
        PopulationPlan plan = PopulationPlan.of(5, 1, 2, ADJUSTABLE);
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(plan))) {
            study.optimize(new Training(plan));

            assertThat(study.endReason()).hasValue("all 1 generations of 5 members are done");
            assertThat(study.history().counted()).isEqualTo(5);
        }
    }

    /** Two checkpoints of the first generation are spoilt when members go on with them: the body throws. */
    @Test
    void checkpointThatCannotBeRead_isAFailure_andTheMemberCopiesAnother() throws Exception {
        History history = raised(EIGHT, spec(EIGHT), (descent, trial) -> {
            new Training(EIGHT).run(descent, trial);
            if (EIGHT.end(trial.record()) == 3 && trial.number() < 2) {
                Files.writeString(trial.checkpoint().resolve("state.txt"), "spoilt");
            }
        });
        Segments segments = EIGHT.segments(history);

        assertThat(history.trials())
                .noneMatch(TrialRecord::isBegunAnew)
                .allMatch(trial -> trial.key().attempt() == 0);
        List<Entry> failed =
                of(segments, 1).stream().filter(entry -> !entry.isGood()).toList();
        assertThat(failed).isNotEmpty().hasSizeLessThan(8).allSatisfy(entry -> assertThat(
                        segments.before(entry).orElseThrow().number())
                .isLessThan(2));
        for (Entry entry : failed) {
            Entry next = of(segments, 2).get(entry.segment().member());
            assertThat(next.segment().kind()).isEqualTo(Kind.COPY);
            assertThat(next.segment().why()).contains("failed as trial " + entry.number());
            assertThat(next.isGood()).isTrue();
        }
        assertThat(history.counted()).isEqualTo(EIGHT.trials());
    }

    @Test
    void slowMember_keepsNobodyWaiting_whereTheyDoNotWait() throws Exception {
        PopulationPlan plan = EIGHT.withPace(Pace.ASYNCHRONOUS);
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(plan).withMode(Mode.CONCURRENT))) {
            Suggestion<Descent> slow = study.ask().orElseThrow();
            for (int trial = 1; trial < plan.trials() - 3; trial++) {
                Suggestion<Descent> next = study.ask().orElseThrow();
                new Training(plan).run(next.config(), next.trial());
                study.tell(next.trial());
            }
            new Training(plan).run(slow.config(), slow.trial());
            study.tell(slow.trial());
            study.optimize(new Training(plan));

            assertThat(study.history().counted()).isEqualTo(plan.trials());
            assertThat(study.history().trials()).noneMatch(TrialRecord::isBegunAnew);
        }
    }

    @Test
    void checkpointsAreKeptWhileOthersMaySetOutFromThem_andNoLonger() throws Exception {
        StudySpec spec = spec(EIGHT).withStorage(journal("descent.log"));
        int most = 0;
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec)) {
            for (var next = study.ask(); next.isPresent(); next = study.ask()) {
                new Training(EIGHT).run(next.get().config(), next.get().trial());
                study.tell(next.get().trial());
                most = Math.max(most, checkpoints().size());
            }
            assertThat(study.history().trials()).noneMatch(TrialRecord::isBegunAnew);
        }
        assertThat(most).isBetween(16, 25);
        assertThat(checkpoints()).hasSize(1);
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve("descent.checkpoints"), 2)) {
            return found.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"synchronous", "asynchronous", "model", "panda"})
    void studyThatIsCutAnywhere_becomesTheSame(String which) throws Exception {
        PopulationPlan plan = plan(which);
        for (Mode mode : List.of(Mode.SEQUENTIAL, Mode.ORDERED)) {
            StudySpec spec = spec(plan).withMode(mode).withWindow(3);
            List<Object> whole = facts(raised(plan, spec.withStorage(journal(mode + "whole.log"))));
            for (int cut = 0; cut < whole.size(); cut++) {
                StudySpec here = spec.withStorage(journal(mode + "cut" + cut + ".log"));
                try (Study<Descent> study = Study.open(DescentSpace.SPACE, here)) {
                    while (study.history().size() < cut) {
                        Suggestion<Descent> next = study.ask().orElseThrow();
                        new Training(plan).run(next.config(), next.trial());
                        study.tell(next.trial());
                    }
                    Suggestion<Descent> lost = study.ask().orElseThrow();
                    lost.trial().checkpoint();
                }
                try (Study<Descent> study = Study.resume(DescentSpace.SPACE, here, FIRST)) {
                    assertThat(facts(study.optimize(new Training(plan)).history()))
                            .as(mode + ", cut after " + cut)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"synchronous", "asynchronous", "model", "panda"})
    void orderedStudy_isTheSameOnAnyNumberOfThreads(String which) throws Exception {
        PopulationPlan plan = plan(which);
        StudySpec spec = spec(plan).withMode(Mode.ORDERED).withWindow(4);

        assertThat(facts(raised(plan, spec.withThreads(4)))).isEqualTo(facts(raised(plan, spec.withThreads(1))));
    }

    private static PopulationPlan plan(String which) {
        PopulationPlan four = PopulationPlan.of(4, 4, 2, ADJUSTABLE);
        return switch (which) {
            case "asynchronous" -> four.withPace(Pace.ASYNCHRONOUS);
            case "model" -> four.withExplorer(new Explorer.Model());
            case "panda" ->
                PopulationPlan.of(1, 5, 2, ADJUSTABLE).withPanda(PopulationPlan.PandaRules.USUAL.withChildren(2));
            default -> four;
        };
    }

    /** All but the times, and that an attempt was not the first. */
    private static List<Object> facts(History history) {
        List<Object> facts = new ArrayList<>();
        for (TrialRecord trial : history.trials()) {
            Progress progress = trial.progress();
            facts.add(List.of(
                    trial.number(),
                    trial.configuration(),
                    trial.start().seed(),
                    trial.start().origin(),
                    progress.observations().stream()
                            .map(seen -> seen.step() + " " + seen.value())
                            .toList(),
                    progress.inherited(),
                    trial.state(),
                    trial.value()));
        }
        return facts;
    }

    private History raised(PopulationPlan plan, StudySpec spec) throws InterruptedException {
        return raised(plan, spec, new Training(plan));
    }

    private History raised(PopulationPlan plan, StudySpec spec, Objective<Descent> objective)
            throws InterruptedException {
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec)) {
            History history = study.optimize(objective).history();
            assertThat(study.endReason()).as(plan.toString()).isPresent();
            return history;
        }
    }

    private JournalStorage journal(String name) {
        return new JournalStorage(folder.resolve(name));
    }

    private static StudySpec spec(PopulationPlan plan) {
        return spec(plan, new RandomSampler());
    }

    private static StudySpec spec(PopulationPlan plan, RandomSampler starts) {
        return StudySpec.minimize("descent", "loss")
                .withSampler(new PopulationSampler(plan, starts))
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE)
                .withMode(Mode.SEQUENTIAL)
                .withSeed(7);
    }
}
