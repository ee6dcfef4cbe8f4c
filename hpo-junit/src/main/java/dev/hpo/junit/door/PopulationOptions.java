// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.setting.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that only tests with {@code @PopulationTest} have. */
final class PopulationOptions {

    @Option(
            names = "--members",
            paramLabel = "N",
            description = "How many members train beside one another, 8 by default; 1 for a panda.")
    private @Nullable Integer members;

    @Option(
            names = "--generations",
            paramLabel = "N",
            description = "How many segments each lives through, from 1; 20 by default.")
    private @Nullable Integer generations;

    @Option(
            names = "--segment",
            paramLabel = "N",
            description = "How many steps a segment has, in the unit of the reports, from 1; 1 by default.")
    private @Nullable Long segment;

    @Option(
            names = "--asynchronous",
            negatable = true,
            description = "Let no member wait for a slower one, or all for each other; they wait by default.")
    private @Nullable Boolean asynchronous;

    @Option(
            names = "--explorer",
            paramLabel = "NAME",
            description =
                    "How a member changes that has copied another: drift, the default, perturb, resample or model.")
    private @Nullable String explorer;

    @Option(
            names = "--factors",
            paramLabel = "DOWN,UP",
            description = "What drift and perturb multiply by, one factor below 1 and one above: 0.8,1.2.")
    private @Nullable String factors;

    @Option(
            names = "--replays",
            paramLabel = "N",
            description =
                    "How many times the schedule is trained with again from its beginning; 1 by default, 0 for never.")
    private @Nullable Integer replays;

    @Option(
            names = "--children",
            paramLabel = "N",
            description = "For how many children a panda has the time, from 1; 4 by default.")
    private @Nullable Integer children;

    @Option(
            names = "--nudge",
            paramLabel = "CHANGE",
            description = "What a panda tries in its next segment: learningRate*0.5, or momentum=0.95.")
    private @Nullable String nudge;

    /** Returns the configuration parameters that are given. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        LauncherCommand.put(parameters, Setting.MEMBERS, members);
        LauncherCommand.put(parameters, Setting.GENERATIONS, generations);
        LauncherCommand.put(parameters, Setting.SEGMENT, segment);
        LauncherCommand.put(parameters, Setting.ASYNCHRONOUS, asynchronous);
        LauncherCommand.put(parameters, Setting.EXPLORER, explorer);
        LauncherCommand.put(parameters, Setting.FACTORS, factors);
        LauncherCommand.put(parameters, Setting.REPLAYS, replays);
        LauncherCommand.put(parameters, Setting.CHILDREN, children);
        LauncherCommand.put(parameters, Setting.NUDGE, nudge);
        return parameters;
    }
}
