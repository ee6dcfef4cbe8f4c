// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.invocation.Invocations.Supply;
import dev.hpo.junit.invocation.Pace;
import dev.hpo.junit.invocation.TrialSource;
import dev.hpo.junit.launch.Console;
import dev.hpo.report.TrialName;
import dev.hpo.space.Space;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Trials of an earlier run, run again: with their configuration and their seed, and without telling anyone. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredTrials implements TrialSource {

    private final String test;
    private final IntFunction<TrialRecord> stored;
    private final Map<Trial, TrialRecord> before = new ConcurrentHashMap<>();
    private final Study<Object> replays;
    private final Lineage lineage;

    /**
     * Creates trials to run again.
     *
     * @param setup what their study is made of
     * @param stored returns the trial to run in an invocation, by the invocation's number
     */
    public StoredTrials(StudySetup setup, IntFunction<TrialRecord> stored) {
        this(setup, stored, new Lineage(setup));
    }

    private StoredTrials(StudySetup setup, IntFunction<TrialRecord> stored, Lineage lineage) {
        this.test = setup.method().shortName();
        this.stored = stored;
        this.lineage = lineage;
        this.replays = Study.open(setup.space(), setup.spec());
    }

    /**
     * Returns the invocations that run a trial again: one, unless it set out from a checkpoint that is not kept. Then those before it are run first.
     *
     * @param run what it is of
     * @param trial one that was run
     */
    public static Supply of(StudySetup setup, StoredRun run, TrialRecord trial) {
        Lineage lineage = new Lineage(setup);
        List<TrialRecord> trials = lineage.of(run, trial);
        StoredTrials source = new StoredTrials(setup, invocation -> trials.get(invocation - 1), lineage);
        return new Supply(source, new Pace.UpTo(trials.size()));
    }

    @Override
    public Space<?> space() {
        return replays.space();
    }

    @Override
    public Optional<? extends Suggestion<?>> next(int invocation) {
        TrialRecord trial = stored.apply(invocation);
        Suggestion<Object> again = replays.replay(trial, lineage.saved(trial));
        before.put(again.trial(), trial);
        return Optional.of(again);
    }

    @Override
    public Optional<String> endReason() {
        return Optional.empty();
    }

    @Override
    public Outcome outlook(Trial trial, Optional<Throwable> cause) {
        return cause.map(thrown -> replays.outlook(trial, thrown)).orElseGet(() -> replays.outlook(trial));
    }

    @Override
    public void ended(Trial trial, Optional<Throwable> cause) {
        // What it has saved is removed when it is told.
        lineage.ended(trial);
        TrialRecord now = cause.isPresent() ? replays.tell(trial, cause.get()) : replays.tell(trial);
        Optional<String> then = Optional.ofNullable(before.get(trial)).map(StoredTrials::text);
        String comparison = then.map(text -> text.equals(text(now)) ? ", as before" : "; before: " + text)
                .orElse("");
        Console.print("hpo: " + TrialName.inShort(now) + " of " + test + " was run again: " + text(now) + comparison);
    }

    private static String text(TrialRecord trial) {
        return trial.value().isPresent()
                ? "value " + trial.value().getAsDouble()
                : trial.state().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void abandoned(Trial trial, String reason) {}

    @Override
    public void cancelled() {}

    @Override
    public void skipped() {}

    @Override
    public boolean endsWithMistakes() {
        return true;
    }

    @Override
    public boolean isStrict(Trial trial) {
        return true;
    }
}
