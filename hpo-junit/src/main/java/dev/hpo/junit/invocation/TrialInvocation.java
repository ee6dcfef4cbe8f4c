// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import dev.hpo.junit.declaration.ConfigurationSlots;
import dev.hpo.report.TrialName;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One invocation of a tuning test, which gets its trial when it is first asked for. */
@API(status = Status.INTERNAL, since = "0.1")
public final class TrialInvocation implements TestTemplateInvocationContext {

    private final int number;
    private final TrialSource source;
    private final ConfigurationSlots slots;
    private final boolean isNamed;
    private boolean isDisplayed;
    private boolean isMet;
    private boolean isAsked;
    private Optional<? extends Suggestion<?>> suggestion = Optional.empty();

    /**
     * Creates an invocation.
     *
     * @param number its number, from 1
     * @param source where it gets its trial
     * @param slots the configurations that the test takes
     * @param isNamed whether its name shows the trial, which then has to be known before others have ended
     */
    TrialInvocation(int number, TrialSource source, ConfigurationSlots slots, boolean isNamed) {
        this.number = number;
        this.source = source;
        this.slots = slots;
        this.isNamed = isNamed;
    }

    /** Returns what to run, always the same; empty if there is no trial left. */
    synchronized Optional<? extends Suggestion<?>> suggestion() {
        if (!isAsked) {
            suggestion = source.next(number);
            isAsked = true;
        }
        return suggestion;
    }

    /** Returns the trial to run, on the thread that is going to; empty if there is none left. */
    Optional<Trial> meet() {
        isMet = true;
        return begin();
    }

    /** Returns whether this invocation was run, or has ended without. */
    boolean isMet() {
        return isMet;
    }

    private Optional<Trial> begin() {
        return suggestion().map(Suggestion::trial);
    }

    /** Returns the trial if there is one already, without asking for it. */
    synchronized Optional<Trial> begun() {
        return suggestion.map(Suggestion::trial);
    }

    /** Returns the trial that is being run. */
    Trial running() {
        return begun().orElseThrow();
    }

    /**
     * Ends this invocation.
     *
     * @param cause what the trial threw; empty if it returned
     */
    void end(Optional<Throwable> cause) {
        isMet = true;
        begun().ifPresentOrElse(trial -> source.ended(trial, cause), source::skipped);
    }

    /** Returns what the name could not say since the trial was not known yet. */
    Optional<String> announcement() {
        return isNamed ? Optional.empty() : begun().map(this::entry);
    }

    /** Returns what is being run: {@code trial}, or {@code confirm}. */
    String kind() {
        return TrialName.kind(running().record());
    }

    /** Returns the name of what is being run, without its values: {@code trial 17}. */
    String name() {
        return TrialName.inShort(running().record());
    }

    /** Returns whether JUnit has asked for the name, which it does exactly if the invocation is going to be run. */
    boolean isDisplayed() {
        return isDisplayed;
    }

    TrialSource source() {
        return source;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        isDisplayed = true;
        return isNamed ? begin().map(this::describe).orElse("no trial") : "[" + number + "]";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new TrialParameters(this, slots), new MemoryGuard(), new TrialLifecycle(this));
    }

    private String describe(Trial trial) {
        return TrialName.kind(trial.record()) + " " + entry(trial);
    }

    private String entry(Trial trial) {
        String place = source.place(trial);
        return place.isEmpty()
                ? TrialName.entry(trial.record(), source.space())
                : TrialName.entry(trial.record(), source.space(), place);
    }
}
