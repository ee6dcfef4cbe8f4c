// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What the choices of a parameter are in JSON. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ChoiceValues {

    private ChoiceValues() {}

    /**
     * Returns the choices as numbers and truth values, so that others need not know our texts of them; empty if one is neither, or if
     * two would be the same.
     */
    public static Optional<List<Object>> scalars(Parameter<?> parameter, ChoiceDomain domain) {
        List<Object> values = new ArrayList<>();
        for (String text : domain.choices()) {
            scalar(parameter.value(text)).ifPresent(values::add);
        }
        boolean areAll = values.size() == domain.choices().size();
        return areAll && new HashSet<>(values).size() == values.size() ? Optional.of(values) : Optional.empty();
    }

    private static Optional<Object> scalar(Object value) {
        if (value instanceof Boolean) {
            return Optional.of(value);
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(((Number) value).longValue());
        }
        if (value instanceof Double || value instanceof Float) {
            double number = Double.parseDouble(value.toString());
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        }
        return Optional.empty();
    }
}
