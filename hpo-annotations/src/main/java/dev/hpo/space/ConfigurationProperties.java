// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        PropertyLines.comment(comment, target);
        for (Parameter<?> parameter : space.parameters()) {
            Object raw = configuration.asMap().get(parameter.name());
            if (raw != null) {
                PropertyLines.append(parameter.name(), parameter.domain().text(raw), target);
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
        Map<String, String> texts = PropertyLines.read(reader, source, faults);
        Set<String> broken = new HashSet<>();
        Map<String, Object> values = PropertyLines.take(space, texts, faults, broken);
        Configuration configuration = PropertyLines.configuration(space, values);
        faults.addAll(ConfigurationCheck.faults(space, configuration, broken));
        texts.keySet().forEach(key -> faults.add(ConfigurationCheck.unknown(key, space)));
        if (!faults.isEmpty()) {
            throw PropertyLines.error(source, faults);
        }
        return configuration;
    }
}
