// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Line;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import dev.hpo.storage.journal.line.LineWriter;
import dev.hpo.storage.journal.line.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** How far a journal was read, and what that has come to. Not safe for use by several threads. */
final class Replay {

    /** More bad lines than these are not told one by one. */
    private static final int MOST_FAULTS = 100;

    /** After so many lines none of which is one of a journal, there will be none. */
    private static final int STRANGE_LINES = 1000;

    private static final String LEFT_OUT = "the line is left out";
    private static final byte[] BEGINNING = "{\"op_code\"".getBytes(StandardCharsets.US_ASCII);
    private static final long NOWHERE = -1;

    private final JournalFile file;
    private final Consumer<Fault> listener;
    private final JournalState state;
    private final LineReader reader;
    private final LineScanner scanner = new LineScanner();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();
    private long offset;
    private long lines;
    private long operations;
    private long strange;
    private long blanksFrom = NOWHERE;
    private long blanks;

    /**
     * Begins to read a file.
     *
     * @param listener is told of each line that does not count
     */
    Replay(JournalFile file, Following following, Consumer<Fault> listener) {
        this.file = file;
        this.listener = listener;
        this.state = new JournalState(following);
        this.reader = new LineReader(state);
    }

    JournalState state() {
        return state;
    }

    /** Returns where the last whole line that was read ends. */
    long offset() {
        return offset;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Damage> damages() {
        return damages;
    }

    /** Returns where the blank lines at the end begin, which are harmless there and nowhere else. */
    long wholeUntil() {
        return blanksFrom == NOWHERE ? offset : blanksFrom;
    }

    /**
     * Reads on to the present end.
     *
     * @return what has become of the operations of one worker
     */
    List<Receipt> catchUp(String worker) throws IOException {
        return catchUp(worker, file.size());
    }

    /**
     * Reads on to an end.
     *
     * @param size how long the file is
     */
    List<Receipt> catchUp(String worker, long size) throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        if (size > offset) {
            offset = scanner.scan(file, offset, size, new Applying(worker, receipts));
            if (operations == 0) {
                requireJournal(size);
            }
        }
        return receipts;
    }

    /** Takes lines that this process has written where it had read to, without reading them again. */
    List<Receipt> add(List<Operation> written, int length, String worker) {
        List<Receipt> receipts = new ArrayList<>(written.size());
        for (Operation operation : written) {
            receipts.add(state.apply(operation, worker));
        }
        offset += length;
        lines += written.size();
        operations += written.size();
        return receipts;
    }

    /** Checks that a file in the place of this one is this one without studies that were moved; else somebody has taken it away. */
    void requireContinued() throws IOException {
        try (JournalFile present = new JournalFile(file.path())) {
            Replay read = new Replay(present, Following.studies(), fault -> {});
            read.catchUp("");
            if (!read.state.continues(state)) {
                throw file.gone();
            }
        }
    }

    /** Forgets blank lines at the end, which were cut off. */
    void dropBlanks() {
        offset = wholeUntil();
        lines -= blanks;
        blanksFrom = NOWHERE;
        blanks = 0;
    }

    /** A file with one torn line only may be a journal whose first writer was killed. */
    private void requireJournal(long size) throws IOException {
        boolean isEmpty = strange == 0;
        if (isEmpty && size > offset) {
            byte[] torn = new byte[(int) Math.min(BEGINNING.length, size - offset)];
            int length = file.read(offset, torn, 0, torn.length);
            for (int at = 0; at < length; at++) {
                isEmpty &= torn[at] == BEGINNING[at];
            }
        }
        if (!isEmpty) {
            throw refused();
        }
    }

    private JournalException refused() {
        return new JournalException(
                file.path()
                        + " must be a file in the journal format of Optuna, but has no line of it; name another file, or move this one away");
    }

    /** Tells of a line that does not count. */
    void addFault(long number, String text) {
        if (faults.size() < MOST_FAULTS) {
            Fault fault = new Fault(number, file.path() + ", line " + number + ": " + text);
            faults.add(fault);
            listener.accept(fault);
        }
    }

    private final class Applying implements LineScanner.Sink {

        private final String worker;
        private final List<Receipt> receipts;

        Applying(String worker, List<Receipt> receipts) {
            this.worker = worker;
            this.receipts = receipts;
        }

        @Override
        public void line(byte[] bytes, int from, int to, long at) {
            lines++;
            if (isBlank(bytes, from, to)) {
                blanksFrom = blanksFrom == NOWHERE ? at : blanksFrom;
                blanks++;
                return;
            }
            tellOfBlanks();
            try {
                Line line = reader.read(bytes, from, to);
                operations++;
                Receipt receipt = state.apply(line.operation(), line.worker());
                if (line.operation() instanceof Operation.CreateTrial creation) {
                    noteMissing(creation.study());
                }
                line.fault().ifPresent(fault -> addFault(lines, fault + "; " + cost(line.operation(), receipt)));
                if (line.worker().equals(worker)) {
                    receipts.add(receipt);
                }
            } catch (LineException e) {
                if (e.isBroken()) {
                    CRC32 checksum = new CRC32();
                    checksum.update(bytes, from, to - from);
                    damages.add(new Damage(at, to - from, lines, checksum.getValue(), Damage.Cost.UNKNOWN));
                }
                leaveOut(e.getMessage() + "; " + LEFT_OUT);
            }
        }

        private static String cost(Operation operation, Receipt receipt) {
            if (!receipt.counted()) {
                return LEFT_OUT;
            }
            return operation instanceof Operation.CreateTrial
                    ? "the trial that it begins counts as failed"
                    : "the trial that it is about counts as failed when it has ended";
        }

        @Override
        public void overlong(long at, long length) {
            lines++;
            tellOfBlanks();
            leaveOut("must have at most " + LineWriter.LONGEST + " bytes, not " + length + "; " + LEFT_OUT);
        }

        private void tellOfBlanks() {
            if (blanksFrom != NOWHERE) {
                addFault(lines - blanks, "must not be blank; Optuna cannot read the file: remove the line");
                blanksFrom = NOWHERE;
                blanks = 0;
            }
        }

        /** Which of the lines that are damaged right before it have begun trials makes no difference: the last ones, then. */
        private void noteMissing(int study) {
            LostTrials.Missing missing = state.missing();
            OptionalInt where = missing.isOfOneStudy() ? OptionalInt.of(study) : OptionalInt.empty();
            for (int i = Math.max(0, damages.size() - missing.inFile()); i < damages.size(); i++) {
                damages.set(i, damages.get(i).with(new Damage.Cost(true, where)));
            }
        }

        private void leaveOut(String text) {
            addFault(lines, text);
            state.noteLeftOut();
            strange++;
            if (operations == 0 && strange >= STRANGE_LINES) {
                throw refused();
            }
        }

        private static boolean isBlank(byte[] bytes, int from, int to) {
            for (int at = from; at < to; at++) {
                if (bytes[at] != ' ' && bytes[at] != '\r' && bytes[at] != '\t') {
                    return false;
                }
            }
            return true;
        }
    }
}
