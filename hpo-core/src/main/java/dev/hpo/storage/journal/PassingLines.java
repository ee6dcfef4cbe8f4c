// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import dev.hpo.storage.journal.line.Operation;
import org.jspecify.annotations.Nullable;

/** What the lines of a journal do, read one after another as far as studies go, and which trial each is about; no trial is kept. */
final class PassingLines implements Interest {

    private static final int NO_TRIAL = -1;

    private final JournalState state = new JournalState(Following.studies());
    private final LineReader reader = new LineReader(this);
    private int trial = NO_TRIAL;

    /**
     * Reads the next line.
     *
     * @return nothing if it cannot be read
     */
    @Nullable
    Passing read(Bytes line) {
        trial = NO_TRIAL;
        try {
            Operation operation =
                    reader.read(line.all(), line.from(), line.to()).operation();
            return new Passing(operation, state.apply(operation), trial);
        } catch (LineException e) {
            return null;
        }
    }

    @Override
    public boolean inTrialsOf(int study) {
        return false;
    }

    /** The reader asks this of the trial of each line, which is all that is wanted of it. */
    @Override
    public boolean inTrial(int id) {
        trial = id;
        return false;
    }

    @Override
    public boolean inReports() {
        return true;
    }

    /**
     * A line.
     *
     * @param operation what it does; of trials, no more than that
     * @param receipt what has become of it
     * @param trial the number of the trial that it changes; none that there can be if it does something else
     */
    record Passing(Operation operation, Receipt receipt, int trial) {

        private static final int NO_STUDY = -1;

        /** Returns the study in which it has begun a trial; none that there can be if it has begun none. */
        int studyOfBeginning() {
            if (!receipt.counted()) {
                return NO_STUDY;
            }
            if (operation instanceof Operation.PassedTrial passed) {
                return passed.study();
            }
            return operation instanceof Operation.CreateTrial queued ? queued.study() : NO_STUDY;
        }

        /** Returns whether it has begun a trial. */
        boolean isBeginning() {
            return studyOfBeginning() != NO_STUDY;
        }
    }
}
