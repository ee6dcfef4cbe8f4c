// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Checks and texts of raw values. */
final class Values {

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

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
     * Returns a number with three significant digits, or, on a scale that stretches the values just below one, with three
     * significant digits of its distance from one.
     */
    static String shortNumber(double value, Scale scale) {
        boolean nearOne = scale == Scale.ONE_MINUS_LOG || scale == Scale.LOGIT;
        if (nearOne && value > 0.5 && value < 1) {
            BigDecimal rest = BigDecimal.ONE.subtract(BigDecimal.valueOf(value)).round(DIGITS);
            return BigDecimal.ONE.subtract(rest).stripTrailingZeros().toPlainString();
        }
        return rounded(value);
    }

    private static String rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal decimal = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e6) {
            return decimal.toPlainString();
        }
        return scientific(decimal);
    }

    private static String scientific(BigDecimal decimal) {
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = decimal.precision() - decimal.scale() - 1;
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = decimal.signum() < 0 ? "-" : "";
        return String.format(Locale.ROOT, "%s%c%se%d", sign, digits.charAt(0), fraction, exponent);
    }
}
