// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.setting.Setting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** In which folder the studies of a command are. */
final class FolderChoice {

    private static final String USUAL = ".hpo";

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            converter = FolderText.class,
            description = "The folder of the studies; .hpo in the working folder by default.")
    private @Nullable String directory;

    /** Returns whether a folder is named, which then has the reports too. */
    boolean isNamed() {
        return directory != null || System.getProperty(Setting.DIRECTORY.key()) != null;
    }

    Path path() {
        String named = directory;
        if (named == null) {
            named = property(System.getProperty(Setting.DIRECTORY.key(), USUAL));
        }
        return Path.of(named).toAbsolutePath().normalize();
    }

    private static String property(String text) {
        try {
            return new FolderText().convert(text);
        } catch (TypeConversionException e) {
            throw new CommandException(Setting.DIRECTORY.key() + ": " + e.getMessage() + ".", e);
        }
    }

    KeptStudies studies() {
        return KeptStudies.in(path());
    }
}
