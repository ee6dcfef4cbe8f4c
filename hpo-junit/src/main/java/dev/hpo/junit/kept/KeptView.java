// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.analysis.Analysis;
import dev.hpo.junit.study.Confirmeds;
import dev.hpo.junit.study.Raised;
import dev.hpo.report.ConfirmView;
import dev.hpo.report.PopulationView;
import dev.hpo.report.PopulationView.Replays;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.storage.KeptRun;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.History;
import dev.hpo.trial.Replayed;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A kept run as reports see it. */
final class KeptView {

    private KeptView() {}

    /**
     * Returns the view of a search, with the last runs that confirm what it has found, if there are any.
     *
     * @throws StorageException if a trial cannot be read, as what is left would look like the whole
     */
    static StudyView of(KeptStudy study, KeptRun run) {
        requireWhole(run);
        RunHeader header = run.record().header();
        StudyFacts facts = new StudyFacts(header.id().study(), header.aim(), header.seed(), header.budget(), List.of());
        StudyRun about = new StudyRun(
                header.id().number(), header.goal().metric(), sampler(header), header.createdAt(), end(run));
        StudyView view =
                new StudyView(facts, about, run.space(), History.of(run.trials())).with(confirmation(study, run));
        return Raised.of(header)
                .map(raised -> raised.shown(view, found -> replays(study, run, found)))
                .orElse(view);
    }

    /** Returns what the trials of a view tell beside their values; empty where none stands for itself. */
    static Optional<Analysis> analysis(StudyView view) {
        return view.population().isPresent() ? Optional.empty() : Optional.of(view.analysis());
    }

    /** Returns the trainings with the schedule of a population, if there are any: none with that of another winner, before the search has gone on. */
    private static Optional<Replays> replays(KeptStudy study, KeptRun search, PopulationView found) {
        return study.lastConfirmation(search.record().id())
                .filter(last -> Raised.isReplay(last.header(), found))
                .map(last -> {
                    KeptRun runs = study.storage().read(last.id());
                    requireWhole(runs);
                    int planned = runs.trials().stream()
                            .flatMap(trial -> Replayed.of(trial).stream())
                            .mapToInt(Replayed::trainings)
                            .max()
                            .orElse(0);
                    return new Replays(
                            planned,
                            Replayed.values(
                                    History.of(runs.trials()), found.schedule().size()));
                });
    }

    private static void requireWhole(KeptRun run) {
        if (!run.faults().isEmpty()) {
            throw new StorageException(String.join("\n", run.faults())
                    + "\nThe other trials can be seen with show, and more of the file with check");
        }
    }

    private static Optional<ConfirmView> confirmation(KeptStudy study, KeptRun search) {
        return study.lastConfirmation(search.record().id()).flatMap(found -> {
            KeptRun runs = study.storage().read(found.id());
            requireWhole(runs);
            return Confirmeds.view(runs, History.of(search.trials()));
        });
    }

    /** Where somebody has begun the run who does not keep what the console said, there is at least what it was. */
    private static String sampler(RunHeader header) {
        Map<String, String> course = header.basis().course();
        return course.getOrDefault(RunHeader.Basis.SAMPLER_DESCRIPTION, course.getOrDefault("sampler", ""));
    }

    private static Optional<StudyRun.End> end(KeptRun run) {
        return run.record().isHeld()
                ? Optional.empty()
                : Optional.of(new StudyRun.End(
                        run.record().header().createdAt().plus(run.elapsed()),
                        run.record().end().map(RunEnd::reason).orElse("its process was ended"),
                        !run.record().isFinished()));
    }

    /** Returns how a run stands, in one word. */
    static String state(RunRecord run) {
        return run.isHeld() ? "running" : run.isFinished() ? "finished" : "interrupted";
    }

    /** Returns the value of the best trial of a search, the confirmed one where it was confirmed; empty if none is complete. */
    static OptionalDouble bestValue(KeptStudy study, KeptRun search) {
        return confirmation(study, search)
                .flatMap(ConfirmView::best)
                .map(best -> OptionalDouble.of(best.value()))
                .orElseGet(() -> best(search).map(TrialRecord::value).orElse(OptionalDouble.empty()));
    }

    /** Returns the best complete trial of a run, if there is one; of a population one that is a part of it. */
    static Optional<TrialRecord> best(KeptRun run) {
        RunHeader header = run.record().header();
        Optional<Raised> raised = Raised.of(header);
        if (raised.isPresent()) {
            return raised.get().best(History.of(run.trials()), header.goal().direction());
        }
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
