// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.accept.AcceptedException;
import dev.hpo.accept.AcceptedFile;
import dev.hpo.junit.Accepted;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.setting.Setting;
import dev.hpo.retest.RetestPlan;
import dev.hpo.space.Configuration;
import dev.hpo.space.VisibleText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            return new AcceptedResult(declared, new AcceptedFile(path(setup, declared.value()), declared.value()));
        });
    }

    private static Path path(StudySetup setup, String name) {
        try {
            return setup.module().resolve(name);
        } catch (InvalidPathException e) {
            throw new TuningConfigurationException(
                    "@Accepted value (" + VisibleText.of(name) + ") must be a path that this file system can have: "
                            + e.getReason() + "; change it at " + setup.method().shortName() + ".",
                    e);
        }
    }

    /** Returns what matters when it is run again. */
    RetestPlan plan() {
        return new RetestPlan(declared.minimumLoss(), declared.tolerance());
    }

    /**
     * Returns why something has to be accepted, to be followed by how.
     *
     * @param refuted that re-tests have found what was accepted to be worse; empty if they have not
     * @param found what has to be
     */
    String reason(Optional<Refutation> refuted, String found) {
        String into = found + " must be accepted into " + file.name() + ", which has nothing";
        return refuted.map(of -> "what was accepted must be as good as it was, but " + of.complaint() + "; " + into
                        + " that can be relied on any more")
                .orElse(into + ", or nothing that can be relied on any more");
    }

    /**
     * Returns the command that accepts what was found.
     *
     * @param commands run the test once more
     * @param run the number of the run that has found it
     */
    static String command(StudySetup setup, Commands commands, int run) {
        Map<Setting, String> settings = new LinkedHashMap<>();
        settings.put(Setting.ACCEPT, setup.isKept() ? String.valueOf(run) : "true");
        return commands.with(settings);
    }

    /** Returns the command that searches again if a re-test fails, and accepts what it finds. */
    static String searching(Commands commands) {
        Map<Setting, String> settings = new LinkedHashMap<>();
        settings.put(Setting.MODE, "auto");
        settings.put(Setting.ACCEPT, "true");
        return commands.with(settings);
    }

    /**
     * Returns how the file stands to what a study has found, and what accepts that, for its summary.
     *
     * @param best the configuration to accept
     * @param command the command that does
     */
    List<String> advice(StudySetup setup, Configuration best, String command) {
        String with = "; this is accepted with";
        try {
            file.requireOwn(setup.space(), setup.method().studyName());
        } catch (AcceptedException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        try {
            return file.read(setup.space()).configuration().equals(best)
                    ? List.of("the same configuration is in " + file.name())
                    : List.of("another configuration is in " + file.name() + with, command);
        } catch (AcceptedException e) {
            String stands =
                    switch (e.fault()) {
                        case MISSING -> "nothing is in " + file.name() + " yet" + with;
                        case INADMISSIBLE, UNPROVEN -> "something else is in " + file.name() + with;
                        default -> String.valueOf(e.getMessage());
                    };
            return List.of(stands, command);
        }
    }
}
