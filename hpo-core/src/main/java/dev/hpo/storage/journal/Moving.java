// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineIds;
import dev.hpo.storage.journal.line.LineReader;
import dev.hpo.storage.journal.line.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies a journal without some of its studies, and each of these to a journal of its own.
 *
 * <p>Lines are copied as they are, whoever wrote them, but for the numbers of studies and trials in the new journals, which begin with 0
 * again. In the copy all studies and trials keep their numbers, since notes and files of Optuna's tools know them by these: of what is
 * taken out it stays written that it was there, in a few bytes, and was deleted.
 */
final class Moving implements LineScanner.Sink, Interest {

    private static final int NO_TRIAL = -1;

    private final JournalFile source;
    private final Sink rest;
    private final Map<Integer, Path> targets;
    private final Map<Path, Target> opened = new LinkedHashMap<>();

    /** What has been moved, by the numbers in the source. */
    private final Map<Integer, Place> studies = new HashMap<>();

    private final Map<Integer, Place> trials = new HashMap<>();
    private final JournalState state = new JournalState(Following.studies());
    private final LineReader reader = new LineReader(this);
    private int trial = NO_TRIAL;

    private Moving(JournalFile source, Sink rest, Map<Integer, Path> targets) {
        this.source = source;
        this.rest = rest;
        this.targets = targets;
    }

    /**
     * Copies a journal.
     *
     * @param source all of it is whole lines
     * @param rest the file for what is not moved, which is written over
     * @param targets the files for studies by their numbers, which are written over
     */
    static void copy(JournalFile source, Path rest, Map<Integer, Path> targets) throws IOException {
        try (Sink sink = new Sink(rest)) {
            Moving moving = new Moving(source, sink, targets);
            try {
                new LineScanner().scan(source, 0, source.size(), moving);
                moving.finish();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                for (Target target : moving.opened.values()) {
                    target.sink.close();
                }
            }
        }
    }

    private void finish() throws IOException {
        for (int study : studies.keySet()) {
            rest.line("{\"op_code\":1,\"worker_id\":\"\",\"study_id\":" + study + "}");
        }
        rest.sync();
        for (Target target : opened.values()) {
            target.sink.sync();
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

    @Override
    public void line(byte[] bytes, int from, int to, long offset) {
        byte[] line = Arrays.copyOfRange(bytes, from, to);
        try {
            Operation operation = operation(line);
            if (operation == null || !move(operation, line)) {
                rest.line(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a line does; nothing if it cannot be read. */
    private @Nullable Operation operation(byte[] line) {
        trial = NO_TRIAL;
        try {
            return reader.read(line, 0, line.length).operation();
        } catch (LineException e) {
            return null;
        }
    }

    @Override
    public void overlong(long offset, long length) {
        try {
            rest.copy(source, offset, offset + length + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether nothing of a line is to stay in the copy as it was. */
    private boolean move(Operation operation, byte[] line) throws IOException {
        Receipt receipt = state.apply(operation);
        if (operation instanceof Operation.CreateStudy) {
            if (receipt.counted() && targets.containsKey(receipt.id())) {
                Target target = target(targets.get(receipt.id()));
                studies.put(receipt.id(), new Place(target, target.studies++));
                target.sink.line(line);
            }
            return false;
        }
        if (operation instanceof Operation.StudyAttribute attribute) {
            return receipt.counted() && moved(studies.get(attribute.study()), line, LineIds.STUDY);
        }
        if (operation instanceof Operation.PassedTrial passed && receipt.counted()) {
            return beginTrial(passed.study(), receipt.id(), line);
        }
        if (operation instanceof Operation.CreateTrial queued && receipt.counted()) {
            return beginTrial(queued.study(), receipt.id(), line);
        }
        return operation instanceof Operation.PassedChange && moved(trials.get(trial), line, LineIds.TRIAL);
    }

    private boolean beginTrial(int study, int id, byte[] line) throws IOException {
        Place place = studies.get(study);
        if (place == null || !moved(place, line, LineIds.STUDY)) {
            return false;
        }
        trials.put(id, new Place(place.target, place.target.trials++));
        rest.line("{\"op_code\":4,\"worker_id\":\"\",\"study_id\":" + study + ",\"datetime_start\":null,\"state\":3}");
        return true;
    }

    private static boolean moved(@Nullable Place place, byte[] line, String field) throws IOException {
        if (place == null) {
            return false;
        }
        place.target.sink.line(LineIds.with(line, field, place.id));
        return true;
    }

    private Target target(@Nullable Path file) throws IOException {
        Path path = Objects.requireNonNull(file);
        Target target = opened.get(path);
        if (target == null) {
            target = new Target(new Sink(path));
            opened.put(path, target);
        }
        return target;
    }

    /** Where something has been moved to. */
    private record Place(Target target, int id) {}

    /** A journal that is made. */
    private static final class Target {

        private final Sink sink;
        private int studies;
        private int trials;

        Target(Sink sink) {
            this.sink = sink;
        }
    }
}
