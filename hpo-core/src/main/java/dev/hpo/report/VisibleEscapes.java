// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Escapes in JSON what a terminal or an editor would act upon, and JSON allows as it is: further control codes, and marks such as those that turn a text round. */
final class VisibleEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final char DELETE = 0x7f;

    private final int[] ofAscii = standardAsciiEscapesForJSON();

    VisibleEscapes() {
        ofAscii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ofAscii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                new SerializedString(String.format(Locale.ROOT, "\\u%04x", unit));
            default -> null;
        };
    }
}
