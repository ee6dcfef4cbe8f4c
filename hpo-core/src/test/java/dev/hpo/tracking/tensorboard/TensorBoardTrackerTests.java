// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.tensorboard;

import static dev.hpo.tracking.TrackedStudies.METRIC;
import static dev.hpo.tracking.TrackedStudies.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.StudyView;
import dev.hpo.tracking.TrackedStudies;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardTrackerTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void trial_hasItsConfiguration_itsValuesByStep_andItsEnd() throws IOException {
        List<Message> events = events(TrackedStudies.trial(1, Outcome.Complete.of(0.5), 0.9, 0.5));

        assertThat(events.get(0).text(3)).isEqualTo("brain.Event:2");
        assertThat(events.get(0).values(1)).containsExactly(NOON.plusSeconds(10).getEpochSecond() + 0.0);
        assertThat(hyperparameters(events.get(1).within(5, 1, 9, 1, 2, 3)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("learningRate", 0.05, "layers[0].units", 51.0, "optimizer", "adam"));
        assertThat(events.get(1).within(5, 1, 9, 1, 2, 3).has(4))
                .as("a name that trials of other runs have as well")
                .isFalse();
        assertThat(scalars(events))
                .containsExactly(
                        METRIC + " 2: 0.5",
                        "intermediate/" + METRIC + " 1: 0.9",
                        "intermediate/" + METRIC + " 2: 0.5",
                        "accuracy 1: 0.75");
        Message last = events.get(events.size() - 1);
        assertThat(last.within(5, 1).text(1)).isEqualTo("_hparams_/session_end_info");
        assertThat(last.within(5, 1, 9, 1, 2, 4).value(1)).isEqualTo(1L);
        assertThat(last.within(5, 1, 9, 1, 2, 4).value(2))
                .isEqualTo(NOON.plusSeconds(12).getEpochSecond() + 0.0);
    }

    @Test
    void trialThatFailed_isAFailure_andNamesOfUsersHaveNoControlCodes() throws IOException {
        Progress hostile =
                new Progress(List.of(), Map.of("\u001b]0;x", List.of(new Observation(1, Double.NaN))), Map.of());
        Outcome failed = TrackedStudies.failed(0, "no").outcome();

        List<Message> events = events(TrackedStudies.trial(0, hostile, failed));

        assertThat(scalars(events)).containsExactly("\\u001b]0;x 1: NaN");
        assertThat(events.get(events.size() - 1).within(5, 1, 9, 1, 2, 4).value(1))
                .isEqualTo(2L);
    }

    @Test
    void runs_haveAFolder_andTrialsOneWithin() throws IOException {
        TensorBoardTracker tracker = new TensorBoardTracker(folder.resolve("study"));

        tracker.opened(TrackedStudies.view(), NOON);
        tracker.told(TrackedStudies.trial(0, Outcome.Complete.of(1)), TrackedStudies.STANDING);
        tracker.told(TrackedStudies.trial(1, new Outcome.Pruned("bad"), 0.5), TrackedStudies.STANDING);

        assertThat(files())
                .containsExactly(
                        "study/run-3-20260301-120000/trial-0/events.out.tfevents.1772366400.hpo",
                        "study/run-3-20260301-120000/trial-1/events.out.tfevents.1772366410.hpo");
    }

    @Test
    void trialsThatAreNotWritten_areMissing() throws IOException {
        TrialRecord first = TrackedStudies.trial(0, Outcome.Complete.of(1));
        TrialRecord second = TrackedStudies.trial(1, Outcome.Complete.of(2));
        TensorBoardTracker tracker = new TensorBoardTracker(folder);
        tracker.opened(TrackedStudies.view(), NOON);
        tracker.told(first, TrackedStudies.STANDING);

        assertThat(tracker.missing(TrackedStudies.view(first, second), true)).containsExactly(second);

        TensorBoardTracker next = new TensorBoardTracker(folder);
        next.opened(TrackedStudies.view(first, second), NOON);
        assertThat(next.missing(TrackedStudies.view(first, second), false)).containsExactly(second);
    }

    @Test
    void sharedRun_isLeftToThoseWhoRunItsTrials_untilTheLastOneEnds() throws IOException {
        TrialRecord trial = TrackedStudies.trial(0, Outcome.Complete.of(1));
        StudyView view = TrackedStudies.view(true, Optional.empty(), trial);
        TensorBoardTracker tracker = new TensorBoardTracker(folder);

        tracker.opened(view, NOON);

        assertThat(tracker.missing(view, false)).isEmpty();
        assertThat(tracker.missing(view, true)).containsExactly(trial);
    }

    private static List<Message> events(TrialRecord trial) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        EventFile.write(trial, TrackedStudies.SPACE, METRIC, file);
        return Message.all(file.toByteArray());
    }

    private static Map<String, Object> hyperparameters(Message start) {
        Map<String, Object> all = new TreeMap<>();
        for (Object entry : start.values(1)) {
            Message pair = Message.of((byte[]) entry);
            Message value = pair.within(2);
            all.put(pair.text(1), value.has(2) ? value.value(2) : value.text(3));
        }
        return all;
    }

    private static List<String> scalars(List<Message> events) {
        return events.stream()
                .filter(event -> event.has(5) && event.within(5, 1).has(2))
                .map(event -> event.within(5, 1).text(1) + " " + event.value(2) + ": "
                        + event.within(5, 1).value(2))
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
