// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import dev.hpo.space.Scale;
import java.util.List;
import org.apiguardian.api.API;

/** The values that a parameter can take. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface Range {

    /**
     * Numbers with a fraction.
     *
     * @param scale the scale on which they are uniform
     * @param min the smallest
     * @param max the largest
     * @param step their distance, or 0
     * @param levels how many there are, or 0
     */
    record Real(Scale scale, double min, double max, double step, int levels) implements Range {}

    /**
     * Whole numbers.
     *
     * @param scale the scale on which they are uniform
     * @param min the smallest
     * @param max the largest
     * @param step their distance, or 0
     * @param levels how many there are, or 0
     */
    record Whole(Scale scale, long min, long max, long step, int levels) implements Range {}

    /**
     * Values that are listed.
     *
     * @param options the values
     * @param ordered whether their order counts
     * @param complete whether they are all values of their type
     */
    record Listed(List<Option> options, boolean ordered, boolean complete) implements Range {
        /** Creates a range. */
        public Listed {
            options = List.copyOf(options);
        }
    }

    /**
     * One of the values that are listed.
     *
     * @param text the text that stands for it, with the texts that did before
     * @param value the value itself; for an enum the name of the constant
     */
    record Option(Naming text, Object value) {}
}
