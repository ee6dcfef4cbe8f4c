// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.PathMask;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the folders of this process out of texts that are stored, and that others may read. */
final class LocalPaths {

    /** What Maven says the module's folder is. */
    private static final String BASEDIR = "basedir";

    private static final String WORKING = "user.dir";
    private static final String HOME = "user.home";

    private LocalPaths() {}

    /** Returns a text of this process with {@code .} for the module's folder and {@code ~} for the user's. */
    static String hide(String text) {
        return PathMask.of(
                        Stream.of(BASEDIR, WORKING)
                                .flatMap(property -> folder(property).stream())
                                .toList(),
                        folder(HOME).orElse(Path.of("")))
                .of(text);
    }

    /** Whoever starts a process can say anything for these, such as {@code ?} where there is no home. */
    private static Optional<Path> folder(String property) {
        try {
            return Optional.ofNullable(System.getProperty(property)).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
