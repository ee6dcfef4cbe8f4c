// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.launch.Console;
import dev.hpo.report.StudyView;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import dev.hpo.study.Study;
import dev.hpo.tracking.Patience;
import dev.hpo.tracking.Standing;
import dev.hpo.tracking.Tracker;
import dev.hpo.tracking.Tracking;
import dev.hpo.tracking.mlflow.MlflowCredentials;
import dev.hpo.tracking.mlflow.MlflowTracker;
import dev.hpo.tracking.tensorboard.TensorBoardTracker;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The other tools that are told of a study, as it is set to. Safe for use by several threads. */
final class Elsewhere {

    private final StudySetup setup;
    private final PathMask mask;
    private volatile List<Tracking> trackings = List.of();

    /** Whether the end of the study is on its way. */
    private volatile boolean isEnding;

    private volatile boolean isLast = true;

    Elsewhere(StudySetup setup) {
        this.setup = setup;
        this.mask = StudyFiles.mask(setup.module());
    }

    /** Takes that the study has begun, or goes on. */
    void opened(StudyView view) {
        if (setup.settings().tensorBoard().isEmpty()
                && setup.settings().mlflow().isEmpty()) {
            return;
        }
        Instant begunAt = begunAt(view);
        trackings = Stream.of(tensorBoard(), mlflow())
                .flatMap(Optional::stream)
                .map(tracker -> new Tracking(
                        tracker, setup.method().shortName(), text -> Console.print(mask.of(text)), Patience.USUAL))
                .toList();
        trackings.forEach(tracking -> tracking.opened(view, begunAt));
    }

    private Optional<Tracker> tensorBoard() {
        Path study = setup.places().reports().getFileName();
        return setup.settings()
                .tensorBoard()
                .map(folder -> new TensorBoardTracker(folder.toAbsolutePath().resolve(study)));
    }

    private Optional<Tracker> mlflow() {
        return setup.settings().mlflow().flatMap(this::mlflow);
    }

    /** A runtime that was cut down may have no client for HTTP. */
    private Optional<Tracker> mlflow(URI server) {
        MlflowCredentials credentials = MlflowCredentials.of(name -> Optional.ofNullable(System.getenv(name)));
        try {
            return Optional.of(new MlflowTracker(server, credentials, mask));
        } catch (LinkageError e) {
            Console.print("hpo: " + setup.method().shortName() + ": nothing goes to MLflow at " + server
                    + ", since this Java has no module java.net.http; the study goes on as it would");
            return Optional.empty();
        }
    }

    /** A run in memory does not go on. */
    private Instant begunAt(StudyView view) {
        try {
            return setup.runs().stream()
                    .map(RunRecord::header)
                    .filter(run -> run.id().kind() == RunKind.SEARCH
                            && run.id().number() == view.run().number())
                    .map(run -> run.createdAt())
                    .findFirst()
                    .orElseGet(() -> view.run().startedAt());
        } catch (StorageException e) {
            return view.run().startedAt();
        }
    }

    /** Takes that a trial of a study has ended, if it has. */
    void told(Study<?> study, TrialRecord trial) {
        if (!trackings.isEmpty() && trial.state().isFinished()) {
            Standing standing = Standing.of(study.history(), study.facts().direction());
            trackings.forEach(tracking -> tracking.told(trial, standing));
        }
    }

    /**
     * Takes that the study has ended.
     *
     * @param files what is left behind of it
     * @param isHurried whether the process is about to end
     */
    void ended(StudyView view, List<Path> files, boolean isHurried) {
        if (trackings.isEmpty()) {
            return;
        }
        isLast = !isLeftToOthers(view);
        if (isHurried) {
            trackings.forEach(tracking -> tracking.leave(isLast));
        } else {
            isEnding = true;
            // All at once, so that one that is slow is not waited for alone.
            trackings.forEach(tracking -> tracking.end(view, files, isLast));
            trackings.forEach(Tracking::awaitEnd);
        }
    }

    /** Takes that the process is about to end while the end of the study is on its way: nobody waits for that any more. */
    void leave() {
        if (isEnding) {
            trackings.forEach(tracking -> tracking.leave(isLast));
        }
    }

    /** Returns whether other processes go on with a run that is shared. */
    private boolean isLeftToOthers(StudyView view) {
        try {
            return view.run().begin().isShared()
                    && setup.runs().stream()
                            .anyMatch(run -> run.isHeld()
                                    && run.id().kind() == RunKind.SEARCH
                                    && run.id().number() == view.run().number());
        } catch (StorageException e) {
            return false;
        }
    }
}
