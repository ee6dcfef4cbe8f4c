// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.report.StudyView;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Tells another tool what becomes of a study. {@link Tracking} calls it, on one thread that nothing else waits for: first {@link #opened}, then {@link #told} for
 * each trial that has ended, at last {@link #ended} or {@link #left}. After one call that fails there are no more.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface Tracker {

    /** Returns which tool this is and where, for people, without any credentials. */
    String place();

    /**
     * Takes that a study has begun, or goes on. Trials that have ended before and that the tool does not know are told it now, unless the run is shared:
     * then other processes tell theirs.
     *
     * @param begunAt when the run began, which is the same when it goes on
     */
    void opened(StudyView view, Instant begunAt) throws IOException, InterruptedException;

    /** Takes that a trial has ended. */
    void told(TrialRecord trial) throws IOException, InterruptedException;

    /**
     * Takes that the study has ended.
     *
     * @param files what is left behind of it and the tool may have
     */
    void ended(StudyView view, List<Path> files) throws IOException, InterruptedException;

    /** Takes that the process is about to end: another one may go on with the run. This is to be done at once. */
    void left() throws IOException, InterruptedException;
}
