// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Paths as they are typed: {@code ~/x} is within the user's home, which no shell puts into {@code -Dhpo.directory=~/x}. */
@API(status = Status.INTERNAL, since = "0.1")
public final class TypedPath {

    private TypedPath() {}

    /**
     * Returns the path that a text names.
     *
     * @throws java.nio.file.InvalidPathException if there is none of that name
     */
    public static Path of(String text) {
        boolean isOfHome = text.equals("~") || text.startsWith("~/") || text.startsWith("~\\");
        return Path.of(isOfHome ? System.getProperty("user.home", "~") + text.substring(1) : text);
    }
}
