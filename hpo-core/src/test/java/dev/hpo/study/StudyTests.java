// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Space;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTests {

    private final StudySpec spec =
            StudySpec.minimize("points", "distance").withTrials(20).withSampler(new RandomSampler());

    @Test
    void triesTheStartConfigurationThenTheQueueThenTheSampler() throws Exception {
        Configuration queued = PointSpace.SPACE.configuration(new Point(0, 0, 1));
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withQueued(queued))) {
            study.enqueue(new Point(0.5, 0, 2));
            StudyResult<Point> result = study.optimize((point, trial) -> trial.report(point.distance()));

            assertThat(result.history().trials())
                    .extracting(trial -> trial.start().origin().source())
                    .startsWith(
                            Origin.Source.INITIAL, Origin.Source.QUEUED, Origin.Source.QUEUED, Origin.Source.SAMPLER);
            assertThat(result.history().trial(0).configuration())
                    .isEqualTo(PointSpace.SPACE.configuration(Point.start()));
            assertThat(result.best().orElseThrow().config()).isEqualTo(new Point(0, 0, 1));
            assertThat(result.best().orElseThrow().value()).isEqualTo(1);
        }
    }

    @Test
    void startConfigurationThatCannotBeMade_isAnErrorThatNamesItsType() {
        assertThatThrownBy(() -> Study.open(StudyTests_UnstartableSpace.SPACE, spec))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("start configuration of Unstartable could not be made: "
                        + "java.util.NoSuchElementException; its @Initial method must return it");
    }

    @SearchSpace
    record Unstartable(@Uniform(min = 0, max = 1) double x) {
        @Initial
        static Unstartable start() {
            return new Unstartable(List.<Double>of().iterator().next());
        }
    }

    @Test
    void classWhoseNewInstanceIsNoStart_beginsWithTheSamplerAndSaysWhy() throws Exception {
        try (Study<Untouched> study = Study.open(StudyTests_UntouchedSpace.SPACE, spec)) {
            assertThat(study.noStart()).contains("Untouched.threads (0) is not in 1 to 64");
            assertThat(study.ask()
                            .orElseThrow()
                            .trial()
                            .record()
                            .start()
                            .origin()
                            .source())
                    .isEqualTo(Origin.Source.SAMPLER);
        }
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            assertThat(study.noStart()).isEmpty();
        }
    }

    @SearchSpace
    static class Untouched {
        @Uniform(min = 1, max = 64)
        int threads;
    }

    @Test
    void configurationThatDoesNotFitIsNotQueued() {
        Configuration other = Configuration.builder().build();
        assertThatThrownBy(() -> Study.open(PointSpace.SPACE, spec.withQueued(other)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("x must have a value");
        assertThat(spec.storage().runs("points")).isEmpty();
    }

    @Test
    void seedIsMadeOfNameAndRun() throws Exception {
        List<Configuration> first = configurations(spec);
        List<Configuration> second = configurations(spec);

        assertThat(second).isNotEqualTo(first);
        assertThat(configurations(spec.withStorage(new InMemoryStorage()))).isEqualTo(first);
        assertThat(spec.storage().runs("points"))
                .extracting(run -> run.header().seed())
                .doesNotHaveDuplicates();
    }

    @Test
    void sameSeedGivesTheSameStudy() throws Exception {
        assertThat(configurations(spec.withSeed(7)))
                .isEqualTo(configurations(spec.withSeed(7)))
                .isNotEqualTo(configurations(spec.withSeed(8)));
    }

    @Test
    void trialsHaveSeedsOfTheirOwn() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize((point, trial) -> trial.report(1));

            assertThat(study.history().trials())
                    .extracting(trial -> trial.start().seed())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void replayRepeatsATrialAndKeepsNothing() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize(new Course());
            TrialRecord stored = study.history().in(TrialState.COMPLETE).get(3);
            List<TrialRecord> before = List.copyOf(study.history().trials());

            Suggestion<Point> replay = study.replay(stored);
            new Course().run(replay.config(), replay.trial());
            TrialRecord again = study.tell(replay.trial());

            assertThat(Course.facts(List.of(again))).isEqualTo(Course.facts(List.of(stored)));
            assertThat(study.history().trials()).isEqualTo(before);
        }
    }

    @Test
    void trialIsToldOnceAndToItsOwnStudy() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec);
                Study<Point> other = Study.open(PointSpace.SPACE, spec)) {
            Trial trial = study.ask().orElseThrow().trial();
            trial.report(1);
            assertThatThrownBy(() -> other.tell(trial))
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("trial 0");

            study.tell(trial);

            assertThatThrownBy(() -> study.tell(trial))
                    .isInstanceOf(StudyException.class)
                    .hasMessage("trial 0 has been told before; tell each trial once");
        }
    }

    @Test
    void samplerThatProposesWhatDoesNotFitIsNamed() {
        assertFault(
                new Faulty(Proposal.Try.of(Configuration.builder().build())),
                "Faulty must propose what fits Point; trial 1 does not: x must have a value");
    }

    @Test
    void samplerThatWaitsForNothingIsNamed() {
        assertFault(new Faulty(new Proposal.Wait()), "Faulty must not wait for trial 1 while no other trial runs");
    }

    @Test
    void storageThatFailsEndsTheStudyButNoTrialIsLeftRunning() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withStorage(broken()))) {
            assertThatThrownBy(() -> study.optimize((point, trial) -> trial.report(1)))
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("trial 2 could not be stored: disk full");
            assertThatThrownBy(study::ask).hasMessageContaining("disk full");
            assertThat(study.history().count(TrialState.RUNNING)).isZero();
            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(3);
        }
    }

    @Test
    void threadsNeedAMode() {
        assertThatThrownBy(() -> Study.open(PointSpace.SPACE, spec.withThreads(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StudySpec.threads (2)")
                .hasMessageContaining("Mode.ORDERED");
    }

    @Test
    void factsSayHowManyTrialsRunAtOnce() {
        assertThat(Study.open(PointSpace.SPACE, spec).facts().parallelism()).isEqualTo(1);
        assertThat(Study.open(PointSpace.SPACE, spec.withMode(Mode.CONCURRENT).withThreads(3))
                        .facts()
                        .parallelism())
                .isEqualTo(3);
        assertThat(Study.open(PointSpace.SPACE, spec.withMode(Mode.ORDERED).withThreads(3))
                        .facts()
                        .parallelism())
                .isEqualTo(4);
    }

    private void assertFault(Sampler sampler, String message) {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withSampler(sampler))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> study.optimize((point, trial) -> trial.report(1)))
                        .isInstanceOf(StudyException.class)
                        .hasMessageStartingWith(message);
            }
        }
    }

    private static List<Configuration> configurations(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize((point, trial) -> trial.report(point.distance()));
            return study.history().trials().stream()
                    .map(TrialRecord::configuration)
                    .toList();
        }
    }

    private record Faulty(Proposal proposal) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return proposal;
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "faulty";
        }
    }

    /** Keeps the ends of two trials, and then nothing more. */
    private static Storage broken() {
        InMemoryStorage rest = new InMemoryStorage();
        return proxy(Storage.class, (method, arguments) -> {
            Object result = method.invoke(rest, arguments);
            return result instanceof RunStore run ? broken(run) : result;
        });
    }

    private static RunStore broken(RunStore rest) {
        return proxy(RunStore.class, (method, arguments) -> {
            if (method.getName().equals("end") && arguments[0] instanceof TrialRecord trial && trial.number() == 2) {
                throw new StorageException("disk full");
            }
            return method.invoke(rest, arguments);
        });
    }

    private static <S> S proxy(Class<S> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.call(method, arguments)));
    }

    private interface Calls {
        Object call(Method method, Object[] arguments) throws Throwable;
    }
}
