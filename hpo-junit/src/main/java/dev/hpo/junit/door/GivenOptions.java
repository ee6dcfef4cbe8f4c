// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.kept.FolderText;
import dev.hpo.junit.setting.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of whatever runs tests. */
final class GivenOptions {

    @Option(
            names = "--directory",
            order = 1,
            paramLabel = "DIR",
            converter = FolderText.class,
            description = "The folder for the files of studies; .hpo in the module of the class by default.")
    private @Nullable String directory;

    @Option(
            names = "-D",
            order = 2,
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "Any other configuration parameter of hpo or JUnit.")
    private Map<String, String> others = new LinkedHashMap<>();

    /** Returns the configuration parameters that are given, in a map that can grow. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(others);
        if (directory != null) {
            parameters.put(Setting.DIRECTORY.key(), directory);
        }
        return parameters;
    }
}
