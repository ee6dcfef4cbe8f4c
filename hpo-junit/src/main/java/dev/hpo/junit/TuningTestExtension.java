// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.junit.Invocations.Supply;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the trials of a study out of the invocations of a {@link TuningTest}. */
final class TuningTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), TuningTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        TuningMethod method = TuningMethod.of(context);
        Optional<Launch> launch = Launches.of(context.getUniqueId());
        SettingNames.check(GivenKeys.of(launch, method.testClass()), context::getConfigurationParameter);
        Settings settings = new Settings(method.shortName(), method.attributes(), context::getConfigurationParameter);
        Concurrency concurrency = Concurrency.of(context, method.shortName(), settings);
        StudySetup setup = StudySetup.of(method, settings, concurrency);

        SortedSet<Integer> only =
                launch.map(running -> running.only(method.template(context))).orElseGet(TreeSet::new);
        OptionalInt replay = settings.replay();
        Supply supply;
        if (replay.isPresent()) {
            TrialRecord stored = setup.storedRun().trial(replay.getAsInt());
            supply = new Supply(new StoredTrials(setup, invocation -> stored), new Pace.UpTo(1));
        } else if (!only.isEmpty()) {
            supply = selected(setup, only.last());
        } else {
            supply = study(context, setup, concurrency);
        }
        Invocations invocations = new Invocations(
                method.slots(), supply, () -> selected(setup, setup.spec().trials()));
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(invocations, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private static Supply selected(StudySetup setup, int last) {
        StoredRun run = setup.storedRun();
        return new Supply(new StoredTrials(setup, run::ofInvocation), new Pace.UpTo(last));
    }

    private static Supply study(ExtensionContext context, StudySetup setup, Concurrency concurrency) {
        StudyTrials trials = new StudyTrials(setup);
        Optional<Summaries> summaries = Launches.of(context.getUniqueId()).map(Launch::summaries);
        StudyEnd end = new StudyEnd(
                setup, trials, text -> summaries.ifPresentOrElse(later -> later.add(text), () -> Console.print(text)));
        context.getStore(Namespace.create(TuningTestExtension.class)).put(StudyEnd.class, end);
        if (!concurrency.isConcurrent()) {
            return new Supply(trials, new Pace.OneByOne());
        }
        ConcurrentTrials atOnce = new ConcurrentTrials(trials, setup.spec().trials(), concurrency.atOnce());
        return new Supply(atOnce, atOnce);
    }
}
