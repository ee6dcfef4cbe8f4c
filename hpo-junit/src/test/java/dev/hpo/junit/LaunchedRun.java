// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test cases by JUnit's launcher, as build tools and development environments do. */
final class LaunchedRun {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    LaunchedRun(Path folder) {
        parameters.put("hpo.directory", folder.toString());
    }

    LaunchedRun with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    Results of(DiscoverySelector... selectors) {
        Results results = new Results();
        execute(results, selectors);
        return results;
    }

    /** Runs tests and only counts them. */
    Count count(DiscoverySelector... selectors) {
        Count count = new Count();
        execute(count, selectors);
        return count;
    }

    private void execute(TestExecutionListener listener, DiscoverySelector... selectors) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameters(parameters)
                .build();
        LauncherFactory.create().execute(request, listener);
    }

    /** Counts the tests that were run. */
    static final class Count implements TestExecutionListener {

        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            tests += test.isTest() ? 1 : 0;
        }

        int tests() {
            return tests;
        }
    }

    /** Collects what has happened. */
    static final class Results implements TestExecutionListener {

        private final List<String> tests = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final List<Throwable> failures = new ArrayList<>();
        private final List<Throwable> aborts = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                tests.add(test.getDisplayName());
                ids.add(test.getUniqueId());
            }
            Optional<Throwable> cause = result.getThrowable();
            cause.ifPresent((result.getStatus() == TestExecutionResult.Status.FAILED ? failures : aborts)::add);
        }

        /** Returns the display names of the tests that were run. */
        List<String> tests() {
            return tests;
        }

        /** Returns the unique ids of the tests that were run. */
        List<String> ids() {
            return ids;
        }

        /** Returns why tests and containers failed. */
        List<Throwable> failures() {
            return failures;
        }

        /** Returns why tests were aborted. */
        List<Throwable> aborts() {
            return aborts;
        }
    }
}
