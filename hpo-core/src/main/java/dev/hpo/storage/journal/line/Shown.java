// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Values in errors, whoever has written them. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** Returns a text for an error: on one line, and not too long. */
    public static String of(@Nullable Object value) {
        String text = String.valueOf(value);
        String line = text.codePoints()
                .limit(LONGEST)
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() < text.length() ? line + "..." : line;
    }
}
