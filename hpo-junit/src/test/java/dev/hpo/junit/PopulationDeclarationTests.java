// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.junit.setting.Attributes;
import dev.hpo.junit.setting.PopulationSettings;
import dev.hpo.junit.setting.Settings;
import dev.hpo.population.Explorer;
import dev.hpo.population.Pace;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationPlan.Size;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.study.Trial;
import dev.hpo.trial.Of;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a population can be set to, and what is refused with what is to be done. */
class PopulationDeclarationTests {

    @Test
    void withoutParameters_attributesCount() throws Exception {
        PopulationPlan plan = plan("all", Map.of());

        assertThat(plan.size()).isEqualTo(new Size(5, 6, 7));
        assertThat(plan.adjustable()).isEqualTo(Set.of("rate"));
        assertThat(plan.pace()).isEqualTo(Pace.ASYNCHRONOUS);
        assertThat(plan.explorer()).isEqualTo(new Explorer.Perturb(.7, 1.5));
        assertThat(settings("all", Map.of()).window()).isEqualTo(5);
    }

    @Test
    void withoutAttributes_defaultsCount() throws Exception {
        PopulationPlan plan = plan("none", Map.of());

        assertThat(plan).isEqualTo(PopulationPlan.of(8, 20, 1, Set.of("rate")));
        assertThat(population("none", Map.of()).replays()).isEqualTo(1);
        assertThat(settings("none", Map.of()).window()).isEqualTo(8);
        assertThat(settings("panda", Map.of()).window()).isEqualTo(2);
    }

    @Test
    void parameters_goBeforeAttributes() throws Exception {
        PopulationPlan plan = plan(
                "all",
                Map.of(
                        "hpo.members", "3",
                        "hpo.generations", "4",
                        "hpo.segment", "2",
                        "hpo.asynchronous", "false",
                        "hpo.explorer", "drift",
                        "hpo.factors", "0.25,4"));

        assertThat(plan).isEqualTo(PopulationPlan.of(3, 4, 2, Set.of("rate")).withExplorer(new Explorer.Drift(.25, 4)));
        assertThat(plan("all", Map.of("hpo.explorer", "resample")).explorer()).isEqualTo(new Explorer.Resample());
        assertThat(population("all", Map.of("hpo.replays", "0")).replays()).isZero();
    }

