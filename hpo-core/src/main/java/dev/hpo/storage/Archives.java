// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.Following;
import dev.hpo.storage.journal.Journal;
import dev.hpo.storage.journal.JournalSettings;
import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.StoredStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files to which the older runs of a journal are moved, so that it stays quick to read: {@code digits.3.log} beside {@code digits.log}
 * has run 3, with what belongs to it.
 *
 * @param journal the file of the journal
 */
record Archives(Path journal) {

    private static final String END = ".log";

    /** What the name of a file ends with that is being made. */
    private static final String PART = ".part";

    /** So many files are made at once. */
    private static final int MOST_AT_ONCE = 50;

    /** A file of this size is divided so fast that nobody notices; of a larger one more runs are moved at a time. */
    private static final long SMALL = 16L << 20;

    /**
     * Of so many searches the re-tests began last that these stay, however old: that which is accepted, and one that took its place for a while.
     * What becomes of a configuration over time is known only from all of its re-tests.
     */
    private static final int WATCHED = 2;

    /** A program that has not written for so long is taken to be gone. */
    private static final Duration SILENCE = Duration.ofHours(1);

    /** Returns the file for a search and what belongs to it, be it there or not. */
    Path file(RunId run) {
        return file(
                run.kind() == RunKind.SEARCH
                        ? run.number()
                        : run.series().search().orElseThrow());
    }

    private Path file(int number) {
        return journal.resolveSibling(stem() + "." + number + END);
    }

    private String stem() {
        String name = journal.getFileName().toString();
        return name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
    }

    /** Returns where the trials of the runs keep what they can go on from. */
    Path checkpoints() {
        return journal.resolveSibling(stem() + CheckpointNames.BESIDE);
    }

    /** Returns whether the number of a search is taken by a run that was moved. */
    boolean has(RunSeries series, int number) {
        return series.kind() == RunKind.SEARCH && Files.exists(file(number));
    }

    /** Returns the files that are there, by the rising numbers of their runs. */
    List<Path> files() {
        String name = file(0).getFileName().toString();
        String stem = name.substring(0, name.length() - 1 - END.length());
        try (Stream<Path> beside = Files.list(Objects.requireNonNull(journal.getParent()))) {
            return beside.filter(file -> number(stem, file) > 0)
                    .sorted(Comparator.comparingInt(file -> number(stem, file)))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StorageException(journal.getParent() + " must be readable: " + e, e);
        }
    }

