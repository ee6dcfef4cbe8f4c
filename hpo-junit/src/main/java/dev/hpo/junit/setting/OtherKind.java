// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.junit.TuningConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses configuration parameters that mean nothing for a test, as it is of the other kind: whoever gives one expects something of it. */
final class OtherKind {

    private static final List<Setting> OF_STUDIES =
            List.of(Setting.TRIALS, Setting.TRAININGS, Setting.STEPS, Setting.CONFIRM_TOP, Setting.CONFIRM_REPEATS);

    private OtherKind() {}

    /**
     * Checks the parameters that are given.
     *
     * @param options those of pruners that are given, by their names
     * @throws TuningConfigurationException if one has no meaning for the test
     */
    static void check(Attributes declared, GivenValues values, Map<String, String> options) {
        if (declared.population().isEmpty()) {
            PopulationSettings.own()
                    .forEach(setting -> refuse(setting, declared, values, "which raises no population"));
            return;
        }
        OF_STUDIES.forEach(setting ->
                refuse(setting, declared, values, "whose length is that of its members, generations and segments"));
        if (values.flag(Setting.CONFIRM, false)) {
            refuse(
                    Setting.CONFIRM,
                    declared,
                    values,
                    "which finds a schedule, not a configuration that could be run again");
        }
        String pruned = "whose segments are stopped by nobody";
        values.text(Setting.PRUNER)
                .filter(name -> !name.equals("none"))
                .ifPresent(name -> refuse(Setting.PRUNER, declared, values, pruned));
        options.forEach((option, value) -> {
            throw refusal(Setting.PRUNER.key() + "." + option, value, declared, values, pruned);
        });
    }

    private static void refuse(Setting setting, Attributes declared, GivenValues values, String why) {
        Optional<String> given = values.text(setting);
        if (given.isPresent()) {
            throw refusal(setting.key(), given.get(), declared, values, why);
        }
    }

    private static TuningConfigurationException refusal(
            String key, String given, Attributes declared, GivenValues values, String why) {
        return new TuningConfigurationException(key + " (" + given + ") must not be given for the " + declared.name()
                + " " + values.test() + ", " + why
                + "; leave it out, also in junit-platform.properties, or run the tests apart that it is for.");
    }
}
