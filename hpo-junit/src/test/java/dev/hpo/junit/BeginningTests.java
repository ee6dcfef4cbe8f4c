// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.QmcSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.study.Trial;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.StudyFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a study begins with: earlier studies and configurations to try first. */
class BeginningTests {

    private static final List<List<String>> EARLIER = new ArrayList<>();

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
        EARLIER.clear();
    }

    @Test
    void warmStart_knowsTheRunsBefore() throws IOException {
        assertThat(TuningRun.containerFailures(run().of(WarmTestCase.class))).isEmpty();
        assertThat(EARLIER).containsOnly(List.of());
        EARLIER.clear();

        run().of(WarmTestCase.class);

        String line = "3 trials of dev.hpo.junit.BeginningTests.WarmTestCase.tune, run 1";
        assertThat(EARLIER).hasSize(3).containsOnly(List.of(line));
        Path study = run().folder(WarmTestCase.class, "tune");
        assertThat(study.resolve("study.json")).content().contains(line);
        assertThat(run().runs(WarmTestCase.class, "tune"))
                .extracting(run -> run.header().basis().earlier())
                .containsExactly(List.of(), List.of(line));
    }

    @Test
    void coldStart_isTheDefaultAndCanBeForced() {
        run().of(WarmTestCase.class);
        run().of(ColdTestCase.class);
        EARLIER.clear();

        run().of(ColdTestCase.class);
        run().with("hpo.warm", "false").of(WarmTestCase.class);

        assertThat(EARLIER).containsOnly(List.of());
    }

    @Test
    void parameter_namesRunsStudiesOrPaths() {
        run().of(ColdTestCase.class);
        run().of(ColdTestCase.class);
        String study = "dev.hpo.junit.BeginningTests.ColdTestCase.tune";
        String path = run().journal(ColdTestCase.class, "tune").toString();
        EARLIER.clear();

        run().with("hpo.warm", study + ", " + path).of(WarmTestCase.class);
        run().with("hpo.warm", "true").of(ColdTestCase.class);
        run().with("hpo.warm", "last").of(ColdTestCase.class);

        String trials = "3 trials of " + study + ", run ";
        assertThat(EARLIER.stream().distinct()).containsExactly(List.of(trials + 1, trials + 2), List.of(trials + 3));
    }

    @Test
    void changedSpace_isBridged() {
        run().of(ColdTestCase.class);
        EARLIER.clear();

        run().with("hpo.warm", "dev.hpo.junit.BeginningTests.ColdTestCase.tune").of(ChangedTestCase.class);

        // Two of the three points lie above the new bound.
        assertThat(EARLIER.get(0))
                .containsExactly(
                        "1 trial of dev.hpo.junit.BeginningTests.ColdTestCase.tune, run 1; 2 left out, outside the"
                                + " present space");
    }

    @Test
    void missingOrCorruptRuns_failTheTestAndSayWhatToDo() throws IOException {
        assertRefused(
                run().with("hpo.warm", "no.Such.study").of(ColdTestCase.class),
                "hpo.warm (no.Such.study) must be the name of a study beside "
                        + run().journal(ColdTestCase.class, "tune"));
        assertRefused(
                run().with("hpo.warm", ",").of(ColdTestCase.class), "hpo.warm (,) must be true, false, last, or names");
        run().of(WarmTestCase.class);
        Path file = Files.createDirectories(folder.resolve("dev.acme.Old.tune")).resolve("trials.jsonl");
        Files.writeString(file, OldTrials.TEXT + "oh no\n");
        assertRefused(
                run().with("hpo.warm", "dev.acme.Old.tune").of(WarmTestCase.class),
                "hpo.warm (dev.acme.Old.tune): " + file + ", line 5: ");
    }

    @Test
    void replay_needsNoEarlierStudy() {
        run().of(WarmTestCase.class);
        run().of(WarmTestCase.class);
        EngineExecutionResults again = run().with("hpo.replay", "1").of(WarmTestCase.class);

        assertThat(TuningRun.containerFailures(again)).isEmpty();
        assertThat(run().runs(WarmTestCase.class, "tune")).hasSize(2);
    }

    @Test
    void firstTries_followTheStartConfigurationEachOnce() throws IOException {
        Files.writeString(folder.resolve("own.properties"), "former = 0.25\n");
        String names = "first.properties, " + folder.resolve("own.properties") + ", /dev/hpo/junit/first.properties, "
                + "start.properties";

        run().with("hpo.try-first", names).of(StartTestCase.class);

        List<String> lines = run().csv(StartTestCase.class, "tune");
        List<String> header = List.of(lines.get(0).split(",", -1));
        assertThat(lines.subList(1, 5))
                .extracting(line -> List.of(line.split(",", -1)))
                .extracting(
                        cells -> cells.get(header.indexOf("source")) + " " + cells.get(header.indexOf("params_share")))
                .startsWith("INITIAL 0.5", "QUEUED 0.75", "QUEUED 0.25")
                .last()
                .asString()
                .startsWith("SAMPLER");
    }

    @Test
    void firstTriesThatCannotBeRead_failTheTestAndSayWhatToDo() throws IOException {
        assertRefused(
                run().with("hpo.try-first", "nowhere.properties").of(StartTestCase.class),
                "hpo.try-first (nowhere.properties) must be a resource beside " + StartTestCase.class.getName()
                        + " or a file in ");
        Path outside = folder.resolve("outside.properties");
        Files.writeString(outside, "share = 2\n");
        assertRefused(
                run().with("hpo.try-first", outside.toString()).of(StartTestCase.class), "hpo.try-first: " + outside);
        Path latin = folder.resolve("latin.properties");
        Files.write(latin, new byte[] {'#', (byte) 0xE4, '\n'});
        assertRefused(
                run().with("hpo.try-first", latin.toString()).of(StartTestCase.class), latin + " must be in UTF-8");
    }

    @Test
    void firstTriesOfTheAnnotation_areRun() throws IOException {
        assertThat(TuningRun.containerFailures(run().of(FirstTestCase.class))).isEmpty();
        assertThat(run().csv(FirstTestCase.class, "tune").get(1)).contains("1.5,2");
    }

    private static void assertRefused(EngineExecutionResults results, String message) {
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining(message));
    }

    private TuningRun run() {
        return new TuningRun(folder);
    }

    @SampleWith(Listening.class)
    static class WarmTestCase {
        @TuningTest(trials = 3)
        @Minimize("loss")
        @WarmStart
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }

    @SampleWith(Listening.class)
    static class ColdTestCase {
        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }

    @SearchSpace
    record Changed(
            @FormerlyNamed("x") @Uniform(min = 0, max = 5) double width,
            @Uniform(min = 0, max = 1) double added) {}

    @SampleWith(Listening.class)
    static class ChangedTestCase {
        @TuningTest(trials = 1)
        @Minimize("loss")
        void tune(Changed changed, Trial trial) {
            trial.report(changed.width());
        }
    }

    static class FirstTestCase {
        @TuningTest(trials = 2)
        @Minimize("loss")
        @TryFirst("paper.properties")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }

    @SearchSpace
    record Share(
            @FormerlyNamed("former") @Uniform(min = 0, max = 1)
            double share) {
        @Initial
        static Share start() {
            return new Share(0.5);
        }
    }

    static class StartTestCase {
        @TuningTest(trials = 4)
        @Minimize("loss")
        void tune(Share share, Trial trial) {
            trial.report(share.share());
        }
    }

    /** Writes down which earlier studies it is told of. */
    static final class Listening implements Sampler {

        private final Sampler points = new QmcSampler();

        @Override
        public Proposal propose(Ask ask) {
            EARLIER.add(
                    ask.facts().earlier().stream().map(EarlierStudy::describe).toList());
            return points.propose(ask);
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "listening";
        }
    }
}
