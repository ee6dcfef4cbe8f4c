// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.space.Parameter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a human wants to be tried in the next segment: {@code learningRate*0.5}, {@code momentum=0.95}.
 *
 * @param parameter the name of the parameter
 * @param operation what is done with its value
 * @param operand the factor, or the text of the value, as the operation has it
 * @param from it is tried on the first day whose trials have this number or a larger one, unless that was done by then; 0 for the next day, which is the first one that the sampler is
 *     asked for
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Nudge(String parameter, Operation operation, String operand, int from) {

    private static final Pattern FORM = Pattern.compile("\\s*([^*=\\s]+)\\s*([*=])\\s*(\\S(?:.*\\S)?)\\s*");

    /** What can be done with a value. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Operation {
        /** The value is multiplied by the operand, on the parameter's own scale as {@link Explorer.Perturb} says: {@code momentum*2} makes .95 of .9 if it is uniform in log(1 - x). */
        TIMES("*"),
        /** The value becomes the operand. */
        SET("=");

        private final String sign;

        Operation(String sign) {
            this.sign = sign;
        }
    }

    /**
     * Creates a nudge.
     *
     * @throws IllegalArgumentException if it multiplies by something else than a finite number above 0
     */
    public Nudge {
        if (operation == Operation.TIMES) {
            requireFactor(parameter, operand);
        }
    }

    /**
     * Reads a nudge, which is tried once, on the next day, also in a study that goes on. One that a study has tried before is tried again if it is said with {@link #from} from which trial
     * on.
     *
     * @param text a name, {@code *} and a factor above 0, or a name, {@code =} and a value
     * @throws IllegalArgumentException if the text has another form
     */
    public static Nudge parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("nudge (" + text
                    + ") must be a parameter, * and a factor, or a parameter, = and a value; such as learningRate*0.5");
        }
        Operation operation = matcher.group(2).equals("*") ? Operation.TIMES : Operation.SET;
        return new Nudge(matcher.group(1), operation, matcher.group(3), 0);
    }

    private static void requireFactor(String parameter, String operand) {
        double factor;
        try {
            factor = Double.parseDouble(operand);
        } catch (NumberFormatException e) {
            factor = Double.NaN;
        }
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("nudge factor (" + operand + ") of " + parameter
                    + " must be a number above 0; such as " + parameter + "*0.5");
        }
    }

    /** Returns the same, to be tried on the first day whose trials have this number or a larger one. */
    public Nudge from(int trials) {
        return new Nudge(parameter, operation, operand, trials);
    }

    /**
     * Returns what a raw value becomes.
     *
     * @throws IllegalArgumentException if the parameter's values have no order and it multiplies, or if it sets what is not in the domain
     */
    Object applied(Parameter<?> parameter, Object raw) {
        if (operation == Operation.SET) {
            return parameter.parse(operand);
        }
        if (!Steps.hasOrder(parameter)) {
            throw new IllegalArgumentException(
                    "nudge (" + this + ") must not multiply what has no order; set a value, such as " + parameter.name()
                            + "=" + parameter.domain().shortText(raw));
        }
        return Steps.times(parameter, raw, Double.parseDouble(operand));
    }

    /** Returns it as it is written. */
    @Override
    public String toString() {
        return parameter + operation.sign + operand;
    }
}
