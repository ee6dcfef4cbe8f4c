// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.sampler.TpeSampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Space;
import dev.hpo.storage.EarlierRuns;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunRecord;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.StudyFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmStartTests {

    private static final StudySpec SPEC =
            StudySpec.minimize("cells", "distance").withTrials(6).withSeed(1);
    private static final EarlierStudy.Result RESULT =
            new EarlierStudy.Result(PointSpace.SPACE.configuration(new Point(0, 0, 1)), 1);

    private Path file;

    @BeforeEach
    void open(@TempDir Path temporary) {
        file = temporary.resolve("cells.log");
    }

    @Test
    void coldStudy_knowsNothingOfEarlierRuns() throws InterruptedException {
        run(SPEC.withStorage(new JournalStorage(file)));
        StudyResult<Point> second = run(SPEC.withStorage(new JournalStorage(file)));
        assertThat(second.facts().earlier()).isEmpty();
        assertThat(headers()).extracting(header -> header.basis().earlier()).containsOnly(List.of());
    }

    @Test
    void earlierRuns_areReadOnceBeforeTheStudyBegins_andNotedInItsHeader() throws InterruptedException {
        StudySpec spec = SPEC.withStorage(new JournalStorage(file)).withEarlier(EarlierRuns.ifAny(file));
        assertThat(run(spec).facts().earlier()).isEmpty();

        List<EarlierStudy> earlier = run(spec).facts().earlier();

        assertThat(earlier).singleElement().satisfies(study -> {
            assertThat(study.describe()).isEqualTo("6 trials of cells, run 1");
            assertThat(study.results().get(0))
                    .isEqualTo(new EarlierStudy.Result(
                            PointSpace.SPACE.configuration(Point.start()),
                            Point.start().distance()));
        });
        assertThat(headers())
                .extracting(header -> header.basis().earlier())
                .containsExactly(List.of(), List.of("6 trials of cells, run 1"));
    }

    @Test
    void runThatIsNamedTwice_countsOnce() throws InterruptedException {
        StudySpec spec = SPEC.withStorage(new JournalStorage(file));
        run(spec);

        StudySpec twice = spec.withEarlier(EarlierRuns.at(file))
                .withEarlier(EarlierRuns.at(file).last());

        assertThat(run(twice).facts().earlier()).hasSize(1);
    }

    @Test
    void sameSeedAndSameEarlierStudies_giveTheSameTrials() throws InterruptedException {
        StudySpec warm = SPEC.withSampler(new OfEarlier())
                .withEarlier(present -> List.of(new EarlierStudy("old", Direction.MINIMIZE, List.of(RESULT), 0)));
        List<Configuration> first = configurations(run(warm.withStorage(new InMemoryStorage())));
        List<Configuration> second = configurations(run(
                warm.withStorage(new InMemoryStorage()).withMode(Mode.ORDERED).withThreads(2)));
        assertThat(first).isEqualTo(second).contains(RESULT.configuration());
    }

    @Test
    void samplerThatDoesNotLearnFromThem_isSaidNotTo() {
        StudySpec warm =
                SPEC.withEarlier(present -> List.of(new EarlierStudy("old", Direction.MINIMIZE, List.of(RESULT), 0)));
        try (Study<Point> random = Study.open(PointSpace.SPACE, warm.withSampler(new RandomSampler()));
                Study<Point> tpe = Study.open(PointSpace.SPACE, warm.withSampler(new TpeSampler()))) {
            assertThat(random.samplerDescription()).endsWith("; it does not learn from earlier studies");
            assertThat(tpe.samplerDescription()).doesNotContain("earlier");
        }
    }

    @Test
    void earlierStudiesOfAnotherDirectionOrSpace_areRefused() {
        assertThatThrownBy(() -> Study.open(
                        PointSpace.SPACE,
                        SPEC.withEarlier(
                                present -> List.of(new EarlierStudy("old", Direction.MAXIMIZE, List.of(RESULT), 0)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "StudySpec.earlier (old) must have direction MINIMIZE, as the study to start; it has MAXIMIZE");
        EarlierStudy.Result empty =
                new EarlierStudy.Result(Configuration.builder().build(), 1);
        assertThatThrownBy(() -> Study.open(
                        PointSpace.SPACE,
                        SPEC.withEarlier(
                                present -> List.of(new EarlierStudy("old", Direction.MINIMIZE, List.of(empty), 0)))))
                .isInstanceOf(ConfigurationException.class);
    }

    private static StudyResult<Point> run(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            return study.optimize((point, trial) -> trial.report(point.distance()));
        }
    }

    private List<RunHeader> headers() {
        return new JournalStorage(file)
                .runs("cells").stream().map(RunRecord::header).toList();
    }

    private static List<Configuration> configurations(StudyResult<Point> result) {
        List<Configuration> all = new ArrayList<>();
        result.history().trials().forEach(trial -> all.add(trial.configuration()));
        return all;
    }

    /** Proposes what the first earlier study has tried. */
    private static final class OfEarlier implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return Proposal.Try.of(ask.facts().earlier().get(0).results().get(0).configuration());
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "of earlier ones";
        }
    }
}
