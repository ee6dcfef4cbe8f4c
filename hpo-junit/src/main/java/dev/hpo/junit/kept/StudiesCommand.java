// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.report.Figures;
import dev.hpo.report.TextColumns;
import dev.hpo.storage.KeptRun;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the studies in a folder. */
@Command(name = "studies", description = "Lists the studies in a folder, with their last search.")
final class StudiesCommand extends KeptCommand {

    @Mixin
    private final FolderChoice folder = new FolderChoice();

    private final List<String> faults = new ArrayList<>();

    @Override
    boolean isDone() {
        KeptStudies studies = folder.studies();
        faults.addAll(studies.faults());
        print("Studies in " + studies.folder());
        if (studies.all().isEmpty()) {
            print("  none");
        } else {
            TextColumns columns = new TextColumns(0, "study", "runs", "trials", "best", "last search");
            studies.all().forEach(study -> row(study, columns));
            columns.lines().forEach(this::print);
        }
        faults.forEach(this::print);
        return faults.isEmpty();
    }

    private void row(KeptStudy study, TextColumns columns) {
        Optional<RunRecord> last = study.lastSearch();
        String trials = "";
        String best = "";
        try {
            if (last.isPresent()) {
                KeptRun run = study.storage().read(last.get().id());
                faults.addAll(run.faults());
                trials = String.valueOf(run.trials().size());
                OptionalDouble value = KeptView.bestValue(study, run);
                best = value.isPresent() ? Figures.number(value.getAsDouble()) : "-";
            }
        } catch (StorageException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        columns.row(
                study.name(),
                String.valueOf(study.runs().size()),
                trials,
                best,
                last.map(run -> Moments.day(run.header().createdAt()) + " " + KeptView.state(run))
                        .orElse("-"));
    }
}
