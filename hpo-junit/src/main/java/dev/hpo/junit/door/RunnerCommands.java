// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.study.Commands;
import java.util.Map;

/**
 * The commands of what runs a test.
 *
 * @param isKept whether its trials are kept, so that one can be run again
 * @param runner what runs it
 * @param test the test
 */
record RunnerCommands(boolean isKept, Runner runner, ReplayedTest test) implements Commands {

    @Override
    public String replay() {
        return isKept ? runner.replay(test) : "";
    }

    @Override
    public String with(Map<Setting, String> settings) {
        ReplayedTest whole = test.with(settings.entrySet().stream()
                .map(setting -> setting.getKey().option() + "=" + setting.getValue())
                .toList());
        return runner.replay(whole).lines().findFirst().orElseThrow();
    }
}
