// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.storage.JournalCheck;
import dev.hpo.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files to their ends, and says what is wrong with them. */
@Command(
        name = "check",
        description =
                "Reads files of studies to their ends, and names each line that is damaged; with --mend it mends what it can.")
final class CheckCommand extends KeptCommand {

    @Mixin
    private final FolderChoice folder = new FolderChoice();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "A file, or a study; all files of the folder by default.")
    private List<String> files = List.of();

    @Option(
            names = "--mend",
            description = "Mend what can be mended. What is taken out is kept in a file beside it, whose name ends in"
                    + " .torn- and the time.")
    private boolean isMending;

    @Override
    boolean isDone() {
        List<Path> all = files.isEmpty()
                ? KeptStudies.journals(folder.path())
                : files.stream().map(this::file).toList();
        boolean isWhole = true;
        for (Path file : all) {
            try {
                isWhole &= isWhole(file);
            } catch (StorageException e) {
                print(String.valueOf(e.getMessage()));
                isWhole = false;
            }
        }
        if (all.isEmpty()) {
            print("no file of a study in " + folder.path());
        }
        return isWhole;
    }

    private Path file(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return file.toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            // Then it is the name of a study.
        }
        return folder.studies().find(name).file();
    }

    private boolean isWhole(Path file) {
        JournalCheck check;
        if (isMending) {
            JournalCheck.Mended mended = JournalCheck.mend(file);
            mended.done().forEach(done -> print("mended: " + done));
            check = mended.left();
        } else {
            check = JournalCheck.of(file);
        }
        check.faults().forEach(this::print);
        print(file + ": "
                + (check.faults().isEmpty()
                        ? "whole"
                        : "DAMAGED, in " + check.faults().size() + " places")
                + ", " + check.runs() + " runs, " + check.trials() + " trials");
        return check.faults().isEmpty();
    }
}
