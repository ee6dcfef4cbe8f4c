// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.analysis.Analysis;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Resume;
import dev.hpo.junit.setting.Setting;
import dev.hpo.report.BestProperties;
import dev.hpo.report.ConsoleSummary;
import dev.hpo.report.CsvReport;
import dev.hpo.report.JsonReport;
import dev.hpo.report.MarkdownSummary;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.report.SummaryHints;
import dev.hpo.report.html.HtmlIndex;
import dev.hpo.report.html.PageContext;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.RunKind;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a study leaves behind beside its runs: the best configuration, rewritten whenever there is a better one, and all reports at its
 * end. Safe for use by several threads.
 */
final class StudyReports {

    private final StudySetup setup;
    private final Elsewhere elsewhere;
    private final Following following;
    private final Confirming confirming;
    private final Commands commands;
    private final Instant startedAt = Instant.now();
    private final long begin = System.nanoTime();
    private volatile List<String> continued = List.of();
    private volatile boolean isNewest = true;
    private int best = -1;
    private boolean isConfirmed;
    private int entries;

    StudyReports(StudySetup setup, Following following, Commands commands) {
        this.setup = setup;
        this.elsewhere = new Elsewhere(setup);
        this.following = following;
        this.confirming = following.confirming();
        this.commands = commands;
    }

    /** Takes that a study has begun or goes on: says where to read how it was interrupted, and writes what it has found before. */
    void opened(Opened opened) {
        continued = opened.continued();
        isNewest = opened.isNewest();
        summaryOfInterrupted().ifPresent(text -> {
            StudyFiles files = new StudyFiles(setup.places().reports());
            Console.print("hpo: the run before of " + setup.method().shortName()
                    + " was interrupted; its summary is in "
                    + setup.inModule(summary().toString()));
            // Who follows this run, were it killed before its own summary, is not to take that one for it.
            files.write(StudyFiles.SUMMARY, target -> target.write(ConsoleSummary.followed(text)));
            text(StudyFiles.MARKDOWN)
                    .ifPresent(markdown -> files.write(
                            StudyFiles.MARKDOWN, target -> target.write(MarkdownSummary.followed(markdown))));
        });
        if (confirming.isBegunBefore(opened.study())) {
            // What is there may be confirmed, which is known again only when the runs are opened.
            isBetter(setup.best(opened.study()));
        } else {
            told(opened.study());
        }
        elsewhere.opened(view(opened.study(), Optional.empty()));
    }

    private Path summary() {
        return setup.places().reports().resolve(StudyFiles.SUMMARY);
    }

    private Optional<String> summaryOfInterrupted() {
        return text(StudyFiles.SUMMARY).filter(ConsoleSummary::isOfInterrupted);
    }

