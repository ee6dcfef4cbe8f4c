// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/**
 * The text of a {@code double}, the same on every JDK.
 *
 * <p>{@link Double#toString(double)} writes 1e23 as 9.999999999999999E22 before JDK 19 and as 1.0E23 since. Generated
 * sources must not depend on the JDK that runs the compiler.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Decimals {

    /** Every double is told apart from its neighbours by so many significant digits. */
    private static final int ENOUGH_DIGITS = 17;

    private Decimals() {}

    /** Returns the shortest decimal that is read back as the same number, in the form of {@link Double#toString(double)}. */
    public static String text(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal decimal = shortest(value);
        double size = Math.abs(value);
        return size >= 1e-3 && size < 1e7 ? plain(decimal) : scientific(decimal);
    }

    /** Returns a whole number without a fraction, and any other as {@link #text(double)} does. */
    public static String brief(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : text(value);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal decimal) {
        return (decimal.scale() < 1 ? decimal.setScale(1) : decimal).toPlainString();
    }

    private static String scientific(BigDecimal decimal) {
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = decimal.precision() - decimal.scale() - 1;
        String fraction = digits.length() > 1 ? digits.substring(1) : "0";
        return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }
}
