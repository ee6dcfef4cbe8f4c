// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunStore;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialState;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trial that is queued with some of its values has others of its own for the rest. */
@Timeout(120)
class QueuedValuesTests {

    private JournalStorage journal;

    @BeforeEach
    void open(@TempDir Path folder) {
        journal = new JournalStorage(folder.resolve("points.log"));
    }

    /** The points of a grid have their values in common, and a forest changes one value of what was good. */
    static Stream<String> samplersOfNewValues() {
        return Samplers.names().stream()
                .filter(name -> !Set.of("grid", "forest").contains(name));
    }

    /** What completes a queued trial is no point of a sequence with which the sampler then goes on. */
    @ParameterizedTest
    @MethodSource("samplersOfNewValues")
    void valuesThatCompleteAQueuedTrial_areThoseOfNoOther(String sampler) throws Exception {
        StudySpec spec = StudySpec.minimize("points", "distance")
                .withTrials(40)
                .withSampler(Samplers.named(sampler))
                .withStorage(journal);
        try (Study<Spot> study = Study.open(SpotSpace.SPACE, spec)) {
            for (int turn = 0; turn < 10; turn++) {
                queue(0.01 + turn / 10.0);
                queue(0.02 + turn / 10.0);
                run(study, 4);
            }

            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(40);
            List<Double> completed = inside(study, Origin::isOfStorage);
            assertThat(completed).doesNotHaveDuplicates();
            assertThat(inside(study, origin -> !origin.isOfStorage())).doesNotContainAnyElementsOf(completed);
        }
    }

    /** Returns where trials are between the ends, which a model may choose again and again. */
    private static List<Double> inside(Study<Spot> study, Predicate<Origin> which) {
        List<Double> values = study.history().trials().stream()
                .filter(trial -> which.test(trial.start().origin()))
                .map(trial -> trial.configuration().get(SpotSpace.SPACE.y))
                .filter(y -> y > 0.001 && y < 0.999)
                .toList();
        assertThat(values).hasSizeGreaterThan(3);
        return values;
    }

    private void queue(double x) {
        RunStore store = journal.join(new RunId("points", 1), SpotSpace.SPACE);
        store.queue(Configuration.builder().set(SpotSpace.SPACE.x, x).build());
        store.close();
    }

    private static void run(Study<Spot> study, int trials) throws Exception {
        for (int i = 0; i < trials; i++) {
            Suggestion<Spot> suggestion = study.ask().orElseThrow();
            Spot spot = suggestion.config();
            suggestion.trial().report(Math.hypot(spot.x(), spot.y()));
            study.tell(suggestion.trial());
        }
    }
}
