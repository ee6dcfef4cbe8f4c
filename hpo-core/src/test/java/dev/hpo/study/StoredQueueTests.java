// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is queued in the storage of a run is tried before the sampler is asked. */
@Timeout(120)
class StoredQueueTests {

    private static final RunId FIRST = new RunId("points", 1);
    private static final Configuration NOTHING = Configuration.builder().build();

    private Path file;
    private Storage journal;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("points.log");
        journal = new JournalStorage(file);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void trialThatIsQueuedWhileARunGoesOn_isTakenNext(Mode mode) throws Exception {
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec(journal).withMode(mode))) {
            run(study, 3);
            queue(x(0.25));
            run(study, 2);

            assertThat(study.history().trials())
                    .extracting(trial -> trial.start().origin().source())
                    .containsExactly(
                            Origin.Source.SAMPLER,
                            Origin.Source.SAMPLER,
                            Origin.Source.SAMPLER,
                            Origin.Source.QUEUED,
                            Origin.Source.SAMPLER);
            TrialRecord queued = study.history().trial(3);
            assertThat(queued.configuration().get(SpotSpace.SPACE.x)).isEqualTo(0.25);
            assertThat(queued.configuration().contains(SpotSpace.SPACE.y)).isTrue();
            assertThat(journal.trials(FIRST, SpotSpace.SPACE))
                    .isEqualTo(study.history().trials());
        }
    }

    /** Before the first trial, so that the study does not know of it when it takes from its own queue. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void trialThatIsQueuedBesideTheStudysOwnQueue_isTriedAsWell(Mode mode) throws Exception {
        StudySpec spec = spec(journal).withMode(mode).withQueued(spot(0.5));
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec)) {
            queue(x(0.25));
            run(study, 3);

            assertThat(triedFromQueues(study)).containsExactlyInAnyOrder(0.25, 0.5);
            assertThat(study.history().counted()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void trialThatIsQueuedWhileTheSamplerThinks_isTriedAsWell(Mode mode) throws Exception {
        Set<Integer> thought = new HashSet<>();
        Sampler slow = sampler(ask -> {
            if (ask.number() % 3 == 2 && thought.add(ask.number())) {
                queue(x(ask.number() / 100.0));
            }
            return new Proposal.Try(spot(0.75), Map.of());
        });
        try (Study<Spot> study =
                Study.open(SpotSpace.SPACE, spec(journal).withMode(mode).withSampler(slow))) {
            run(study, 12);

            assertThat(triedFromQueues(study))
                    .isEqualTo(thought.stream()
                            .sorted()
                            .map(number -> number / 100.0)
                            .toList());
            assertThat(thought).hasSizeGreaterThan(1);
            assertThat(journal.trials(FIRST, SpotSpace.SPACE))
                    .isEqualTo(study.history().trials());
        }
    }

    /** They are better one by one, so that the study must not end while they wait, or when they have. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void trialsThatWaitOrRunElsewhere_useUpNoPatience(Mode mode) throws Exception {
        StudySpec spec = spec(journal).withMode(mode).withPatience(3).withTrials(30);
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec)) {
            double value = 100;
            tell(study, value);
            for (int i = 0; i < 6; i++) {
                queue(x(0.1 * i));
                write(
                        "{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"datetime_start\":\"2026-02-03T04:05:06\"}");
            }
            for (int i = 0; i < 10; i++) {
                value--;
                tell(study, value);
            }
            assertThat(triedFromQueues(study)).hasSize(6);
            assertThat(study.history().count(TrialState.RUNNING)).isEqualTo(6);

            int worse = 0;
            while (worse < 10 && tell(study, 200)) {
                worse++;
            }

            assertThat(worse).isEqualTo(mode == Mode.ORDERED ? 3 + spec.window() - 1 : 3);
            assertThat(study.endReason()).contains("no better value in 3 trials");
        }
    }

    /** The other one takes the last place in the budget just before this one looks at the queue. */
    @Test
    void studiesThatShareARun_takeNoMoreFromItsQueueThanTheirBudget() throws Exception {
        StudySpec spec = spec(journal).withMode(Mode.JOINED).withTrials(3);
        try (Study<Spot> other = Study.open(SpotSpace.SPACE, spec)) {
            for (int i = 0; i < 6; i++) {
                queue(x(0.1 * i));
            }
            run(other, 2);
            Storage slow = WhenLookedAt.of(Storage.class, journal, "firstQueued", () -> tell(other, 1));
            try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec.withStorage(slow))) {
                assertThat(study.run()).isEqualTo(1);

                assertThat(study.ask()).isEmpty();

                assertThat(study.endReason()).contains("all 3 trials are done");
                assertThat(study.history().counted()).isEqualTo(3);
            }
        }
        assertThat(journal.trials(FIRST, SpotSpace.SPACE))
                .extracting(TrialRecord::state)
                .containsExactly(
                        TrialState.COMPLETE,
                        TrialState.COMPLETE,
                        TrialState.COMPLETE,
                        TrialState.WAITING,
                        TrialState.WAITING,
                        TrialState.WAITING);
    }

    private static boolean tell(Study<Spot> study, double value) throws Exception {
        Optional<Suggestion<Spot>> suggestion = study.ask();
        if (suggestion.isPresent()) {
            suggestion.get().trial().report(value);
            study.tell(suggestion.get().trial());
        }
        return suggestion.isPresent();
    }

    private static Sampler sampler(Function<Ask, Proposal> choice) {
        return new Sampler() {
            @Override
            public Proposal propose(Ask ask) {
                return choice.apply(ask);
            }

            @Override
            public String describe(Space<?> space, StudyFacts facts) {
                return "chosen";
            }
        };
    }

    private static Configuration spot(double x) {
        return SpotSpace.SPACE.configuration(new Spot(x, 0.5));
    }

    private static List<Double> triedFromQueues(Study<Spot> study) {
        return study.history().in(TrialState.COMPLETE).stream()
                .filter(trial -> trial.start().origin().source() == Origin.Source.QUEUED)
                .map(trial -> trial.configuration().get(SpotSpace.SPACE.x))
                .toList();
    }

    static Stream<String> samplers() {
        return Samplers.names().stream();
    }

    /** Each sampler completes half a configuration, and goes on beside ones that it has not chosen. */
    @ParameterizedTest
    @MethodSource("samplers")
    void anySamplerGoesOnBesideTheQueue(String sampler) throws Exception {
        StudySpec spec = spec(journal).withTrials(30).withSampler(Samplers.named(sampler));
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec)) {
            for (int turn = 0; turn < 6; turn++) {
                run(study, 4);
                queue(x(0.1 * turn));
            }
            run(study, 30);

            assertThat(study.history().counted()).isEqualTo(30);
            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(30);
            assertThat(study.history().trials().stream()
                            .filter(trial -> trial.start().origin().isOfStorage()))
                    .hasSize(6);
        }
    }

    @Test
    void runWithoutAQueue_isTheSameOnEveryStorage() throws Exception {
        List<Configuration> inMemory = configurations(new InMemoryStorage());

        assertThat(configurations(journal)).isEqualTo(inMemory);
    }

    @Test
    void trialThatDoesNotFit_endsAsFailedWithTheReason() throws Exception {
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec(journal))) {
            run(study, 1);
            enqueueInPython("{\"x\":7.5,\"y\":0.5}");
            enqueueInPython("{\"z\":0.5}");
            enqueueInPython("\"all\"");
            enqueueInPython("{\"x\":\"a lot\"}");
            run(study, 1);

            assertThat(study.history().trials().subList(1, 5)).allSatisfy(trial -> {
                assertThat(trial.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.OUTSIDE);
                assertThat(trial.isSilent()).isTrue();
            });
            assertThat(study.history().trials().subList(1, 5))
                    .extracting(trial -> trial.failure().orElseThrow().message())
                    .satisfiesExactly(
                            x -> assertThat(x).contains("x", "7.5", "0 to 1"),
                            z -> assertThat(z).contains("z", "[x, y]"),
                            all -> assertThat(all).contains("fixed_params (all)"),
                            text -> assertThat(text).contains("x", "a lot"));
            assertThat(study.history().trial(5).state()).isEqualTo(TrialState.COMPLETE);
            assertThat(journal.trials(FIRST, SpotSpace.SPACE))
                    .isEqualTo(study.history().trials());
        }
        assertThat(Files.readString(file)).contains("\"user_attr\":{\"failure\":\"x value (7.5)");
    }

    @Test
    void queueOfAFinishedRun_isTakenByTheNext() throws Exception {
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec(journal).withTrials(2))) {
            run(study, 2);
            queue(x(0.25));
            run(study, 1);
            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(2);
        }
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec(journal).withTrials(2))) {
            run(study, 2);

            assertThat(study.history().trial(0).configuration().get(SpotSpace.SPACE.x))
                    .isEqualTo(0.25);
            assertThat(study.history().counted()).isEqualTo(2);
        }
        List<TrialRecord> old = journal.trials(FIRST, SpotSpace.SPACE);
        assertThat(old.get(2).failure().orElseThrow().message()).isEqualTo("queued, and taken by points #2 as trial 0");
        assertThat(Files.readString(file)).contains("\"hpo:moved_to\":{\"run\":\"points #2\",\"trial\":0}");
    }

    @Test
    void runThatGoesOn_takesWhatWasQueuedMeanwhile_andStillTriesItsOwnQueue() throws Exception {
        Configuration own = Configuration.builder()
                .set(SpotSpace.SPACE.x, 0.5)
                .set(SpotSpace.SPACE.y, 0.5)
                .build();
        StudySpec spec = spec(journal).withQueued(own);
        Study.open(SpotSpace.SPACE, spec).close();
        queue(x(0.125));
        queue(NOTHING);

        try (Study<Spot> study = Study.resume(SpotSpace.SPACE, spec, FIRST)) {
            run(study, 3);
            assertThat(study.history().trials()).extracting(TrialRecord::state).containsOnly(TrialState.COMPLETE);
            assertThat(study.history().trial(2).configuration()).isEqualTo(own);
            assertThat(study.history().trial(0).configuration().get(SpotSpace.SPACE.x))
                    .isEqualTo(0.125);
        }
    }

    /** As another tool gives no sign of life, nobody takes its trials from it. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void trialThatAnotherToolHasBegun_isFollowedAndLeftToIt(Mode mode) throws Exception {
        StudySpec spec = spec(journal).withMode(mode);
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec)) {
            run(study, 2);
            write("{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"datetime_start\":\"2026-02-03T04:05:06\"}");
            run(study, 2);
            assertThat(study.history().trial(2).start().origin().source()).isEqualTo(Origin.Source.OTHER);
            assertThat(study.history().trial(3).state()).isEqualTo(TrialState.COMPLETE);
        }

        try (Study<Spot> study =
                mode == Mode.JOINED ? Study.open(SpotSpace.SPACE, spec) : Study.resume(SpotSpace.SPACE, spec, FIRST)) {
            assertThat(study.run()).isEqualTo(1);
            run(study, 20);
            assertThat(study.history().trial(2).state()).isEqualTo(TrialState.RUNNING);
            assertThat(study.history().counted()).isEqualTo(12);
        }
    }

    private List<Configuration> configurations(Storage storage) throws Exception {
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec(storage))) {
            run(study, 12);
            return study.history().trials().stream()
                    .map(TrialRecord::configuration)
                    .toList();
        }
    }

    private static Configuration x(double value) {
        return Configuration.builder().set(SpotSpace.SPACE.x, value).build();
    }

    private void queue(Configuration wanted) {
        RunStore store = journal.join(FIRST, SpotSpace.SPACE);
        store.queue(wanted);
        store.close();
    }

    /** Writes the line that {@code study.enqueue_trial} writes. */
    private void enqueueInPython(String fixed) throws IOException {
        write("{\"op_code\":4,\"worker_id\":\"py-1\",\"study_id\":0,\"datetime_start\":null,\"state\":4,"
                + "\"distributions\":{},\"params\":{},\"user_attrs\":{},\"system_attrs\":{\"fixed_params\":" + fixed
                + "},\"intermediate_values\":{}}");
    }

    private void write(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    private static StudySpec spec(Storage storage) {
        return StudySpec.minimize("points", "distance")
                .withTrials(12)
                .withSampler(Samplers.named("random"))
                .withStorage(storage);
    }

    private static void run(Study<Spot> study, int most) throws Exception {
        for (int i = 0; i < most; i++) {
            Optional<Suggestion<Spot>> suggestion = study.ask();
            if (suggestion.isPresent()) {
                Spot spot = suggestion.get().config();
                suggestion.get().trial().report(Math.hypot(spot.x(), spot.y()));
                study.tell(suggestion.get().trial());
            }
        }
    }
}
