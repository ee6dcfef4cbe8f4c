// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Tells the extension which tests the launcher was asked for. Launchers find it as a service, apart from {@link TuningListener}:
 * old ones know neither this service nor its interface.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SelectionListener implements LauncherDiscoveryListener {

    /** Creates a listener. */
    public SelectionListener() {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        Launches.discovered(request.getConfigurationParameters(), SelectionReader.read(request));
    }
}
