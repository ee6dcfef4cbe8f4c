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
 * each trial that has ended, at last {@link #ended} or {@link #left}. What fails with an {@link AwayException} is called again later; after one that fails otherwise there are no more
 * calls.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface Tracker {

    /** Returns which tool this is and where, for people, without any credentials. */
    String place();

    /** Returns a number that changes whenever something has come to the tool. Any thread may ask. */
    long progress();

    /**
     * Takes that a study has begun, or goes on.
     *
     * @param begunAt when the run began, which is the same when it goes on
     */
    void opened(StudyView view, Instant begunAt) throws IOException, InterruptedException;

    /**
     * Returns the trials of a study that have ended and that the tool does not know. In a run that processes share each tells its own ones, and the last one what
     * others have left out.
     *
     * @param isLast whether no other process goes on with the run
     */
    List<TrialRecord> missing(StudyView view, boolean isLast) throws IOException, InterruptedException;

    /**
     * Takes that a trial has ended.
     *
     * @param standing how far the study had come by then
     */
    void told(TrialRecord trial, Standing standing) throws IOException, InterruptedException;

    /**
     * Takes that the study has ended.
     *
     * @param files what is left behind of it and the tool may have
     * @param isLast whether no other process goes on with the run
     */
    void ended(StudyView view, List<Path> files, boolean isLast) throws IOException, InterruptedException;

    /** Takes that the process is about to end: another one may go on with the run. This is to be done at once, and by another thread than the rest. */
    void left() throws IOException, InterruptedException;
}