    /** Returns what is in a file that is there. */
    private Optional<String> text(String name) {
        Path file = setup.places().reports().resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Takes that a trial of a study has ended. What cannot be written now is tried again, and found fault with, at the end of the study. */
    void told(Study<?> study) {
        if (isBetter(setup.best(study))) {
            synchronized (this) {
                writeBest(
                        view(study, Optional.empty()),
                        new StudyFiles(folder(study).path()));
            }
        }
    }

    /** Takes how a trial stands that a study was told of, if it is one of its own, also for whoever is told of it elsewhere. */
    void told(Study<?> study, Optional<TrialRecord> trial) {
        told(study);
        setup.raised().ifPresent(raised -> writeDiary(study, raised));
        trial.ifPresent(told -> elsewhere.told(study, told));
    }

    /** It is there to be looked at while the model trains. */
    private synchronized void writeDiary(Study<?> study, Raised raised) {
        List<String> diary = raised.diary(study.history(), study.spec().direction());
        if (diary.size() > entries) {
            entries = diary.size();
            new StudyFiles(folder(study).path()).writeDiary(diary);
        }
    }

    private synchronized boolean isBetter(Optional<TrialRecord> found) {
        int number = found.map(TrialRecord::number).orElse(-1);
        boolean isDone = confirming.isDone();
        boolean isBetter = number != best || isDone != isConfirmed;
        best = number;
        isConfirmed = isDone;
        return isBetter;
    }

    /**
     * Writes the reports of a study that has ended.
     *
     * @param reason why it has
     * @param replay how to run a trial again
     * @param isHurried whether the process is about to end: then the one that may be large is left out, and the study's threads go on
     */
    Ending end(Study<?> study, String reason, String replay, boolean isHurried) {
        StudyView view = view(study, Optional.of(reason));
        if (view.history().size() == 0) {
            return new Ending(view, summary(study, view, Optional.empty(), new Hints(List.of(), replay)));
        }
        if (following.isLeftToOthers() || (isHurried && isLeftToOthers(study))) {
            // They know more by now, and write that.
            return new Ending(view, summary(study, view, Optional.empty(), new Hints(List.of(), replay)));
        }
        ReportFolder folder = folder(study);
        StudyFiles files = new StudyFiles(folder.path());
        writeBest(view, files);
        files.writePopulation(view);
        if (view.best().isEmpty() && !isHurried && !folder.isOfAnotherAtOnce()) {
            // That of an earlier run would be taken for this one's.
            files.delete(ReportFolder.BEST);
        }
        files.write("trials.csv", target -> CsvReport.write(view, target));
        files.writeConfirmations(view);
        Optional<Analysis> analysis = isHurried || setup.raised().isPresent() ? Optional.empty() : analysis(view);
        if (isHurried) {
            files.delete(StudyFiles.CURVES);
            files.delete("study.json");
            files.delete(HtmlIndex.PAGE);
        } else {
            writeLarge(view, analysis, replay, files);
        }
        files.writeIndex(setup.places().all());
        return ending(study, view, analysis, replay, files);
    }

    private void writeLarge(StudyView view, Optional<Analysis> analysis, String replay, StudyFiles files) {
        files.writeCurves(view);
        files.write("study.json", target -> JsonReport.write(view, target));
        files.writePage(view, new PageContext(replay, StudyFiles.mask(setup.module()), before(view), analysis));
    }

    private List<StudyView> before(StudyView view) {
        return setup.isKept() ? RunsBefore.of(setup.places().journal(), view) : List.of();
    }

    /** Writes what names the other files, and returns what there is to say. */
    private Ending ending(
            Study<?> study, StudyView view, Optional<Analysis> analysis, String replay, StudyFiles files) {
        List<String> markdown = new ArrayList<>();
        files.write(StudyFiles.MARKDOWN, target -> {
            markdown.add(markdown(study, view, analysis, replay));
            target.write(markdown.get(0));
        });
        files.write(
                StudyFiles.SUMMARY,
                target -> target.write(
                        summary(study, view, analysis, new Hints(files.written(StudyFiles.SUMMARY), replay))));
        Optional<String> fault = Stream.concat(
                        files.fault().map(this::withAdvice).stream(),
                        markdown.stream().map(this::append).flatMap(Optional::stream))
                .reduce((one, other) -> one + "\n" + other);
        List<Path> shared = files.paths(HtmlIndex.PAGE, StudyFiles.SUMMARY, StudyFiles.MARKDOWN, ReportFolder.BEST);
        return new Ending(view, summary(study, view, analysis, new Hints(files.written(), replay)), shared, fault);
    }

    /**
     * Tells the end of a study elsewhere, which may take a while.
     *
     * @param isHurried whether the process is about to end
     */
    void share(Ending ending, boolean isHurried) {
        elsewhere.ended(ending.view(), ending.files(), isHurried);
    }

    /** Takes that the process is about to end: if the study has, no other tool is waited for any more. */
    void leave() {
        elsewhere.leave();
    }

    private String markdown(Study<?> study, StudyView view, Optional<Analysis> analysis, String replay) {
        SummaryHints hints = new SummaryHints(List.of(), replay, goOn(study), accepted(study, view));
        return MarkdownSummary.text(view, analysis, hints, StudyFiles.mask(setup.module()));
    }

    /**
     * What became of the summary of a re-test.
     *
     * @param isThere whether its own file could be written
     * @param fault what was wrong with that, or with the file that is asked for
     */
    record Retested(boolean isThere, Optional<String> fault) {}

    /** Writes the summary of a re-test, also into the file that is asked for. */
    Retested retested(String summary) {
        StudyFiles files = new StudyFiles(setup.places().reports());
        files.write(StudyFiles.RETEST, target -> target.write(summary));
        // In a block of code nothing is markup.
        String markdown = summary.lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
        Optional<String> fault = files.fault().map(this::withAdvice);
        return new Retested(
                fault.isEmpty(),
                Stream.concat(fault.stream(), append(markdown).stream()).reduce((one, other) -> one + "\n" + other));
    }

    /** Adds a summary to the file that is asked for, as to the page of a CI job; returns what was wrong with it. */
    private Optional<String> append(String markdown) {
        Optional<Path> file = setup.settings().markdown().map(Path::toAbsolutePath);
        return file.flatMap(found -> {
            StudyFiles files = new StudyFiles(Objects.requireNonNull(found.getParent()));
            files.append(String.valueOf(found.getFileName()), markdown + "\n");
            return files.fault()
                    .map(fault -> setup.inModule(fault) + "; "
                            + setup.settings().option(Setting.MARKDOWN) + "=FILE names another file");
        });
    }

    /** Nothing is to cost the summary, neither a fault of ours nor too little memory. */
    private Optional<Analysis> analysis(StudyView view) {
        try {
            Analysis analysis = view.analysis();
            analysis.findings();
            return Optional.of(analysis);
        } catch (RuntimeException | OutOfMemoryError e) {
            Console.print("hpo: " + setup.method().shortName()
                    + ": its summary does not say which hyperparameters matter, since " + VisibleText.of(e.toString()));
            return Optional.empty();
        }
    }

    /** Returns the summary of a study as it stands, before any report is written. */
    String summary(Study<?> study, String reason, String replay) {
        return summary(study, view(study, Optional.of(reason)), Optional.empty(), new Hints(List.of(), replay));
    }

    private boolean isLeftToOthers(Study<?> study) {
        return study.spec().mode() == Mode.JOINED
                && setup.runs().stream()
                        .anyMatch(run -> run.isHeld()
                                && run.id().kind() == RunKind.SEARCH
                                && run.id().number() == study.run());
    }

    /** A thread whose trial is better writes after all that were better before, and so does the end of the study. */
    private synchronized void writeBest(StudyView view, StudyFiles files) {
        BestProperties.text(view).ifPresent(text -> files.write(ReportFolder.BEST, target -> target.write(text)));
        Raised.schedule(view).ifPresent(text -> files.write(StudyFiles.SCHEDULE, target -> target.write(text)));
    }

    private String summary(Study<?> study, StudyView view, Optional<Analysis> analysis, Hints hints) {
        List<String> all = new ArrayList<>(hints.files());
        view.best()
                .flatMap(best -> study.checkpoint(best).map(path -> checkpoint(view, best, path)))
                .ifPresent(all::addAll);
        if (setup.isKept() && view.history().size() > 0) {
            all.add(setup.places().journal().toString());
        }
        all.replaceAll(setup::inModule);
        return ConsoleSummary.text(
                view, analysis, new SummaryHints(all, hints.replay(), goOn(study), accepted(study, view)));
    }

    /** Of a population the trained model is as much a result as its schedule. */
    private static List<String> checkpoint(StudyView view, TrialRecord best, Path path) {
        return view.population().isPresent()
                ? List.of("the trained model, which trial " + best.number() + " has saved:", "  " + path)
                : List.of(path.toString());
    }

    /** What a study has found that is to be accepted is written after its summary, which says so. */
    private List<String> accepted(Study<?> study, StudyView view) {
        Optional<TrialRecord> best = view.best()
                .filter(any -> !isInterrupted(study) && !setup.settings().isAccepting());
        return AcceptedResult.of(setup)
                .flatMap(result -> best.map(trial -> result.advice(
                        setup, trial.configuration(), AcceptedResult.command(setup, commands, study.run()))))
                .orElse(List.of());
    }

    /**
     * The next run goes on of itself where there is no later one, which may have come to its end by then. That is known since the study was
     * opened: nothing can be read while the process ends.
     */
    private String goOn(Study<?> study) {
        if (!setup.isKept() || !isInterrupted(study)) {
            return "";
        }
        int run = study.run();
        return isNewest && !(setup.settings().resume() instanceof Resume.Never)
                ? "run it again to go on"
                : setup.settings().option(Setting.RESUME) + "=" + run + " goes on";
    }

    /** For whoever leaves what is left of a study to another process, it has come to its end. */
    private boolean isInterrupted(Study<?> study) {
        return study.isInterrupted() && !following.isLeftToOthers();
    }

    private String withAdvice(String fault) {
        return setup.inModule(fault) + "; " + setup.settings().option(Setting.DIRECTORY) + "=DIR names another folder"
                + (setup.isKept()
                        ? ", and all trials are in "
                                + setup.inModule(setup.places().journal().toString())
                        : "");
    }

    private ReportFolder folder(Study<?> study) {
        return new ReportFolder(setup, study.run(), startedAt);
    }

    private StudyView view(Study<?> study, Optional<String> reason) {
        // The clock may have been set meanwhile.
        Instant now = startedAt.plusNanos(System.nanoTime() - begin);
        StudyRun run = new StudyRun(
                study.run(),
                setup.method().goal().metric(),
                study.samplerDescription(),
                new StudyRun.Begin(
                        startedAt,
                        study.elapsedBefore(),
                        continued,
                        study.spec().mode() == Mode.JOINED),
                reason.map(text -> new StudyRun.End(now, text, isInterrupted(study))));
        StudyView view = new StudyView(
                        study.facts().withBudget(study.budget()), run, study.space(), study.history(), study.noStart())
                .with(confirming.view(study));
        return setup.raised()
                .map(raised -> raised.shown(view, found -> following.replaying().view()))
                .orElse(view);
    }

    /**
     * Where a reader of the summary can go.
     *
     * @param files what was written
     * @param replay how to run a trial again
     */
    private record Hints(List<String> files, String replay) {}

    /**
     * What there is to say at the end of a study.
     *
     * @param view the study
     * @param summary its summary
     * @param files what others may have of its files
     * @param fault which reports could not be written, and why
     */
    record Ending(StudyView view, String summary, List<Path> files, Optional<String> fault) {

        Ending {
            files = List.copyOf(files);
        }

        /** Creates what there is to say of a study of which nothing is written. */
        Ending(StudyView view, String summary) {
            this(view, summary, List.of(), Optional.empty());
        }
    }
}
