// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.tensorboard;

import dev.hpo.report.StudyView;
import dev.hpo.tracking.Standing;
import dev.hpo.tracking.TrackedTrials;
import dev.hpo.tracking.Tracker;
import dev.hpo.trial.TrialRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes event files for TensorBoard: in the folder of the study one for each run, and in that one for each trial that has ended, such as
 * {@code run-3-20260301-120000/trial-17}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class TensorBoardTracker implements Tracker {

    private static final DateTimeFormatter BEGIN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final AtomicLong written = new AtomicLong();
    private Optional<Run> run = Optional.empty();

    /**
     * Creates a tracker.
     *
     * @param folder the folder of the study, which need not be there
     */
    public TensorBoardTracker(Path folder) {
        this.folder = folder;
    }

    @Override
    public String place() {
        return "TensorBoard's files in " + folder;
    }

    /** The time tells runs apart whose numbers begin anew, as those of a study that was deleted. */
    @Override
    public void opened(StudyView view, Instant begunAt) throws IOException {
        Run opened = new Run(view, folder.resolve("run-" + view.run().number() + "-" + BEGIN.format(begunAt)));
        run = Optional.of(opened);
    }

    @Override
    public long progress() {
        return written.get();
    }

    @Override
    public List<TrialRecord> missing(StudyView view, boolean isLast) throws IOException {
        List<TrialRecord> missing = new ArrayList<>();
        if (isLast || !view.run().begin().isShared()) {
            for (TrialRecord trial : TrackedTrials.in(view.history()).toList()) {
                if (!run.orElseThrow().isWritten(trial)) {
                    missing.add(trial);
                }
            }
        }
        return missing;
    }

    @Override
    public void told(TrialRecord trial, Standing standing) throws IOException {
        run.orElseThrow().write(trial);
        written.incrementAndGet();
    }

    @Override
    public void ended(StudyView view, List<Path> files, boolean isLast) {}

    @Override
    public void left() {}

    /**
     * A run of a study.
     *
     * @param view the study as it was opened
     * @param folder the folder for its trials
     */
    private record Run(StudyView view, Path folder) {

        private Path place(TrialRecord trial) {
            return folder.resolve("trial-" + trial.number());
        }

        boolean isWritten(TrialRecord trial) throws IOException {
            if (!Files.isDirectory(place(trial))) {
                return false;
            }
            try (Stream<Path> files = Files.list(place(trial))) {
                return files.anyMatch(file -> file.getFileName().toString().contains(".tfevents."));
            }
        }

        /** TensorBoard takes a file for one that is being written on as long as its name is the right one: it gets that when it is whole. */
        void write(TrialRecord trial) throws IOException {
            Path place = Files.createDirectories(place(trial));
            Path part = place.resolve("events.part");
            try {
                try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(part))) {
                    EventFile.write(trial, view.space(), view.run().metric(), target);
                }
                long begin = trial.start().startedAt().getEpochSecond();
                Files.move(
                        part, place.resolve("events.out.tfevents." + begin + ".hpo"), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
