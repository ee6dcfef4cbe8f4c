// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Numbers for people, with as few digits as tell all. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Rounded {

    private static final int DIGITS = 4;
    private static final int ALL_DIGITS = 17;

    private Rounded() {}

    /** Returns a number with four significant digits, and all digits before the point. */
    public static String text(double value) {
        return text(value, DIGITS);
    }

    /** Returns a number with four significant digits, or as many more as it takes to tell it from another one. */
    public static String text(double value, double unlike) {
        int digits = DIGITS;
        while (digits < ALL_DIGITS && value != unlike && text(value, digits).equals(text(unlike, digits))) {
            digits++;
        }
        return text(value, digits);
    }

    private static String text(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        int whole = exact.precision() - exact.scale();
        int kept = whole > digits && whole <= 9 ? whole : digits;
        BigDecimal rounded = exact.round(new MathContext(kept, RoundingMode.HALF_EVEN));
        double size = Math.abs(rounded.doubleValue());
        return size >= 1e-3 && size < 1e9 ? plain(rounded) : scientific(rounded);
    }

    private static String plain(BigDecimal rounded) {
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String scientific(BigDecimal rounded) {
        BigDecimal number = rounded.stripTrailingZeros();
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        int exponent = number.precision() - number.scale() - 1;
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }
}
