// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segments.Entry;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Continuation;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudyException;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Populations that are interrupted, cut short, extended or shared, and what others make of their trials. */
@Timeout(120)
class PopulationCourseTests {

    private static final RunId FIRST = new RunId("descent", 1);
    private static final PopulationPlan FOUR = PopulationPlan.of(4, 4, 2, Set.of("rate", "noise"));
    private static final PopulationPlan PANDA =
            PopulationPlan.of(1, 4, 2, Set.of("rate")).withPanda(PandaRules.USUAL.withChildren(1));

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    /** The start configuration and one that the sampler has chosen are interrupted before anything is saved: both begin again. */
    @Test
    void memberThatWasInterruptedAtItsBeginning_beginsAgain() throws Exception {
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(FOUR))) {
            Configuration start = interrupt(study);
            run(study, FOUR);
            Configuration chosen = interrupt(study);
            study.optimize(new Training(FOUR));

            Segments segments = FOUR.segments(study.history());
            assertThat(segments.at(0, 0, 0).orElseThrow().trial().configuration())
                    .isEqualTo(start);
            assertThat(segments.at(1, 0, 0).orElseThrow().trial().configuration())
                    .isEqualTo(chosen);
            assertThat(segments.all()).hasSize(16).allMatch(Entry::isGood);
            assertThat(segments.at(0, 1, 0).orElseThrow().segment().why()).doesNotContain("failed");
        }
    }

    @Test
    void childThatWasInterruptedAtItsBeginning_isNoFailure() throws Exception {
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(PANDA))) {
            Configuration start = interrupt(study);
            study.optimize(new Training(PANDA));

            List<Entry> all = PANDA.segments(study.history()).all();
            assertThat(all.get(0).trial().configuration()).isEqualTo(start);
            assertThat(all.get(0).segment().member()).isZero();
            assertThat(all.stream().filter(entry -> entry.segment().member() == 0))
                    .hasSizeGreaterThanOrEqualTo(7);
        }
    }

    private static Configuration interrupt(Study<Descent> study) throws InterruptedException {
        Suggestion<Descent> next = study.ask().orElseThrow();
        study.tell(next.trial(), new InterruptedException("cut"));
        return next.trial().configuration();
    }

    /** A body that says nothing but that it is interrupted comes to an end: four times at each place, twice over. */
    @Test
    void memberThatIsAlwaysInterrupted_hasFailedAtLast() throws Exception {
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(FOUR))) {
            for (var next = study.ask(); next.isPresent(); next = study.ask()) {
                study.tell(next.get().trial(), new InterruptedException("cut"));
                assertThat(study.history().counted()).isLessThanOrEqualTo(32);
            }

            assertThat(study.endReason()).hasValueSatisfying(reason -> assertThat(reason)
                    .contains("all members failed in generation 1, and again"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void populationThatALimitHasEnded_goesOnWithMore(boolean isPanda) throws Exception {
        PopulationPlan plan = isPanda ? PANDA : FOUR;
        AtomicLong time = new AtomicLong();
        StudySpec spec = spec(plan).withTicker(time::get).withTimeout(Duration.ofSeconds(10));
        List<Object> whole;
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec.withStorage(journal("whole.log")))) {
            whole = facts(study.optimize(new Training(plan)).history());
        }
        StudySpec cut = spec.withStorage(journal("descent.log"));
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, cut)) {
            for (int trial = 0; trial < plan.trials() / 2; trial++) {
                run(study, plan);
            }
            time.set(Duration.ofSeconds(11).toNanos());
            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).hasValue("the time of 10s is over");
        }
        assertThat(checkpoints()).hasSizeGreaterThan(1);
        try (Study<Descent> study = Study.resume(DescentSpace.SPACE, cut.withTimeout(Duration.ofSeconds(99)), FIRST)) {
            assertThat(facts(study.optimize(new Training(plan)).history())).isEqualTo(whole);
        }
        assertThat(checkpoints()).hasSize(1);
    }

    @Test
    void populationWhoseCheckpointsAreGone_doesNotGoOn() throws Exception {
        StudySpec spec = spec(FOUR).withStorage(journal("descent.log"));
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec)) {
            for (int trial = 0; trial < 6; trial++) {
                run(study, FOUR);
            }
        }
        Continuation left = Continuation.of(DescentSpace.SPACE, spec).orElseThrow();
        assertThat(left.isSame()).isTrue();
        for (Path checkpoint : checkpoints()) {
            Files.delete(checkpoint.resolve("state.txt"));
        }

        assertThat(left.obstacles()).hasSize(1).first().asString().startsWith("checkpoints (of trials 0, ");
        assertThat(left.isSame()).isFalse();
        assertThatThrownBy(() -> Study.resume(DescentSpace.SPACE, spec, FIRST))
                .isInstanceOf(StudyException.class)
                .hasMessageContainingAll("cannot go on: checkpoints (of trials 0, ", "begin a new run");
    }

    @Test
    void populationThatIsDone_hasNothingToGoOnWith() throws Exception {
        StudySpec spec = spec(FOUR).withStorage(journal("descent.log"));
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec)) {
            study.optimize(new Training(FOUR));
        }
        try (Study<Descent> study = Study.resume(DescentSpace.SPACE, spec, FIRST)) {
            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).hasValue("all 4 generations of 4 members are done");
        }

        StudySpec longer = spec.withSampler(
                new PopulationSampler(PopulationPlan.of(4, 6, 2, FOUR.adjustable()), new RandomSampler()));
        assertThatThrownBy(() -> Study.resume(DescentSpace.SPACE, longer, FIRST))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("from which it would set out are gone");
        Continuation left = Continuation.of(DescentSpace.SPACE, longer).orElseThrow();
        assertThat(left.run().isFinished())
                .as("its end, which a refusal does not take")
                .isTrue();
        assertThat(left.obstacles()).isEmpty();
        assertThat(left.gone()).hasValueSatisfying(gone -> assertThat(gone).startsWith("checkpoints (of trials "));
        assertThat(left.run().header().basis().course().get("sampler"))
                .as("what it was raised by, which a refusal does not change")
                .endsWith(": " + spec.sampler());
    }

    /** Three of four have come as far as the first, which was the worst of them: it copies, though nobody has come farther with it. */
    @Test
    void fastestMember_isComparedAsItWas_whereTheOthersHaveCome() throws Exception {
        PopulationPlan plan = FOUR.withPace(Pace.ASYNCHRONOUS);
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(plan).withMode(Mode.CONCURRENT))) {
            List<Suggestion<Descent>> begun = List.of(
                    study.ask().orElseThrow(),
                    study.ask().orElseThrow(),
                    study.ask().orElseThrow(),
                    study.ask().orElseThrow());
            tell(study, begun.get(0), 2, 9);
            Suggestion<Descent> ahead = study.ask().orElseThrow();
            tell(study, begun.get(1), 2, 1);
            tell(study, begun.get(2), 2, 2);
            tell(study, ahead, 4, 8);
            Segment first = segment(study, study.ask().orElseThrow());
            Segment second = segment(study, study.ask().orElseThrow());
            Segment own = segment(study, study.ask().orElseThrow());

            assertThat(segment(study, ahead).kind()).isEqualTo(Kind.STAY);
            assertThat(List.of(first.member(), second.member())).containsExactly(1, 2);
            assertThat(own.place()).isEqualTo(new Segment.Place(0, 2, 0));
            assertThat(own.kind()).isEqualTo(Kind.COPY);
            assertThat(own.why()).startsWith("was 3 of 3: copies trial 1, ");
            assertThat(own.from()).isEqualTo(2);
            assertThat(own.to()).isEqualTo(6);
        }
    }

    private static void tell(Study<Descent> study, Suggestion<Descent> next, long step, double value) {
        next.trial().report(step, value);
        study.tell(next.trial());
    }

    private static Segment segment(Study<Descent> study, Suggestion<Descent> of) {
        return Segment.of(study.history().trial(of.trial().number()));
    }

    /** A population that goes up raises the same members as one that goes down the other way round. */
    @Test
    void largerIsBetter_whereThatIsSaid() throws Exception {
        List<Object> down = configurations(StudySpec.minimize("descent", "loss"), 1);
        List<Object> up = configurations(StudySpec.maximize("descent", "loss"), -1);

        assertThat(up).hasSize(16).isEqualTo(down);
    }

    private static List<Object> configurations(StudySpec of, int sign) throws InterruptedException {
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec(of, FOUR, new RandomSampler()))) {
            study.optimize((descent, trial) -> trial.report(
                    FOUR.end(trial.record()), sign * (Math.abs(StrictMath.log(descent.rate())) + descent.width())));
            return study.history().trials().stream()
                    .<Object>map(TrialRecord::configuration)
                    .toList();
        }
    }

    /** One that is queued too late is no member; the best member keeps its checkpoint all the same. */
    @Test
    void configurationThatIsQueuedTooLate_isNoMember_andDoesNotTakeTheWinnersPlace() throws Exception {
        StudySpec spec = spec(FOUR).withStorage(journal("descent.log"));
        int late;
        int winner;
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec)) {
            for (int trial = 0; trial < 6; trial++) {
                run(study, FOUR);
            }
            study.enqueue(new Descent(1, 0, "plain", 1));
            late = study.history().size();
            History history = study.optimize(new Training(FOUR)).history();

            assertThat(study.best().orElseThrow().number()).isEqualTo(late);
            assertThat(FOUR.segments(history).of(late)).isEmpty();
            assertThat(FOUR.segments(history).all()).hasSize(16);
            assertThat(FOUR.segments(history).outside())
                    .extracting(TrialRecord::number)
                    .containsExactly(late);
            assertThat(Diary.lines(FOUR, history, Direction.MINIMIZE))
                    .filteredOn(line -> line.startsWith("trial " + late
                            + " is no member: it was queued when all had begun, and was given one segment with rate 1, noise"
                            + " 0, kind plain, width 1; "))
                    .hasSize(1);
            winner = WinnersSchedule.of(FOUR, history, Direction.MINIMIZE)
                    .orElseThrow()
                    .winner();
        }
        assertThat(checkpoints())
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder(Integer.toString(late), Integer.toString(winner));
    }

    private static void run(Study<Descent> study, PopulationPlan plan) throws InterruptedException, IOException {
        Suggestion<Descent> next = study.ask().orElseThrow();
        new Training(plan).run(next.config(), next.trial());
        study.tell(next.trial());
    }

    private static List<Object> facts(History history) {
        return history.trials().stream()
                .<Object>map(trial -> List.of(
                        trial.configuration(),
                        trial.start().seed(),
                        trial.start().origin(),
                        trial.observations().stream().map(Observation::value).toList(),
                        trial.progress().inherited(),
                        trial.state()))
                .toList();
    }

    private JournalStorage journal(String name) {
        return new JournalStorage(folder.resolve(name));
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve("descent.checkpoints"), 2)) {
            return found.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList();
        }
    }

    static StudySpec spec(PopulationPlan plan) {
        return spec(StudySpec.minimize("descent", "loss"), plan, new RandomSampler());
    }

    static StudySpec spec(StudySpec of, PopulationPlan plan, Sampler starts) {
        return of.withSampler(new PopulationSampler(plan, starts))
                .withPruner(new NopPruner())
                .withTrials(Integer.MAX_VALUE)
                .withMode(Mode.SEQUENTIAL)
                .withSeed(7);
    }
}
