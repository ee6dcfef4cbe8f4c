// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.kept.CommandException;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Attributes;
import dev.hpo.junit.setting.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Tests that are run by JUnit's launcher; apart from {@link LauncherCommand}, which works without it as far as to say so. */
final class LaunchedTests {

    private final List<String> names;
    private final Map<String, String> parameters;

    /**
     * Creates tests.
     *
     * @param names classes, or methods as {@code Class#method}
     * @param parameters configuration parameters
     */
    LaunchedTests(List<String> names, Map<String, String> parameters) {
        this.names = names;
        this.parameters = parameters;
    }

    /**
     * Runs them, prints why they failed, and returns whether none did.
     *
     * @throws CommandException if a name is not that of a test
     */
    boolean run() {
        List<Failure> failures = failures();
        failures.forEach(LaunchedTests::print);
        return failures.isEmpty();
    }

    /**
     * Runs them as {@link #run} does, where what a test finds wrong with its settings is wrong with the command line.
     *
     * @throws CommandException if a name is not that of a test, or a test cannot run under its settings
     */
    boolean runAsAsked() {
        List<Failure> failures = failures();
        failures.stream()
                .map(Failure::getException)
                .filter(TuningConfigurationException.class::isInstance)
                .findFirst()
                .ifPresent(refusal -> {
                    throw new CommandException(String.valueOf(refusal.getMessage()), refusal);
                });
        failures.forEach(LaunchedTests::print);
        return failures.isEmpty();
    }

    private List<Failure> failures() {
        try {
            return launch();
        } catch (TuningConfigurationException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Failure> launch() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(names.stream().map(LaunchedTests::selector).toList())
                .filters(TagFilter.includeTags("tuning"))
                .configurationParameters(parameters)
                .configurationParameter(Settings.LAUNCHER, "true")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            Launcher launcher = session.getLauncher();
            TestPlan plan = launcher.discover(request);
            if (plan.getRoots().stream().allMatch(root -> plan.getChildren(root).isEmpty())) {
                throw new TuningConfigurationException("TEST (" + String.join(", ", names)
                        + ") must have a tuning test; is there a method with @TuningTest or @PopulationTest?");
            }
            launcher.execute(plan, listener);
        }
        return listener.getSummary().getFailures();
    }

    private static DiscoverySelector selector(String name) {
        int hash = name.indexOf('#');
        Class<?> type = type(hash < 0 ? name : name.substring(0, hash));
        if (hash < 0) {
            return DiscoverySelectors.selectClass(type);
        }
        String method = name.substring(hash + 1);
        List<Method> candidates = ReflectionSupport.findMethods(
                type, candidate -> candidate.getName().equals(method), HierarchyTraversalMode.BOTTOM_UP);
        return candidates.stream()
                .filter(Attributes::isAny)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(found -> DiscoverySelectors.selectMethod(type, found))
                .orElseThrow(() -> new TuningConfigurationException("TEST (" + name
                        + ") must name a method of its class; write for instance com.acme.DigitsTuning#tune."));
    }

    private static Class<?> type(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Class.forName(name, false, loader == null ? LaunchedTests.class.getClassLoader() : loader);
        } catch (ClassNotFoundException e) {
            throw new TuningConfigurationException(
                    "TEST (" + name + ") must be a class on the class path; write for instance com.acme.DigitsTuning.",
                    e);
        }
    }

    private static void print(Failure failure) {
        Throwable error = failure.getException();
        String name = failure.getTestIdentifier().getDisplayName();
        try {
            print(name, error);
        } catch (RuntimeException | Error e) {
            // It cannot be asked for its text.
            Console.print(name + " failed: " + error.getClass().getName());
        }
    }

    private static void print(String name, Throwable error) {
        if (error.getStackTrace().length == 0) {
            Console.print(name + " failed: " + error.getMessage());
            return;
        }
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        Console.print(name + " failed: " + trace);
    }
}
