// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Resume;
import dev.hpo.junit.setting.Setting;
import dev.hpo.space.Space;
import dev.hpo.storage.StorageException;
import dev.hpo.study.Continuation;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.StudyException;
import dev.hpo.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides whether a test goes on with a run that its study has, or begins one, and says so. */
final class Opening {

    private final StudySetup setup;
    private final StudySpec spec;
    private final String test;

    /**
     * Creates an opening.
     *
     * @param spec what the study is, with all it begins with and where it is kept
     */
    Opening(StudySetup setup, StudySpec spec) {
        this.setup = setup;
        this.spec = spec;
        this.test = setup.method().shortName();
    }

    /**
     * Opens the study.
     *
     * @throws TuningConfigurationException if the run that is asked for cannot go on
     */
    Opened open() {
        if (spec.mode() == Mode.JOINED) {
            return join();
        }
        Resume resume = setup.settings().resume();
        if (resume instanceof Resume.Run asked) {
            return asked(asked.number());
        }
        if (resume instanceof Resume.Never) {
            return begin(List.of());
        }
        return Continuation.of(space(), spec)
                .map(last -> afterLast(last, resume instanceof Resume.Always))
                .orElseGet(() -> begin(List.of()));
    }

    /** Takes part in a run that others have in hand, or have left, or begins one that they can take part in. */
    private Opened join() {
        Study<Object> study = Study.open(space(), spec);
        int begun = study.history().counted();
        say(
                study,
                "shared with all processes that run this test with " + Setting.JOIN.option(),
                begun == 0 ? List.of() : List.of("it has " + begun + (begun == 1 ? " trial" : " trials") + " by now"));
        return new Opened(study, List.of());
    }

    private Opened afterLast(Continuation last, boolean isAlways) {
        List<String> reasons;
        try {
            if (last.run().isFinished() && !(isAlways && isExtended(last))) {
                reasons = List.of();
            } else if (last.run().isHeld()) {
                reasons = List.of(inUse(last));
            } else {
                List<String> differences = last.differences();
                boolean isRefused = isAlways ? !last.obstacles().isEmpty() : !differences.isEmpty();
                Optional<Opened> opened = isRefused ? Optional.empty() : goOn(last, differences);
                if (opened.isPresent()) {
                    return opened.get();
                }
                reasons = isRefused ? refusal(last, differences) : List.of(inUse(last));
            }
        } catch (StorageException e) {
            // What is damaged in one run is to keep nobody from the next one.
            reasons = List.of("a new run, as " + name(last) + " cannot go on: " + e.getMessage());
        }
        return begin(reasons);
    }

    /** Whether a run that has come to its end may have more than it had. */
    private static boolean isExtended(Continuation last) {
        return last.obstacles().isEmpty() && last.done().isEmpty();
    }

    private Opened asked(int number) {
        String what = Setting.RESUME.key() + " (" + number + ") must ";
        String or = ", or leave it out to begin a new run.";
        List<Continuation> all = Continuation.all(space(), spec);
        Continuation asked = all.stream()
                .filter(candidate -> candidate.run().id().number() == number)
                .findFirst()
                .orElseThrow(() ->
                        new TuningConfigurationException(what + "be a stored run of " + test + "; " + known(all)));
        if (!asked.obstacles().isEmpty()) {
            throw new TuningConfigurationException(what + "be a run that can go on as " + test + " is now, but "
                    + String.join("; ", asked.obstacles()) + "; undo that" + or);
        }
        String held = what + "be a run that is not in use, but a process that lives goes on with it; end that one" + or;
        if (asked.run().isHeld()) {
            throw new TuningConfigurationException(held);
        }
        try {
            Optional<String> done = asked.run().isFinished() ? asked.done() : Optional.empty();
            if (done.isPresent()) {
                throw new TuningConfigurationException(what + "be a run with something left to do, but " + done.get()
                        + "; give it more with " + setup.settings().option(Setting.TRIALS) + "=N, say" + or);
            }
            return goOn(asked, asked.differences()).orElseThrow(() -> new TuningConfigurationException(held));
        } catch (StorageException e) {
            throw new TuningConfigurationException(
                    what + "be a run that can be read, but " + e.getMessage() + "; restore "
                            + setup.places().journal() + or,
                    e);
        }
    }

    private String known(List<Continuation> all) {
        if (!setup.isKept()) {
            return "leave out " + Setting.STORAGE.key() + "=memory, which keeps none.";
        }
        String numbers =
                all.stream().map(run -> String.valueOf(run.run().id().number())).collect(Collectors.joining(", "));
        return setup.places().journal() + (all.isEmpty() ? " has none, so leave it out." : " has " + numbers + ".");
    }

    /**
     * Goes on with a run.
     *
     * @param differences what of it is not as it was
     * @return empty if another process is doing so meanwhile
     */
    private Optional<Opened> goOn(Continuation left, List<String> differences) {
        Study<Object> study;
        try {
            study = Study.resume(space(), spec, left.run().id());
        } catch (StudyException e) {
            boolean isTaken = Continuation.all(space(), spec).stream()
                    .map(Continuation::run)
                    .anyMatch(run -> run.id().equals(left.run().id()) && run.isHeld());
            if (isTaken) {
                return Optional.empty();
            }
            throw e;
        }
        List<String> continued =
                new ArrayList<>(List.of(Interruption.text(left.run(), study.history(), spec.trials())));
        if (differences.isEmpty()) {
            continued.add("the classes of the test and of its configuration are the same; others are not compared");
        } else {
            continued.add("under other settings than before, so that it does not repeat:");
            differences.forEach(difference -> continued.add("  " + difference));
        }
        say(
                study,
                "continued " + continued.get(0),
                differences.isEmpty() ? List.of() : continued.subList(1, continued.size()));
        return Optional.of(new Opened(study, continued));
    }

    /**
     * Begins a new run.
     *
     * @param reasons why it does not go on with the last one, if that is worth a word
     */
    private Opened begin(List<String> reasons) {
        Study<Object> study = Study.open(space(), spec);
        if (!reasons.isEmpty()) {
            say(study, reasons.get(0), reasons.subList(1, reasons.size()));
        }
        return new Opened(study, List.of());
    }

    private void say(Study<Object> study, String first, List<String> others) {
        Console.print("hpo: " + test + ", run " + study.run() + ": " + first
                + others.stream().map(line -> "\n       " + line).collect(Collectors.joining()));
    }

    private static String inUse(Continuation last) {
        return "a new run, as a process that lives goes on with " + name(last);
    }

    private List<String> refusal(Continuation last, List<String> differences) {
        List<String> reasons = new ArrayList<>();
        reasons.add("a new run, as " + name(last) + " (interrupted: " + Interruption.reason(last.run()) + ") differs");
        reasons.addAll(differences);
        String option =
                setup.settings().option(Setting.RESUME) + "=" + last.run().id().number();
        reasons.add(
                last.obstacles().isEmpty()
                        ? option + " goes on with " + name(last) + " all the same"
                        : option + " goes on with " + name(last) + " once that is undone");
        return reasons;
    }

    private static String name(Continuation of) {
        return "run " + of.run().id().number();
    }

    private Space<Object> space() {
        return setup.space();
    }
}
