// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Configurations as {@code .properties} files: one line a parameter, {@code learningRate = 3.1E-4}.
 *
 * <p>The text is exact, in the order of the space and free of dates, so that equal configurations give equal files.
 */
public final class ConfigurationProperties {

    private static final char MARK = '\uFEFF';

    private ConfigurationProperties() {}

    /**
     * Writes a configuration.
     *
     * @param comment lines for the head of the file, which may be empty
     * @throws IOException if the target cannot be written
     * @throws ConfigurationException if the configuration does not fit the space
     */
    public static void write(Space<?> space, Configuration configuration, String comment, Appendable target)
            throws IOException {
        space.check(configuration);
        for (String line : comment.lines().toList()) {
            target.append("# ").append(line).append('\n');
        }
        for (Parameter<?> parameter : space.parameters()) {
            Object raw = configuration.asMap().get(parameter.name());
            if (raw != null) {
                String text = parameter.domain().text(raw);
                target.append(escape(parameter.name(), true))
                        .append(" = ")
                        .append(escape(text, false))
                        .append('\n');
            }
        }
    }

    /**
     * Reads a configuration. A key may be a parameter's former name.
     *
     * @param source what errors call the text, such as its file name
     * @throws IOException if the text cannot be read
     * @throws ConfigurationException if a key is missing, unknown, given twice or out of its domain; the message names the
     *     source and every fault
     */
    public static Configuration read(Space<?> space, Reader reader, String source) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, String> texts = texts(reader, source, faults);
        Set<String> broken = new HashSet<>();
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : space.parameters()) {
            String text = take(parameter, texts, faults);
            if (text != null && !set(builder, parameter, text, faults)) {
                broken.add(parameter.name());
            }
        }
        Configuration configuration = builder.build();
        faults.addAll(ConfigurationCheck.faults(space, configuration, broken));
        texts.keySet().forEach(key -> faults.add(ConfigurationCheck.unknown(key, space)));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(source + ": " + String.join("\n" + source + ": ", faults));
        }
        return configuration;
    }

    private static boolean set(
            Configuration.Builder builder, Parameter<?> parameter, String text, List<String> faults) {
        try {
            builder.setRaw(parameter, parameter.parse(text));
            return true;
        } catch (ConfigurationException e) {
            faults.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static String take(Parameter<?> parameter, Map<String, String> texts, List<String> faults) {
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

    private static Map<String, String> texts(Reader reader, String source, List<String> faults) throws IOException {
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
