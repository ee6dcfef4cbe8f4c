// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.io.IOException;
import java.io.Reader;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Configurations as {@code .properties} files: one line a parameter, {@code learningRate = 3.1E-4}.
 *
 * <p>The text is exact, in the order of the space and free of dates, so that equal configurations give equal files.
 */
public final class ConfigurationProperties {

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
        Map<String, String> texts = texts(reader, faults);
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : space.parameters()) {
            String text = take(parameter, texts, faults);
            if (text != null) {
                set(builder, parameter, text, faults);
            }
        }
        texts.keySet()
                .forEach(key -> faults.add(key + " must be a parameter of "
                        + space.type().getSimpleName() + "; " + Names.nearest(key, space)));
        Configuration configuration = builder.build();
        ConfigurationCheck.faults(space, configuration).stream()
                .filter(fault -> faults.stream().noneMatch(known -> sameKey(known, fault)))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new ConfigurationException(source + ": " + String.join("\n" + source + ": ", faults));
        }
        return configuration;
    }

    private static boolean sameKey(String known, String fault) {
        return known.substring(0, known.indexOf(' ')).equals(fault.substring(0, fault.indexOf(' ')));
    }

    private static void set(Configuration.Builder builder, Parameter<?> parameter, String text, List<String> faults) {
        try {
            builder.setRaw(parameter, parameter.parse(text));
        } catch (ConfigurationException e) {
            faults.add(String.valueOf(e.getMessage()));
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

    private static Map<String, String> texts(Reader reader, List<String> faults) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Properties properties = new Properties() {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (texts.put((String) key, ((String) value).trim()) != null) {
                    faults.add(key + " must be given once; remove one of its lines");
                }
                return super.put(key, value);
            }
        };
        properties.load(reader);
        return texts;
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
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
