// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a {@code .properties} file, each a key and a text, and the values of parameters among them. */
final class PropertyLines {

    private static final char MARK = '\uFEFF';

    private PropertyLines() {}

    static void comment(String comment, Appendable target) throws IOException {
        for (String line : comment.lines().toList()) {
            target.append("# ").append(line).append('\n');
        }
    }

    /** Writes a line. */
    static void append(String key, String text, Appendable target) throws IOException {
        target.append(escape(key, true))
                .append(" = ")
                .append(escape(text, false))
                .append('\n');
    }

    /**
     * Returns the texts by their keys, in the order of the file.
     *
     * @param faults gets a line for each key that is given twice
     * @throws ConfigurationException if the text is none of this kind
     */
    static Map<String, String> read(Reader reader, String source, List<String> faults) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Properties properties = new Properties() {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                String name = (String) key;
                if (texts.put(name, (String) value) != null) {
                    faults.add(name + " must be given once; remove one of its lines");
                }
                return super.put(name, value);
            }
        };
        try {
            properties.load(withoutMark(reader));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    source + ": \\u must stand before four hexadecimal digits; write \\\\ for a backslash", e);
        }
        return texts;
    }

    /** Some editors begin a UTF-8 file with a byte order mark, which Java reads as a character. */
    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader source = new PushbackReader(reader);
        int first = source.read();
        if (first >= 0 && first != MARK) {
            source.unread(first);
        }
        return source;
    }

    /**
     * Takes the parameters of a space out of some texts, and returns their raw values by their names. A key may be a former name.
     *
     * @param faults gets what is wrong, each beginning with the name of a parameter
     * @param broken gets the names of the parameters whose texts are no values
     */
    static Map<String, Object> take(
            Space<?> space, Map<String, String> texts, List<String> faults, Set<String> broken) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter<?> parameter : space.parameters()) {
            String text = take(parameter, texts, faults);
            if (text != null) {
                try {
                    values.put(parameter.name(), parameter.parse(text));
                } catch (ConfigurationException e) {
                    faults.add(String.valueOf(e.getMessage()));
                    broken.add(parameter.name());
                }
            }
        }
        return values;
    }

    private static @Nullable String take(Parameter<?> parameter, Map<String, String> texts, List<String> faults) {
        String found = texts.remove(parameter.name());
        for (String former : parameter.formerNames()) {
            String text = texts.remove(former);
            if (text != null && found != null) {
                faults.add(parameter.name() + " must be given once; it is there as " + former + " too");
            }
            found = found == null ? text : found;
        }
        return found;
    }

    /** Returns the configuration of some raw values, which need not be whole. */
    static Configuration configuration(Space<?> space, Map<String, Object> values) {
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : space.parameters()) {
            Object raw = values.get(parameter.name());
            if (raw != null) {
                builder.setRaw(parameter, raw);
            }
        }
        return builder.build();
    }

    /** Returns an error that names all faults and where they are. */
    static ConfigurationException error(String source, Iterable<String> faults) {
        return new ConfigurationException(source + ": " + String.join("\n" + source + ": ", faults));
    }

    private static String escape(String text, boolean key) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\f' -> escaped.append("\\f");
                case '\\' -> escaped.append("\\\\");
                case ' ', '=', ':', '#', '!' ->
                    escaped.append(key || i == 0 ? "\\" : "").append(c);
                default ->
                    escaped.append(isVisible(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
        return escaped.toString();
    }

    /** What editors and terminals act upon is read back all the same. */
    private static boolean isVisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
