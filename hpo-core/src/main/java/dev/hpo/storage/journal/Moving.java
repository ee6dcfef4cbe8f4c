// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.LineIds;
import dev.hpo.storage.journal.line.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
final class Moving implements LineScanner.Sink {

    private final JournalFile source;
    private final Sink rest;
    private final Map<Integer, Path> targets;
    private final Map<Path, Target> opened = new LinkedHashMap<>();

    /** What has been moved, by the numbers in the source. */
    private final Map<Integer, Place> studies = new HashMap<>();

    private final Map<Integer, Place> trials = new HashMap<>();
    private final PassingLines lines = new PassingLines();

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
        for (Target target : opened.values()) {
            target.sink.flush();
        }
        // The first of these waits for much of what the others would wait for.
        rest.sync();
        for (Target target : opened.values()) {
            target.sink.sync();
        }
    }

    @Override
    public void line(byte[] bytes, int from, int to, long offset) {
        try {
            Bytes line = new Bytes(bytes, from, to);
            PassingLines.Passing passing = lines.read(line);
            if (passing == null || !move(passing, line)) {
                rest.line(bytes, from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
    private boolean move(PassingLines.Passing passing, Bytes line) throws IOException {
        Operation operation = passing.operation();
        Receipt receipt = passing.receipt();
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
        if (passing.isBeginning()) {
            return beginTrial(passing.studyOfBeginning(), receipt.id(), line);
        }
        boolean isOfTrial =
                operation instanceof Operation.PassedChange || operation instanceof Operation.UnreadableParameter;
        return isOfTrial && moved(trials.get(passing.trial()), line, LineIds.TRIAL);
    }

    private boolean beginTrial(int study, int id, Bytes line) throws IOException {
        Place place = studies.get(study);
        if (place == null || !moved(place, line, LineIds.STUDY)) {
            return false;
        }
        trials.put(id, new Place(place.target, place.target.trials++));
        rest.line(PlaceKeeper.of(study));
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
