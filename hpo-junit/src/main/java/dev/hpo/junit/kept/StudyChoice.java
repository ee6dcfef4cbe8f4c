// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.storage.KeptRun;
import dev.hpo.storage.RunRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which run of which study a command is about. */
final class StudyChoice {

    @Mixin
    private final FolderChoice folder = new FolderChoice();

    @Parameters(
            paramLabel = "STUDY",
            description = "A study as the command studies prints it, the last part of its name, or its file.")
    private String study = "";

    @Option(names = "--run", paramLabel = "N", description = "Which run of it, from 1; the last search by default.")
    private @Nullable Integer run;

    FolderChoice folder() {
        return folder;
    }

    boolean isRunGiven() {
        return run != null;
    }

    KeptStudy study() {
        return KeptStudies.inFile(study).orElseGet(() -> folder.studies().find(study));
    }

    RunRecord record(KeptStudy of) {
        Integer number = run;
        if (number != null) {
            return of.search(number);
        }
        return of.lastSearch()
                .orElseThrow(() -> new CommandException(of.shown() + " must have a search; there is none."));
    }

    /** Reads the chosen run. */
    KeptRun read(KeptStudy of) {
        return of.storage().read(record(of).id());
    }
}