    @Test
    void panda_hasRulesOfItsOwn() throws Exception {
        PopulationPlan plan = plan("panda", Map.of("hpo.children", "5", "hpo.patience", "0", "hpo.nudge", "rate=0.5"));

        assertThat(plan.isPanda()).isTrue();
        assertThat(plan.panda().children()).isEqualTo(5);
        assertThat(plan.panda().patience()).as("never given up").isEqualTo(Integer.MAX_VALUE);
        assertThat(plan.panda().nudge()).hasToString("Optional[rate=0.5]");
        assertThat(plan("panda", Map.of("hpo.members", "4")).isPanda()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none|hpo.members=0|hpo.members (0) must be a whole number of at least 1; give for instance -Dhpo.members=8.",
                "none|hpo.generations=few|hpo.generations (few) must be a whole number of at least 1",
                "none|hpo.segment=0|hpo.segment (0) must be a whole number of at least 1",
                "none|hpo.segment=9223372036854775807|segment (9223372036854775807) times generations (20) must be a number of steps below 2^63",
                "none|hpo.explorer=walk|hpo.explorer (walk) must be drift, perturb, resample or model",
                "none|hpo.factors=2,3|hpo.factors (2,3) must be two numbers with a comma between",
                "all|hpo.explorer=model;hpo.factors=0.5,2|hpo.factors ([0.5, 2.0]) must be left out with the explorer model",
                "none|hpo.replays=-1|hpo.replays (-1) must be a whole number from 0 to 1000",
                "none|hpo.children=3|hpo.children (3) must not be given for Example.raise, which is a population of several members; leave it out, also in junit-platform.properties, or change -Dhpo.members.",
                "none|hpo.nudge=rate*2|hpo.nudge (rate*2) must not be given for Example.raise, which is a population of several members",
                "none|hpo.patience=2|hpo.patience (2) must not be given for Example.raise, which is a population of several members",
                "panda|hpo.nudge=rate*2;hpo.join=true|hpo.nudge (rate*2) must not be given with hpo.join for Example.raise",
                "panda|hpo.explorer=model|hpo.explorer (model) must not be given for Example.raise, which is a panda",
                "panda|hpo.nudge=rate|hpo.nudge (rate) must be a parameter, * and a factor",
                "panda|hpo.nudge=width*2|hpo.nudge (width*2) must be something that can be tried: nudge of width must be of an adjustable parameter",
                "panda|hpo.nudge=rate=7|hpo.nudge (rate=7) must be something that can be tried",
                "none|hpo.trials=5|hpo.trials (5) must not be given for the @PopulationTest Example.raise, whose length is that of its members",
                "none|hpo.trainings=5|hpo.trainings (5) must not be given for the @PopulationTest Example.raise",
                "none|hpo.steps=5|hpo.steps (5) must not be given for the @PopulationTest Example.raise",
                "none|hpo.confirm.top=5|hpo.confirm.top (5) must not be given for the @PopulationTest Example.raise",
                "none|hpo.confirm.repeats=5|hpo.confirm.repeats (5) must not be given for the @PopulationTest Example.raise",
                "none|hpo.pruner.warmup=5|hpo.pruner.warmup (5) must not be given for the @PopulationTest Example.raise",
                "none|hpo.confirm=true|hpo.confirm (true) must not be given for the @PopulationTest Example.raise",
                "none|hpo.pruner=median|hpo.pruner (median) must not be given for the @PopulationTest Example.raise",
                "mixed||@PopulationTest children and patience must be left out where members is not 1",
                "mixedPanda||@PopulationTest asynchronous, explorer and factors must be left out where members is 1",
                "wrongFactors||@PopulationTest factors ([2.0, 0.5]) must be two numbers with a comma between",
                "noMembers||@PopulationTest members (0) must be a whole number of at least 1; change it at Example.raise."
            })
    void wrongValue_isRefused(String method, String parameters, String message) {
        assertThatThrownBy(() -> plan(method, parameters(parameters)))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parameterOfPopulations_isRefusedForAnOrdinaryStudy() throws Exception {
        Settings settings = settings("tune", Map.of("hpo.members", "4"));

        assertThatThrownBy(settings::check)
                .hasMessage("hpo.members (4) must not be given for the @TuningTest Example.raise, which raises no"
                        + " population; leave it out, also in junit-platform.properties, or run the tests apart that"
                        + " it is for.");
    }

    @Test
    void spaceWithNothingAdjustable_isRefused() throws Exception {
        PopulationSettings population = population("none", Map.of());

        assertThatThrownBy(() -> population.plan(PointSpace.SPACE))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage("@PopulationTest of Example.raise must have a parameter that may change while a model"
                        + " trains, but Point has none; write @Adjustable at one, such as the learning rate, and"
                        + " compile it again.");
    }

    @ParameterizedTest
    @CsvSource({
        "PrunedTestCase, '@PruneWith must not hold for the @PopulationTest '",
        "ConfirmedTestCase, '@Confirm must not hold for the @PopulationTest '",
        "AcceptedTestCase, '@Accepted must not hold for the @PopulationTest '",
        "BestTestCase, 'must not take values of = BEST, as members are compared as they stand; leave of away.'"
    })
    void whatMakesNoSenseBesideIt_isRefused(String name, String message, @TempDir Path folder) {
        Class<?> testCase = Arrays.stream(PopulationDeclarationTests.class.getDeclaredClasses())
                .filter(candidate -> candidate.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(TuningRun.containerFailures(new TuningRun(folder).of(testCase)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining(message));
    }

    @Test
    void sampler_choosesWhereMembersBegin(@TempDir Path folder) throws IOException {
        TuningRun run = new TuningRun(folder).with("hpo.sampler", "random");

        run.of(SampledTestCase.class).testEvents().assertStatistics(events -> events.succeeded(6));

        assertThat(run.runs(SampledTestCase.class, "raise")
                        .get(0)
                        .header()
                        .basis()
                        .course())
                .extractingByKey("sampler")
                .asString()
                .endsWith("beginning with " + RandomSampler.class.getSimpleName());
    }

    /** Of three members one begins with the start configuration, so that there is room for two others. */
    @Test
    void moreConfigurationsThanMembers_areRefused(@TempDir Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (String rate : List.of("0.1", "0.2", "0.3", "0.4")) {
            Path file = Files.writeString(folder.resolve(rate + ".properties"), "rate=" + rate + "\nwidth=2\n");
            files.add(file.toString());
        }
        String all = String.join(",", files);

        assertThat(TuningRun.containerFailures(
                        new TuningRun(folder).with("hpo.try-first", all).of(SampledTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessage(
                                "hpo.try-first (3 configurations) must be at most 2, as each is where one of 3 members"
                                        + " begins, one of them with the start configuration; name fewer, or take 4 members"
                                        + " with -Dhpo.members, say."));
        new TuningRun(folder)
                .with("hpo.try-first", all)
                .with("hpo.members", "4")
                .of(SampledTestCase.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(8));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : text == null ? new String[0] : text.split(";", -1)) {
            parameters.put(
                    parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return parameters;
    }

    private static PopulationPlan plan(String method, Map<String, String> parameters) throws Exception {
        settings(method, parameters).check();
        return population(method, parameters).plan(RateSpace.SPACE);
    }

    private static PopulationSettings population(String method, Map<String, String> parameters) throws Exception {
        return settings(method, parameters).population().orElseThrow();
    }

    private static Settings settings(String method, Map<String, String> parameters) throws Exception {
        Attributes attributes =
                Attributes.of("Example.raise", Example.class.getDeclaredMethod(method, Rate.class, Trial.class));
        return new Settings("Example.raise", attributes, key -> Optional.ofNullable(parameters.get(key)));
    }

    // The compiler refuses what is wrong where it stands at a method, and does not look into composed annotations.

    @PopulationTest
    @Retention(RetentionPolicy.RUNTIME)
    @interface Raise {}

    @PopulationTest(children = 2)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mixed {}

    @PopulationTest(members = 1, asynchronous = true)
    @Retention(RetentionPolicy.RUNTIME)
    @interface MixedPanda {}

    @PopulationTest(factors = {2, .5})
    @Retention(RetentionPolicy.RUNTIME)
    @interface WrongFactors {}

    @PopulationTest(members = 0)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NoMembers {}

    /** Never run. */
    static class Example {

        @PopulationTest
        @Minimize("loss")
        void none(Rate rate, Trial trial) {}

        @PopulationTest(
                members = 5,
                generations = 6,
                segment = 7,
                asynchronous = true,
                explorer = ExplorerKind.PERTURB,
                factors = {.7, 1.5})
        @Minimize("loss")
        void all(Rate rate, Trial trial) {}

        @PopulationTest(members = 1)
        @Minimize("loss")
        void panda(Rate rate, Trial trial) {}

        @Mixed
        @Minimize("loss")
        void mixed(Rate rate, Trial trial) {}

        @MixedPanda
        @Minimize("loss")
        void mixedPanda(Rate rate, Trial trial) {}

        @WrongFactors
        @Minimize("loss")
        void wrongFactors(Rate rate, Trial trial) {}

        @NoMembers
        @Minimize("loss")
        void noMembers(Rate rate, Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Rate rate, Trial trial) {}
    }

    static class PrunedTestCase {

        @Raise
        @PruneWith(NopPruner.class)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) {}
    }

    static class ConfirmedTestCase {

        @Raise
        @Confirm
        @Minimize("loss")
        void raise(Rate rate, Trial trial) {}
    }

    static class AcceptedTestCase {

        @Raise
        @Accepted("accepted.properties")
        @Minimize("loss")
        void raise(Rate rate, Trial trial) {}
    }

    static class BestTestCase {

        @Raise
        @Minimize(value = "loss", of = Of.BEST)
        void raise(Rate rate, Trial trial) {}
    }

    static class SampledTestCase {

        @PopulationTest(members = 3, generations = 2, replays = 0)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }
}
