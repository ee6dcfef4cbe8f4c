// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import dev.hpo.junit.setting.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells the extension what the launcher runs, and prints the summaries of studies after all tests. Launchers find it as a service.
 *
 * <p>So do old ones, as that of Surefire 2.22, which fail with all their tests where they cannot load it: it names nothing that came
 * after launcher 1.0 but in the bodies of its methods.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class TuningListener implements TestExecutionListener {

    private final Map<TestPlan, Launch> launches = new ConcurrentHashMap<>();

    /** Creates a listener. */
    public TuningListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        parameters(plan).ifPresent(parameters -> started(plan, parameters));
    }

    private void started(TestPlan plan, ConfigurationParameters parameters) {
        Set<String> keys = parameters.keySet().stream()
                .filter(key -> key.startsWith(Setting.PREFIX))
                .collect(Collectors.toUnmodifiableSet());
        Launch launch = new Launch(Launches.discovered(parameters), keys, id -> contains(plan, id), new Summaries());
        launches.put(plan, launch);
        Launches.started(launch);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Optional.ofNullable(launches.remove(plan)).ifPresent(launch -> {
            Launches.ended(launch);
            launch.summaries().drain().forEach(summary -> Console.print("\n" + summary));
        });
    }

    /** Returns what a plan is set to; empty before launcher 1.8, under which tests do as without one. */
    private static Optional<ConfigurationParameters> parameters(TestPlan plan) {
        try {
            return Optional.of(plan.getConfigurationParameters());
        } catch (NoSuchMethodError e) {
            return Optional.empty();
        }
    }

    /** A plan has no way to ask whether a test is in it, only one to get it. */
    private static boolean contains(TestPlan plan, String id) {
        try {
            return plan.getTestIdentifier(org.junit.platform.engine.UniqueId.parse(id)) != null;
        } catch (JUnitException e) {
            return false;
        }
    }
}
