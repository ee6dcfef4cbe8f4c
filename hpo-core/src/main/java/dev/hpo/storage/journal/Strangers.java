// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks in a journal for other programs, which unlike ours do not say that they have it open: they are known only by what they write. Of lines
 * that begin or change trials of theirs all is read; of their trials only those that go on are kept.
 */
final class Strangers implements LineScanner.Sink {

    /** What each line that begins a trial of ours has in it, or makes a queued one ours. */
    private static final byte[] OURS = "\"hpo:".getBytes(StandardCharsets.US_ASCII);

    private final PassingLines lines = new PassingLines();
    private final LineReader reader = new LineReader(Interest.ALL);

    /** Trials that have not ended, with their studies. */
    private final Map<Integer, Integer> open = new HashMap<>();

    /** When the last trial of a study has ended. */
    private final Map<Integer, Instant> ended = new HashMap<>();

    private Strangers() {}

    /**
     * Returns whether another program may have a journal open: a trial of one goes on, or has ended lately.
     *
     * @param journal all of it is whole lines
     * @param lately since when
     */
    static boolean areIn(JournalFile journal, Instant lately) throws IOException {
        Strangers strangers = new Strangers();
        new LineScanner().scan(journal, 0, journal.size(), strangers);
        return !strangers.open.isEmpty() || strangers.ended.values().stream().anyMatch(lately::isBefore);
    }

    @Override
    public void line(byte[] bytes, int from, int to, long offset) {
        Bytes line = new Bytes(bytes, from, to);
        PassingLines.Passing passing = lines.read(line);
        if (passing == null) {
            return;
        }
        if (passing.isBeginning()) {
            begin(passing.studyOfBeginning(), passing.receipt().id(), line);
        } else if (passing.operation() instanceof Operation.DeleteStudy deletion) {
            if (passing.receipt().counted()) {
                forget(deletion.study());
            }
        } else {
            change(passing.trial(), line);
        }
    }

    @Override
    public void overlong(long offset, long length) {
        // Nobody can read it.
    }

    private void begin(int study, int trial, Bytes line) {
        if (line.contains(OURS) || PlaceKeeper.is(line)) {
            return;
        }
        open.put(trial, study);
        try {
            if (read(line) instanceof Operation.CreateTrial creation) {
                take(trial, creation.trial().standing());
            }
        } catch (LineException e) {
            // It was read once, if not all of it, so that it creates a trial, which counts as failed.
            take(trial, LostTrials.DRAFT.standing());
        }
    }

    private void change(int trial, Bytes line) {
        if (!open.containsKey(trial)) {
            return;
        }
        try {
            Operation operation = read(line);
            if (operation instanceof Operation.SetState setting) {
                take(trial, setting.standing());
            } else if (operation instanceof Operation.TrialAttribute && line.contains(OURS)) {
                open.remove(trial);
            }
        } catch (LineException e) {
            // It does not count.
        }
    }

    private Operation read(Bytes line) throws LineException {
        return reader.read(line.all(), line.from(), line.to()).operation();
    }

    private void take(int trial, Standing standing) {
        if (standing.state().isFinished()) {
            Integer study = open.remove(trial);
            standing.completedAt()
                    .ifPresent(time -> ended.merge(study, time, (one, other) -> one.isAfter(other) ? one : other));
        }
    }

    /** Nobody can write to the trials of a study that was deleted any more. */
    private void forget(int study) {
        open.values().removeIf(of -> of == study);
        ended.remove(study);
    }
}
