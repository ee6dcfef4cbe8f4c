// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.door.LauncherCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class SettingNamesTests {

    @Test
    void knownAndForeignKeys_pass() {
        assertThatCode(() -> check(Map.of(
                        "hpo.trials",
                        "3",
                        "hpo.fail-fast",
                        "true",
                        "other.trails",
                        "3",
                        "hpotrials",
                        "1",
                        "hpo.pruner.min-steps",
                        "2")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "hpo.trails,hpo.trials",
        "hpo.Trials,hpo.trials",
        "hpo.failfast,hpo.fail-fast",
        "hpo.failFast,hpo.fail-fast",
        "hpo.time-out,hpo.timeout",
        "hpo.sead,hpo.seed",
        "hpo.samplers,hpo.sampler",
        "hpo.prune,hpo.pruner",
        "hpo.store,hpo.storage"
    })
    void misspeltKey_isNamedWithTheNearest(String key, String nearest) {
        assertThatThrownBy(() -> check(Map.of(key, "3")))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessageStartingWith(key + " (3) must be a known parameter; did you mean " + nearest + ", ")
                .hasMessageEndingWith("?");
    }

    @ParameterizedTest
    @CsvSource({
        "hpo.pruner.warmpu,hpo.pruner.warmup",
        "hpo.pruner.minSteps,hpo.pruner.min-steps",
        "hpo.prunner.interval,hpo.pruner.interval"
    })
    void misspeltOptionOfAPruner_isNamedWithTheNearest(String key, String nearest) {
        assertThatThrownBy(() -> check(Map.of(key, "3")))
                .hasMessage(key + " (3) must be a known parameter; did you mean " + nearest + "?");
    }

    @Test
    void keyLikeNoOther_isAnsweredWithAll() {
        assertThatThrownBy(() -> check(Map.of("hpo.quantum", "3")))
                .hasMessageStartingWith(
                        "hpo.quantum (3) must be a known parameter; there are hpo.trials, hpo.timeout, ")
                .hasMessageEndingWith(".");
    }

    @Test
    void allUnknownKeys_areNamed() {
        assertThatThrownBy(() -> check(Map.of("hpo.trails", "3", "hpo.sead", "4")))
                .hasMessageContaining("hpo.trails (3)")
                .hasMessageContaining("hpo.sead (4)");
    }

    @Test
    void keyOfAnotherLaunch_isNoConcernOfThisOne() {
        assertThatCode(() -> SettingNames.check(List.of("hpo.trails"), key -> Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void allKeys_haveAnExampleThatIsAllowed() {
        assertThat(Setting.keys())
                .hasSize(Setting.values().length)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("hpo(\\.[a-z-]+){1,2}"));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void optionThatAdviceNames_isOneOfTheLauncher(Setting setting) {
        String option = setting.launcherOption();

        if (!option.equals(setting.option())) {
            assertThat(new CommandLine(new LauncherCommand()).getCommandSpec().findOption(option))
                    .isNotNull();
        }
    }

    private static void check(Map<String, String> given) {
        SettingNames.check(given.keySet(), key -> Optional.ofNullable(given.get(key)));
    }
}
