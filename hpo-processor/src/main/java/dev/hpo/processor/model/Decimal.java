// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/**
 * A {@code double} whose text is the same on every JDK.
 *
 * <p>{@link Double#toString(double)} writes 1e23 as 9.999999999999999E22 before JDK 19 and as 1.0E23 since. Generated
 * sources must not depend on the JDK that runs the compiler.
 *
 * @param value the number
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Decimal(double value) {

    /** Every double is told apart from its neighbours by so many significant digits. */
    private static final int ENOUGH_DIGITS = 17;

    /** Returns the shortest decimal that is read back as the same number, in the form of {@link Double#toString(double)}. */
    public String text() {
        if (value == 0 || !Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal decimal = shortest();
        double size = Math.abs(value);
        return size >= 1e-3 && size < 1e7 ? plain(decimal) : scientific(decimal);
    }

    /** Returns a whole number without a fraction, and any other as {@link #text()} does. */
    public String brief() {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : text();
    }

    private BigDecimal shortest() {
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
