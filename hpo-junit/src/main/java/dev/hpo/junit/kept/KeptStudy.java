// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.space.VisibleText;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A study in a file.
 *
 * @param name its name
 * @param file the file, in which there may be others
 * @param present its runs there, first the searches, by rising number
 * @param moved those that were moved to files of their own
 */
record KeptStudy(String name, Path file, List<RunRecord> present, List<RunRecord> moved) {

    /** Returns all its runs, first those that were moved. */
    List<RunRecord> runs() {
        return Stream.concat(moved.stream(), present.stream()).toList();
    }

    JournalStorage storage() {
        return new JournalStorage(file);
    }

    /** Returns its name on one line. */
    String shown() {
        return VisibleText.of(name);
    }

    Optional<RunRecord> lastSearch() {
        return runs().stream().filter(run -> run.id().kind() == RunKind.SEARCH).reduce((earlier, later) -> later);
    }

    /** Returns the last runs that confirm what a search has found, if there are any. */
    Optional<RunRecord> lastConfirmation(RunId search) {
        return runs().stream()
                .filter(run -> run.id().series().equals(RunSeries.of(RunKind.CONFIRM, search)))
                .reduce((earlier, later) -> later);
    }

    boolean hasSearch(int number) {
        return runs().stream().anyMatch(run -> isSearch(run, number));
    }

    private static boolean isSearch(RunRecord run, int number) {
        return run.id().kind() == RunKind.SEARCH && run.id().number() == number;
    }

    /**
     * Returns a search by its number.
     *
     * @throws CommandException if there is none
     */
    RunRecord search(int number) {
        return runs().stream()
                .filter(run -> isSearch(run, number))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "--run (" + number + ") must be a run of " + shown() + ", which has " + numbers() + "."));
    }

    private String numbers() {
        return String.join(
                ", ",
                runs().stream()
                        .filter(run -> run.id().kind() == RunKind.SEARCH)
                        .map(run -> String.valueOf(run.id().number()))
                        .toList());
    }
}
