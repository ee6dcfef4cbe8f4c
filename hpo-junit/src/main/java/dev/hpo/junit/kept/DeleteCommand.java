// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.space.VisibleText;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a study or a run. */
@Command(
        name = "delete",
        description = "Deletes a study, or with --run one run of it, without asking. Its whole name must be given.")
final class DeleteCommand extends KeptCommand {

    @Mixin
    private final FolderChoice folder = new FolderChoice();

    @Parameters(paramLabel = "STUDY", description = "A study exactly as the command studies prints it.")
    private String name = "";

    @Option(names = "--run", paramLabel = "N", description = "Only this run, from 1, with what belongs to it.")
    private @Nullable Integer run;

    @Override
    boolean isDone() {
        KeptStudy study = folder.studies().findExactly(name);
        Integer number = run;
        List<RunId> runs = (number == null ? study.runs() : of(study.search(number), study))
                .stream().map(RunRecord::id).toList();
        study.storage().delete(runs);
        int all = study.runs().size();
        print("deleted " + runs.size() + (number == null ? "" : " of " + all) + (all == 1 ? " run" : " runs") + " of "
                + study.shown() + " in " + study.file());
        runs.forEach(id -> print("  " + VisibleText.of(id.toString())));
        return true;
    }

    /** Returns a search with its confirmations and re-tests. */
    private static List<RunRecord> of(RunRecord search, KeptStudy study) {
        return study.runs().stream()
                .filter(other -> other.id().equals(search.id())
                        || (other.id().kind() != RunKind.SEARCH
                                && other.id().series().search().orElse(0)
                                        == search.id().number()))
                .toList();
    }
}
