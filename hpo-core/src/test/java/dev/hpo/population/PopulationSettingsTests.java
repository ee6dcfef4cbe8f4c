// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.analysis.Analysis;
import dev.hpo.population.Segment.Kind;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.Storage;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Of;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What populations begin with, what they refuse, and what their trials tell others. */
@Timeout(60)
class PopulationSettingsTests {

    private static final RunId FIRST = new RunId("descent", 1);
    private static final PopulationPlan FOUR = PopulationPlan.of(4, 4, 2, Set.of("rate", "noise"));
    private static final PopulationPlan PANDA = PopulationPlan.of(1, 4, 2, Set.of("rate"));

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void moreBeginningsThanConfigurations_repeatSome() throws Exception {
        Sampler three = new Limited(3);
        PopulationPlan plan = PopulationPlan.of(6, 3, 2, Set.of("rate"));
        StudySpec spec = PopulationCourseTests.spec(StudySpec.minimize("descent", "loss"), plan, three);
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec)) {
            Segments segments = plan.segments(study.optimize(new Training(plan)).history());

            List<Configuration> beginnings = segments.all().stream()
                    .filter(entry -> entry.segment().kind() == Kind.START)
                    .map(entry -> entry.trial().configuration())
                    .toList();
            assertThat(beginnings).hasSize(6);
            assertThat(Set.copyOf(beginnings)).hasSize(3);
            assertThat(study.endReason()).hasValue("all 3 generations of 6 members are done");
        }
    }

    /** The first children of a panda are evenly spread, unless there is something to learn from: then the best of that is tried first. */
    @Test
    void childrenOfAWarmPanda_beginWithWhatIsKnown() throws Exception {
        Configuration known = DescentSpace.SPACE.configuration(new Descent(0.7, 0.2, "heavy", 7));
        EarlierStudy earlier =
                new EarlierStudy("before", Direction.MINIMIZE, List.of(new EarlierStudy.Result(known, 0.01)), 0);
        StudySpec spec = PopulationCourseTests.spec(PANDA);

        assertThat(second(spec.withEarlier(present -> List.of(earlier)))).isEqualTo(known);
        assertThat(second(spec)).isNotEqualTo(known);
    }

    /** The first child, which is the start configuration, fails at once. */
    private static Configuration second(StudySpec spec) throws InterruptedException {
        PopulationPlan two = PANDA.withPanda(PANDA.panda().withChildren(2));
        StudySpec of = spec.withSampler(new PopulationSampler(two));
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, of)) {
            study.tell(study.ask().orElseThrow().trial(), new IllegalStateException("diverged"));
            return study.ask().orElseThrow().trial().configuration();
        }
    }

    @Test
    void segments_areNoResultsOfTheirConfigurations() throws Exception {
        for (Storage storage : List.of(new InMemoryStorage(), journal("descent.log"))) {
            try (Study<Descent> study = Study.open(
                    DescentSpace.SPACE, PopulationCourseTests.spec(FOUR).withStorage(storage))) {
                study.optimize(new Training(FOUR));
                Analysis analysis = Analysis.of(DescentSpace.SPACE, study.history(), study.facts());

                assertThat(storage.complete(FIRST)).hasSizeBetween(1, 4);
                assertThat(analysis.importance().shortage())
                        .hasValueSatisfying(why -> assertThat(why).contains("went on from one another's checkpoints"));
                assertThat(analysis.findings()).isEmpty();
            }
        }
    }

    @Test
    void segmentsSayWhatTheyAre_toOtherToolsToo() throws Exception {
        StudySpec spec = PopulationCourseTests.spec(FOUR).withStorage(journal("descent.log"));
        try (Study<Descent> study = Study.open(DescentSpace.SPACE, spec)) {
            study.optimize(new Training(FOUR));
        }
        List<TrialRecord> trials = journal("descent.log").trials(FIRST, DescentSpace.SPACE);

        Segment last = Segment.of(trials.get(15));
        assertThat(trials.get(15).progress().attributes())
                .containsEntry("member", Integer.toString(last.member()))
                .containsEntry("generation", "4")
                .containsEntry("why", last.why());
        PopulationSampler panda = new PopulationSampler(PANDA);
        Map<String, String> notes = new Segment(new Segment.Place(1, 2, 0), Kind.NUDGE, 4, 6, "so").notes(Map.of());
        assertThat(panda.attributes(start(notes)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("child", "2", "day", "3", "why", "so"));
    }

    @Test
    void settingsThatWouldBreakAPopulation_areRefusedBeforeAnythingRuns() {
        InMemoryStorage storage = new InMemoryStorage();
        StudySpec good = PopulationCourseTests.spec(FOUR).withStorage(storage);

        assertRefused(
                StudySpec.minimize("descent", "loss").withSampler(new PopulationSampler(FOUR)), "pruner (AutoPruner)");
        assertRefused(good.withPatience(20), "patience (20)");
        assertRefused(good.withTrials(15), "trials (15) must be at least 16");
        assertRefused(good.withTrainings(8), "trainings (8)");
        assertRefused(good.withOf(Of.BEST), "of (BEST) must be LAST");
        PopulationPlan wrong = PopulationPlan.of(4, 4, 2, Set.of("speed"));
        assertRefused(good.withSampler(new PopulationSampler(wrong)), "adjustable parameter (speed)");
        assertThat(storage.runs("descent")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PopulationSampler(FOUR, new PopulationSampler(FOUR)))
                .withMessageContaining("starts (PopulationSampler) must choose where members begin");
    }

    private static void assertRefused(StudySpec spec, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Study.open(DescentSpace.SPACE, spec))
                .withMessageContaining(text);
    }

    @Test
    void whatChoosesBeginnings_isAPartOfTheCourse_withItsOptions() {
        assertThat(new PopulationSampler(FOUR, new Limited(3)).toString())
                .isNotEqualTo(new PopulationSampler(FOUR, new Limited(4)).toString())
                .contains("Limited[most=3]");
        assertThat(new PopulationSampler(FOUR, new RandomSampler()).toString())
                .isEqualTo(new PopulationSampler(FOUR, new RandomSampler()).toString())
                .endsWith("beginning with RandomSampler");
    }

    private static TrialStart start(Map<String, String> notes) {
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), notes);
        return new TrialStart(3, DescentSpace.SPACE.configuration(Descent.start()), 1, origin, Instant.EPOCH);
    }

    /** Knows so many configurations. */
    private record Limited(int most) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            int seen = ask.history().size();
            return seen < most
                    ? Proposal.Try.of(DescentSpace.SPACE.configuration(new Descent(0.1 + 0.1 * seen, 0, "plain", 4)))
                    : new Proposal.Exhausted("all " + most + " points were tried");
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "some points";
        }
    }

    private JournalStorage journal(String name) {
        return new JournalStorage(folder.resolve(name));
    }
}
