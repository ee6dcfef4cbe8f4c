// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * JSON that stands within an HTML page: no text in it can end the element that it is in, or begin a comment, as neither {@code <} nor
 * {@code >} nor {@code &} is ever written, nor a line end that only JavaScript takes for one.
 */
final class EmbeddedJson {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new Escapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** Below this, each whole number is a double of its own. */
    private static final double WHOLE = 0x1p53;

    private EmbeddedJson() {}

    static JsonGenerator generator(Writer target) throws IOException {
        return JSON.createGenerator(target);
    }

    /**
     * Writes a number with so many significant digits, and near 1 with so many of what is missing to 1; whole numbers as they are, and one that JSON does not have as a
     * string.
     */
    static void writeNumber(JsonGenerator json, double value, int digits) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeString(Double.toString(value));
        } else if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(rounded(value, digits + zeros(1 - value)));
        }
    }

    /** Returns how many zeros a small number above 0 has behind its point. */
    private static int zeros(double small) {
        return small > 0 && small < 0.1 ? (int) -Math.floor(Math.log10(small)) - 1 : 0;
    }

    private static String rounded(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toString();
    }

    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final String MARKUP = "<>&";

        private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

        Escapes() {
            MARKUP.chars().forEach(c -> ascii[c] = CharacterEscapes.ESCAPE_STANDARD);
            ascii[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    new SerializedString(String.format(Locale.ROOT, "\\u%04x", character));
                default -> null;
            };
        }
    }
}