    /** Returns the number in the name of a file; 0 if it is not one of these. */
    private static int number(String stem, Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(stem) || !name.endsWith(END) || name.length() <= stem.length() + END.length()) {
            return 0;
        }
        String number = name.substring(stem.length(), name.length() - END.length());
        return number.matches("[1-9]\\d{0,8}") ? Integer.parseInt(number) : 0;
    }

    /**
     * Moves the oldest finished searches of a study, all but some and those whose re-tests are watched, with what belongs to them.
     *
     * @param keep how many stay; at least 1
     * @return whether any was moved
     */
    boolean moveAllBut(int keep, String study) {
        clean();
        try (Journal file = open()) {
            int most = isSmall() ? keep : keep + keep / 4;
            boolean isDue = file.read(state -> old(study, state, file).size()) > most;
            return isDue
                    && file.move(
                            state -> targets(keep, study, state, file),
                            Instant.now().minus(SILENCE));
        }
    }

    private boolean isSmall() {
        try {
            return Files.size(journal) <= SMALL;
        } catch (IOException e) {
            return false;
        }
    }

    private Journal open() {
        return Journal.open(journal, JournalSettings.of(Following.studies()));
    }

    /** Removes what was left by those who were killed while they moved something. */
    void clean() {
        List<Path> unfinished = unfinished();
        if (!unfinished.isEmpty() && Files.exists(journal)) {
            try (Journal file = open()) {
                file.removeParts(unfinished);
            }
        }
    }

    /**
     * Returns the files that somebody began to make and may have been killed in it, this one among them. A file of ours never gets smaller
     * itself, so that what stands beside it is of this journal; that beside the file of a study of such a name is not.
     */
    private List<Path> unfinished() {
        String name = file(0).getFileName().toString();
        String stem = name.substring(0, name.length() - 1 - END.length());
        List<Path> all = new ArrayList<>();
        try (Stream<Path> beside = Files.list(Objects.requireNonNull(journal.getParent()))) {
            beside.forEach(part -> {
                String target = part.getFileName().toString();
                if (target.endsWith(PART)) {
                    Path file = journal.resolveSibling(target.substring(0, target.length() - PART.length()));
                    if (file.equals(journal) || (number(stem, file) > 0 && isOurs(file))) {
                        all.add(file);
                    }
                }
            });
        } catch (IOException e) {
            // They are in nobody's way.
        }
        return all;
    }

    private boolean isOurs(Path target) {
        try {
            return !Files.exists(target)
                    || new JournalStorage(target)
                            .runs().stream().allMatch(run -> file(run.id()).equals(target));
        } catch (StorageException e) {
            return false;
        }
    }

    private static boolean isOld(RunRecord run) {
        return run.id().kind() == RunKind.SEARCH && run.isFinished() && !run.isHeld();
    }

    /** Returns the searches that can be moved, by the rising numbers of their runs. */
    private static List<RunRecord> old(String study, JournalState state, Journal file) {
        List<RunRecord> all = state.studies().stream()
                .flatMap(stored -> record(stored, file).stream())
                .filter(run -> run.id().study().equals(study))
                .sorted(Comparator.comparingInt(run -> run.id().number()))
                .toList();
        Set<Integer> watched = watched(all);
        return all.stream()
                .filter(run -> isOld(run) && !watched.contains(run.id().number()))
                .toList();
    }

    /** Returns the numbers of the searches whose re-tests began last. */
    private static Set<Integer> watched(List<RunRecord> all) {
        return all.stream()
                .filter(run -> run.id().kind() == RunKind.RETEST)
                .sorted(Comparator.comparing((RunRecord run) -> run.header().createdAt())
                        .reversed())
                .map(run -> run.id().series().search().orElseThrow())
                .distinct()
                .limit(WATCHED)
                .collect(Collectors.toSet());
    }

    /** Returns where to move the studies of the journal. */
    private Map<Integer, Path> targets(int keep, String study, JournalState state, Journal file) {
        List<RunRecord> old = old(study, state, file);
        Map<Integer, Path> targets = new HashMap<>();
        old.stream()
                .limit(Math.min(MOST_AT_ONCE, Math.max(0, old.size() - keep)))
                .filter(this::isFree)
                .forEach(run -> targets.putAll(targets(run.id(), state, file)));
        return targets;
    }

    private static Optional<RunRecord> record(StoredStudy stored, Journal file) {
        return RunAttributes.readable(stored)
                .map(header -> new RunRecord(header, RunAttributes.end(stored), Holds.isHeld(stored, file.holder())));
    }

    /** Returns whether nothing is lost where a run is moved to: the file may have it already, if a process was killed. */
    private boolean isFree(RunRecord run) {
        Path target = file(run.id());
        if (!Files.exists(target)) {
            return true;
        }
        try {
            return new JournalStorage(target)
                    .runs().stream()
                            .allMatch(other -> other.header().equals(run.header())
                                    || (!other.id().equals(run.id())
                                            && file(other.id()).equals(target)));
        } catch (StorageException e) {
            return false;
        }
    }

    private Map<Integer, Path> targets(RunId search, JournalState state, Journal file) {
        Map<Integer, Path> targets = new HashMap<>();
        Path target = file(search);
        for (StoredStudy stored : state.studies()) {
            boolean belongs = record(stored, file)
                    .filter(run -> run.id().study().equals(search.study())
                            && file(run.id()).equals(target))
                    .isPresent();
            if (belongs) {
                if (Holds.isHeld(stored, file.holder())) {
                    return Map.of();
                }
                targets.put(stored.id(), target);
            }
        }
        return targets;
    }
}
