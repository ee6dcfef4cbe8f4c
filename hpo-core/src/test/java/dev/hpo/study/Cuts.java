// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Cuts a study off after some of its trials and goes on with it, again and again.
 *
 * @param folder where to, which must be empty
 * @param every after how many trials more each time
 */
record Cuts(Path folder, int every) {

    private static final RunId FIRST = new RunId("points", 1);

    void assertSame(StudySpec spec) throws Exception {
        List<Object> whole = facts(spec.withStorage(new JournalStorage(folder.resolve("whole.log"))));

        for (int cut = 0; cut < whole.size(); cut += every) {
            StudySpec here = spec.withStorage(new JournalStorage(folder.resolve("cut" + cut + ".log")));
            try (Study<Point> study = Study.open(PointSpace.SPACE, here)) {
                for (int trial = 0; trial < cut && study.history().size() < cut; trial++) {
                    run(study);
                }
                study.ask();
            }

            assertThat(resumed(here)).as("cut after " + cut).isEqualTo(whole);
        }
        assertThat(whole.toString()).contains("isPaused=true", "Complete").containsPattern("OptionalInt\\[\\d+]");
    }

    private static List<Object> facts(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            return facts(study.optimize(new SavedCourse()).history().trials());
        }
    }

    private static List<Object> resumed(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            return facts(study.optimize(new SavedCourse()).history().trials());
        }
    }

    /** All but the times, and that an attempt was not the first. */
    private static List<Object> facts(List<TrialRecord> trials) {
        return Course.facts(trials.stream()
                .map(trial -> trial.with(new Progress(
                        trial.observations(),
                        trial.progress().metrics(),
                        Map.of(),
                        trial.progress().inherited())))
                .toList());
    }

    /** Runs the next trial to its end. */
    static TrialRecord run(Study<Point> study) throws Exception {
        Suggestion<Point> suggestion = study.ask().orElseThrow();
        try {
            new SavedCourse().run(suggestion.config(), suggestion.trial());
            return study.tell(suggestion.trial());
        } catch (TrialPrunedException e) {
            return study.tell(suggestion.trial(), e);
        }
    }
}
