// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.storage.KeptRun;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Optional;

/** A kept run as reports see it. */
final class KeptView {

    private KeptView() {}

    /**
     * Returns the view of a run.
     *
     * @throws StorageException if a trial cannot be read, as what is left would look like the whole
     */
    static StudyView of(KeptRun run) {
        if (!run.faults().isEmpty()) {
            throw new StorageException(String.join("\n", run.faults())
                    + "\nThe other trials can be seen with show, and more of the file with check");
        }
        RunHeader header = run.record().header();
        StudyFacts facts =
                new StudyFacts(header.id().study(), header.goal().direction(), header.seed(), Integer.MAX_VALUE, 1);
        StudyRun about = new StudyRun(
                header.id().number(), header.goal().metric(), sampler(header), header.createdAt(), end(run));
        return new StudyView(facts, about, run.space(), History.of(run.trials()));
    }

    /** The name of its class is for programs. */
    private static String sampler(RunHeader header) {
        String stored = header.basis().course().getOrDefault("sampler", "");
        return stored.substring(stored.indexOf(": ") < 0 ? 0 : stored.indexOf(": ") + 2);
    }

    private static Optional<StudyRun.End> end(KeptRun run) {
        return run.record().isHeld()
                ? Optional.empty()
                : Optional.of(
                        new StudyRun.End(run.record().header().createdAt().plus(run.elapsed()), reason(run.record())));
    }

    private static String reason(RunRecord run) {
        String reason = run.end().map(RunEnd::reason).orElse("its process was ended");
        return run.isFinished() ? reason : "interrupted (" + reason + "); run the test again to go on";
    }

    /** Returns how a run stands, in one word. */
    static String state(RunRecord run) {
        return run.isHeld() ? "running" : run.isFinished() ? "finished" : "interrupted";
    }

    /** Returns the best complete trial of a run, if there is one. */
    static Optional<TrialRecord> best(KeptRun run) {
        List<TrialRecord> complete =
                run.trials().stream().filter(trial -> trial.value().isPresent()).toList();
        return complete.stream().reduce((best, trial) -> isBetter(run, trial, best) ? trial : best);
    }

    private static boolean isBetter(KeptRun run, TrialRecord one, TrialRecord other) {
        return run.record()
                .header()
                .goal()
                .direction()
                .isBetter(one.value().orElseThrow(), other.value().orElseThrow());
    }
}
