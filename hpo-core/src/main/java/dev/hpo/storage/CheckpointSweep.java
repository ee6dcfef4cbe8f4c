// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Removes checkpoints that nobody has come back for.
 *
 * <p>The checkpoints of a run are removed when nothing in them has changed for some time: those of a run that was interrupted and never went on, and
 * those of one that is done and is in its study's file no more. Those of a run that is done, of which only that of the best trial is left, stay as long as
 * the run is in the file. If all together are still larger than they may be, those of older runs go too, the oldest first, and before those of
 * runs that are done those of others; but never those of the last run of any study.
 *
 * <p>Nothing is removed that a process uses, on this machine or another one that shares the file system's locks, and nothing that this library has not made.
 *
 * @param age how long nothing must have changed; above zero
 * @param bytes how large all together may be; empty without a limit
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record CheckpointSweep(Duration age, OptionalLong bytes) {

    /**
     * Sweeps a place.
     *
     * @param place where the checkpoints of runs are; it may be missing
     * @param study the study on whose behalf this is done
     * @param runs its runs, as they are in its file
     * @param now what time it is
     * @return of how many runs the checkpoints were removed
     */
    public int sweep(Path place, String study, List<RunRecord> runs, Instant now) {
        Kept kept = Kept.of(study, runs);
        List<Found> left = new ArrayList<>();
        int removed = 0;
        for (Found found : found(place)) {
            boolean isOld = found.changed().isBefore(now.minus(age));
            if (isOld && found.remove(kept::mayGo)) {
                removed++;
            } else {
                left.add(found);
            }
        }
        return removed + (bytes.isEmpty() ? 0 : shrink(left, kept, bytes.getAsLong()));
    }

    private static int shrink(List<Found> left, Kept kept, long most) {
        long size = left.stream().mapToLong(Found::size).sum();
        int removed = 0;
        for (Found found : candidates(left, kept)) {
            if (size > most && found.remove((name, facts) -> true)) {
                size -= found.size();
                removed++;
            }
        }
        return removed;
    }

    /** Returns all but the last of each study, in the order in which they go. */
    private static List<Found> candidates(List<Found> left, Kept kept) {
        Set<String> studies = new HashSet<>();
        List<Found> older = new ArrayList<>();
        left.stream()
                .filter(found -> found.facts().isPresent())
                .sorted(Comparator.comparing(Found::changed).reversed())
                .filter(found -> !studies.add(found.facts().orElseThrow().study()))
                .forEach(found -> older.add(0, found));
        older.sort(Comparator.comparing(
                found -> !kept.mayGo(found.name(), found.facts().orElseThrow())));
        return older;
    }

    private static List<Found> found(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(place.toAbsolutePath())) {
            return all.filter(directory ->
                            CheckpointNames.isOne(directory.getFileName().toString())
                                    && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                                    && CheckpointMark.isOn(directory))
                    .flatMap(directory -> Found.of(directory).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // What cannot be read now is swept another time.
            return List.of();
        }
    }

    /**
     * What is to stay however old it is: what is left of the runs of a study that are done and in its file.
     *
     * @param names those of its runs
     */
    private record Kept(String study, Set<String> names) {

        static Kept of(String study, List<RunRecord> runs) {
            return new Kept(
                    study,
                    runs.stream().map(run -> CheckpointNames.of(run.header())).collect(Collectors.toSet()));
        }

        /** Of another study it is not known which of its runs are in its file. */
        boolean mayGo(String name, CheckpointMark.Facts facts) {
            return !facts.isFinished() || (facts.study().equals(study) && !names.contains(name));
        }
    }

    /**
     * The checkpoints of a run.
     *
     * @param changed when anything in them has changed last
     * @param size their bytes
     * @param facts whose they are; empty if this process uses them, or if that cannot be read
     */
    private record Found(Path directory, Instant changed, long size, Optional<CheckpointMark.Facts> facts) {

        /** Returns them as they stand; empty if they cannot be read. */
        static Optional<Found> of(Path directory) {
            try {
                Measuring measured = new Measuring(CheckpointMark.changed(directory));
                Files.walkFileTree(directory, measured);
                return Optional.of(
                        new Found(directory, measured.changed, measured.size, CheckpointMark.read(directory)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        String name() {
            return String.valueOf(directory.getFileName());
        }

        /** Removes them if nobody uses them and nothing has changed meanwhile; returns whether it did. */
        boolean remove(BiPredicate<String, CheckpointMark.Facts> mayGo) {
            return CheckpointMark.unlessUsed(directory, mark -> {
                boolean isDue = mayGo.test(name(), mark)
                        && of(directory)
                                .map(Found::changed)
                                .filter(changed::equals)
                                .isPresent();
                if (isDue) {
                    CheckpointStore.removeTree(directory);
                }
                return isDue && !Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
            });
        }
    }

    /** Finds out how large a tree is, and when anything in it has changed last. */
    private static final class Measuring extends SimpleFileVisitor<Path> {

        private Instant changed;
        private long size;

        Measuring(Instant changed) {
            this.changed = changed;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return visit(attributes, 0);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return visit(attributes, attributes.size());
        }

        private FileVisitResult visit(BasicFileAttributes attributes, long bytes) {
            Instant at = attributes.lastModifiedTime().toInstant();
            changed = at.isAfter(changed) ? at : changed;
            size += bytes;
            return FileVisitResult.CONTINUE;
        }
    }
}
