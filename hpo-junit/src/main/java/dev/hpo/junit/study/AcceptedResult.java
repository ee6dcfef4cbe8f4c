// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.accept.AcceptedException;
import dev.hpo.accept.AcceptedFile;
import dev.hpo.junit.Accepted;
import dev.hpo.junit.setting.Setting;
import dev.hpo.report.BestProperties;
import dev.hpo.report.SummaryHints;
import dev.hpo.retest.RetestPlan;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.ConfigurationProperties;
import dev.hpo.space.Space;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Where a test has what was accepted of it.
 *
 * @param declared its annotation
 * @param file the file
 */
record AcceptedResult(Accepted declared, AcceptedFile file) {

    /** Returns that of a test; empty if it names no file. */
    static Optional<AcceptedResult> of(StudySetup setup) {
        return setup.method().accepted().map(declared -> {
            Path path = setup.module().resolve(declared.value());
            return new AcceptedResult(declared, new AcceptedFile(path, declared.value()));
        });
    }

    /** Returns what matters when it is run again. */
    RetestPlan plan() {
        return new RetestPlan(declared.minimumLoss(), declared.tolerance());
    }

    /**
     * Returns the command that accepts what was found, or the option where no command is known.
     *
     * @param replay the command that runs a trial again
     */
    static String command(String replay) {
        return command(replay, Map.of(Setting.ACCEPT, "true"));
    }

    /** Returns the command that searches again if a re-test fails, and accepts what it finds. */
    static String searching(String replay) {
        Map<Setting, String> settings = new LinkedHashMap<>();
        settings.put(Setting.MODE, "auto");
        settings.put(Setting.ACCEPT, "true");
        return command(replay, settings);
    }

    private static String command(String replay, Map<Setting, String> settings) {
        String first = replay.lines().findFirst().orElse("");
        String options = settings.entrySet().stream()
                .map(setting -> setting.getKey().option() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        String ofLauncher = options.replace("-Dhpo.mode=auto", "--mode auto").replace("-Dhpo.accept=true", "--accept");
        String accepting = first.replace(Setting.REPLAY.option() + "=" + SummaryHints.TRIAL, options)
                .replace("--replay " + SummaryHints.TRIAL, ofLauncher);
        return accepting.equals(first) ? options : accepting;
    }

    /**
     * Returns the number of the run of a study that the file has the winner of; empty if there is none.
     *
     * @param study the name of the study
     */
    OptionalInt run(String study) {
        try {
            return BestProperties.run(study, new StringReader(file.text().orElse("")));
        } catch (IOException | AcceptedException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Returns how the file stands to what a study has found, and what accepts that, for its summary.
     *
     * @param best the configuration to accept
     * @param command the command that does
     */
    List<String> advice(Space<?> space, Configuration best, String command) {
        try {
            Optional<String> text = file.text();
            if (text.isEmpty()) {
                return List.of("nothing is in " + file.name() + " yet; this is accepted with", command);
            }
            return isOf(space, text.get(), best)
                    ? List.of("the same configuration is in " + file.name())
                    : List.of("another configuration is in " + file.name() + "; this is accepted with", command);
        } catch (AcceptedException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private boolean isOf(Space<?> space, String text, Configuration best) {
        try {
            return ConfigurationProperties.read(space, new StringReader(text), file.name())
                    .equals(best);
        } catch (IOException | ConfigurationException e) {
            return false;
        }
    }
}
