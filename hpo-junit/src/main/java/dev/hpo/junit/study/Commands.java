// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.setting.Setting;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** With which commands a test is run once more, where it is run now. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Commands {

    /** Returns lines that say how to run a trial again, of which the first can be pasted; empty if no trial is kept. */
    String replay();

    /**
     * Returns a line that runs the whole test.
     *
     * @param settings what it is set to
     */
    String with(Map<Setting, String> settings);
}
