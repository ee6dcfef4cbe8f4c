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
import java.time.Instant;
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
    private final Strangers strangers = new Strangers();
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
     * @param lately another program that has written a trial since then may have the journal open
     * @return whether that is done; if not, because of such a program, what was written is good for nothing
     */
    static boolean copy(JournalFile source, Path rest, Map<Integer, Path> targets, Instant lately) throws IOException {
        try (Sink sink = new Sink(rest)) {
            Moving moving = new Moving(source, sink, targets);
            try {
                new LineScanner().scan(source, 0, source.size(), moving);
                return !moving.strangers.isAny(lately) && moving.finish();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } finally {
                for (Target target : moving.opened.values()) {
                    target.sink.close();
                }
            }
        }
    }

    private boolean finish() throws IOException {
        for (int study : studies.keySet()) {
            rest.line("{\"op_code\":1,\"worker_id\":\"\",\"study_id\":" + study + "}");
        }
        for (Target target : opened.values()) {
            target.sink.flush();
        }
        // The first of these waits for much of what the others would wait for.
        rest.sync();
        for (Target target : opened.values()) {
            target.sink.sync();
        }
        return true;
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
        try {
            trial = NO_TRIAL;
            Operation operation = operation(bytes, from, to);
            if (operation == null || !move(operation, new Bytes(bytes, from, to))) {
                rest.line(bytes, from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a line does; nothing if it cannot be read. */
    private @Nullable Operation operation(byte[] bytes, int from, int to) {
        try {
            return reader.read(bytes, from, to).operation();
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
    private boolean move(Operation operation, Bytes line) throws IOException {
        Receipt receipt = state.apply(operation);
        if (operation instanceof Operation.CreateStudy) {
            if (receipt.counted() && targets.containsKey(receipt.id())) {
                Target target = target(targets.get(receipt.id()));
                studies.put(receipt.id(), new Place(target, target.studies++));
                target.sink.line(line.copy());
            }
            return false;
        }
        if (operation instanceof Operation.StudyAttribute attribute) {
            return receipt.counted() && moved(studies.get(attribute.study()), line, LineIds.STUDY);
        }
        if (operation instanceof Operation.PassedTrial passed && receipt.counted()) {
            strangers.begin(passed.study(), receipt.id(), line);
            return beginTrial(passed.study(), receipt.id(), line);
        }
        if (operation instanceof Operation.CreateTrial queued && receipt.counted()) {
            strangers.begin(queued.study(), receipt.id(), line);
            return beginTrial(queued.study(), receipt.id(), line);
        }
        if (operation instanceof Operation.DeleteStudy deletion && receipt.counted()) {
            strangers.forget(deletion.study());
        }
        strangers.change(trial, line);
        boolean isOfTrial =
                operation instanceof Operation.PassedChange || operation instanceof Operation.UnreadableParameter;
        return isOfTrial && moved(trials.get(trial), line, LineIds.TRIAL);
    }

    private boolean beginTrial(int study, int id, Bytes line) throws IOException {
        Place place = studies.get(study);
        if (place == null || !moved(place, line, LineIds.STUDY)) {
            return false;
        }
        trials.put(id, new Place(place.target, place.target.trials++));
        rest.line("{\"op_code\":4,\"worker_id\":\"\",\"study_id\":" + study + ",\"datetime_start\":null,\"state\":3}");
        return true;
    }

    private static boolean moved(@Nullable Place place, Bytes line, String field) throws IOException {
        if (place == null) {
            return false;
        }
        place.target.sink.line(LineIds.with(line.copy(), field, place.id));
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
