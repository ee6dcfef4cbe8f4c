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
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells the extension what the launcher was asked for, and prints the summaries of studies after all tests. Launchers find it as a
 * service.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class TuningListener implements TestExecutionListener, LauncherDiscoveryListener {

    private final Map<TestPlan, Launch> launches = new ConcurrentHashMap<>();

    /** Creates a listener. */
    public TuningListener() {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        Launches.discovered(request.getConfigurationParameters(), SelectionReader.read(request));
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        ConfigurationParameters parameters = plan.getConfigurationParameters();
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

    /** A plan has no way to ask whether a test is in it, only one to get it. */
    private static boolean contains(TestPlan plan, String id) {
        try {
            return plan.getTestIdentifier(org.junit.platform.engine.UniqueId.parse(id)) != null;
        } catch (JUnitException e) {
            return false;
        }
    }
}
