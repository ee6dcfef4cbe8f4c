// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.declaration.Concurrency;
import dev.hpo.junit.declaration.ConfigurationSlots;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.invocation.Invocations;
import dev.hpo.junit.invocation.Invocations.Supply;
import dev.hpo.junit.invocation.NoTrials;
import dev.hpo.junit.invocation.Pace;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.launch.Launch;
import dev.hpo.junit.launch.Launches;
import dev.hpo.junit.launch.ShutdownHook;
import dev.hpo.junit.setting.Accept;
import dev.hpo.junit.setting.GivenKeys;
import dev.hpo.junit.setting.Replay;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.SettingNames;
import dev.hpo.junit.setting.Settings;
import dev.hpo.junit.setting.TuningMode;
import dev.hpo.junit.study.Commands;
import dev.hpo.junit.study.ConcurrentTrials;
import dev.hpo.junit.study.StoredRun;
import dev.hpo.junit.study.StoredTrials;
import dev.hpo.junit.study.StudyEnd;
import dev.hpo.junit.study.StudySetup;
import dev.hpo.junit.study.StudyTrials;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Decides which invocations a tuning test has: those of a study, or stored trials that are run again.
 *
 * @param context the test template
 * @param launch what runs it; empty if nothing is known of it
 * @param setup what the test is made of
 * @param settings what it is set to
 * @param concurrency whether its trials run at once
 */
record InvocationChoice(
        ExtensionContext context,
        Optional<Launch> launch,
        StudySetup setup,
        Settings settings,
        Concurrency concurrency) {

    /**
     * Reads what there is to know of a test.
     *
     * @throws TuningConfigurationException if its declaration or a configuration parameter is not right
     */
    static InvocationChoice read(ExtensionContext context) {
        TuningMethod method = TuningMethod.of(context);
        Optional<Launch> launch = Launches.of(context.getUniqueId());
        SettingNames.check(GivenKeys.of(launch.map(Launch::keys).orElse(Set.of())), context::getConfigurationParameter);
        Settings settings = new Settings(method.shortName(), method.attributes(), context::getConfigurationParameter);
        Concurrency concurrency = Concurrency.of(context, method.shortName(), settings);
        return new InvocationChoice(
                context, launch, StudySetup.of(method, settings, concurrency), settings, concurrency);
    }

    Invocations invocations() {
        Optional<Replay> replay = settings.replay();
        if (replay.isPresent()) {
            return again(replayed(replay.get()));
        }
        Optional<String> idle = idle();
        if (idle.isPresent()) {
            return again(new Supply(new NoTrials(setup.space(), idle.get()), new Pace.UpTo(1)));
        }
        SortedSet<Integer> only = launch.map(
                        running -> running.only(setup.method().template(context)))
                .orElseGet(TreeSet::new);
        return only.isEmpty() ? new Invocations(slots(), study(), this::dropped) : again(selected(only.last()));
    }

    /** Returns why a test has nothing to do that has no accepted configuration, where that is all that is asked for. */
    private Optional<String> idle() {
        boolean isOfRun = settings.accept() instanceof Accept.OfRun;
        String what = isOfRun
                ? "accepted with " + Setting.ACCEPT.key() + "=N"
                : "run again with " + Setting.MODE.key() + "=retest";
        return Optional.of("nothing is " + what + ", as the test has no @Accepted that names a file")
                .filter(any -> (isOfRun || settings.mode() == TuningMode.RETEST)
                        && setup.method().accepted().isEmpty());
    }

    private Invocations again(Supply stored) {
        return new Invocations(slots(), stored, () -> stored);
    }

    private Supply replayed(Replay replay) {
        StoredRun stored = replay.run().isPresent() ? setup.storedRun(replay.run()) : setup.storedRun();
        return StoredTrials.of(setup, stored, stored.trial(replay));
    }

    private Supply selected(int last) {
        return new Supply(new StoredTrials(setup, setup.storedInvocations()::trial), new Pace.UpTo(last));
    }

    /** JUnit drops invocations, though nobody has said which ones are selected. */
    private Supply dropped() {
        return selected(setup.storedInvocations().last());
    }

    private Supply study() {
        Commands commands = new RunnerCommands(setup.isKept(), runner(), test());
        StudyTrials trials = new StudyTrials(setup, commands);
        Consumer<String> summaries = launch.<Consumer<String>>map(running -> running.summaries()::add)
                .orElse(Console::print);
        Supply supply = supply(trials);
        StudyEnd end = new StudyEnd(setup, trials, commands, summaries, context);
        context.getStore(Namespace.create(StudyEnd.class)).put(StudyEnd.class, end);
        ShutdownHook.add(end);
        Cancellation.watch(context, supply.source());
        return supply;
    }

    private Supply supply(StudyTrials trials) {
        if (!concurrency.isConcurrent()) {
            return new Supply(trials, new Pace.OneByOne());
        }
        ConcurrentTrials atOnce = new ConcurrentTrials(trials, concurrency.atOnce());
        return new Supply(atOnce, atOnce);
    }

    private Runner runner() {
        return Runner.of(
                context.getConfigurationParameter(Settings.LAUNCHER).isPresent(), Surroundings.ofThisProcess());
    }

    private ReplayedTest test() {
        return new ReplayedTest(
                setup.method().testClass().getName(),
                setup.method().method().getName(),
                settings.directory().map(Path::toAbsolutePath),
                settings.resume().run());
    }

    private ConfigurationSlots slots() {
        return setup.method().slots();
    }
}
