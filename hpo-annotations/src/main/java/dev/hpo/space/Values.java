// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Checks and texts of raw values. */
final class Values {

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("0.001");
    private static final int LARGEST_PLAIN = 6;

    private Values() {}

    static Object require(Domain domain, Object raw) {
        if (!domain.contains(raw)) {
            throw new ConfigurationException("value (" + raw + ") must be in the domain: " + domain.describe());
        }
        return raw;
    }

    static String scaleName(Scale scale) {
        return switch (scale) {
            case LINEAR -> "";
            case LOG -> ", log";
            case ONE_MINUS_LOG -> ", log of one minus x";
            case LOGIT -> ", logit";
        };
    }

    /**
     * Returns a number with three significant digits, all before the point if there are up to six of them, or, on a scale that
     * stretches the values just below one, with three significant digits of its distance from one.
     */
    static String shortNumber(double value, Scale scale) {
        boolean nearOne = scale == Scale.ONE_MINUS_LOG || scale == Scale.LOGIT;
        if (nearOne && value > 0.5 && value < 1) {
            BigDecimal rest = BigDecimal.ONE.subtract(BigDecimal.valueOf(value)).round(DIGITS);
            return BigDecimal.ONE.subtract(rest).stripTrailingZeros().toPlainString();
        }
        return rounded(value);
    }

    /** Returns the shortest text of a number that is exact. */
    static String number(double value) {
        return text(BigDecimal.valueOf(value));
    }

    private static String rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal decimal = new BigDecimal(value);
        int whole = decimal.precision() - decimal.scale();
        boolean isLong = whole > DIGITS.getPrecision() && whole <= LARGEST_PLAIN;
        return text(decimal.round(isLong ? new MathContext(whole, DIGITS.getRoundingMode()) : DIGITS));
    }

    private static String text(BigDecimal decimal) {
        BigDecimal size = decimal.abs();
        boolean plain = size.signum() == 0
                || (size.compareTo(SMALLEST_PLAIN) >= 0 && size.compareTo(BigDecimal.TEN.pow(LARGEST_PLAIN)) < 0);
        return plain ? decimal.stripTrailingZeros().toPlainString() : scientific(decimal.stripTrailingZeros());
    }

    private static String scientific(BigDecimal decimal) {
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = decimal.precision() - decimal.scale() - 1;
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = decimal.signum() < 0 ? "-" : "";
        return String.format(Locale.ROOT, "%s%c%se%d", sign, digits.charAt(0), fraction, exponent);
    }
}
