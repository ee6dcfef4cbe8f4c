// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * Floating-point numbers between two bounds, both included, on a scale; all of them, or equally spaced ones.
 *
 * @param min the smallest value
 * @param max the largest value; above {@code min}
 * @param scale the scale on which the values are uniform
 * @param levels how many equally spaced values there are, at least 2; 0 if all values of the range are in the domain
 */
public record RealDomain(double min, double max, Scale scale, int levels) implements Domain {

    /** Creates a domain, checking its bounds. */
    public RealDomain {
        if (!(scale.covers(min) && scale.covers(max))) {
            throw new IllegalArgumentException(
                    "bounds (" + min + ", " + max + ") must lie where the scale " + scale + " is defined");
        }
        if (!(min < max)) {
            throw new IllegalArgumentException("max (" + max + ") must be above min (" + min + ")");
        }
        if (levels < 0 || levels == 1) {
            throw new IllegalArgumentException("levels (" + levels + ") must be 0 or at least 2");
        }
    }

    /** Returns all numbers from {@code min} to {@code max}, uniform on a scale. */
    public static RealDomain of(Scale scale, double min, double max) {
        return new RealDomain(min, max, scale, 0);
    }

    /**
     * Returns the numbers {@code min}, {@code min + step} and so on up to {@code max}.
     *
     * @throws IllegalArgumentException if {@code max} is not among them, or they are more than 2^31 - 1
     */
    public static RealDomain stepped(double min, double max, double step) {
        return new RealDomain(min, max, Scale.LINEAR, Steps.count(min, max, step));
    }

    @Override
    public boolean contains(Object raw) {
        if (!(raw instanceof Double value) || !(value >= min && value <= max)) {
            return false;
        }
        return levels == 0 || level(indexOf(value)) == value;
    }

    @Override
    public Double canonical(Object raw) {
        if (levels > 0 && raw instanceof Double value && value >= min - slack() && value <= max + slack()) {
            double index = fraction(Math.min(max, Math.max(min, value))) * (levels - 1);
            if (Math.abs(index - Math.rint(index)) < Steps.SNAP) {
                return level((long) Math.rint(index));
            }
        }
        return (Double) Values.require(this, raw);
    }

    @Override
    public Double fromUnit(double position) {
        double unit = Unit.clamp(position);
        return levels == 0 ? interpolate(unit) : level(Unit.cell(unit, levels));
    }

    @Override
    public double toUnit(Object raw) {
        double value = (Double) Values.require(this, raw);
        if (levels > 0) {
            return Unit.middle(indexOf(value), levels);
        }
        return Unit.clamp(fraction(value));
    }

    @Override
    public long cardinality() {
        return levels == 0 ? CONTINUOUS : levels;
    }

    @Override
    public Double valueAt(long index) {
        if (levels == 0) {
            throw new IllegalStateException("a continuous domain (" + describe() + ") has no value number " + index);
        }
        return level(index);
    }

    @Override
    public Double parse(String text) {
        try {
            return canonical(Double.valueOf(text.trim()));
        } catch (NumberFormatException e) {
            throw new ConfigurationException("value (" + text + ") must be a number: " + describe(), e);
        }
    }

    @Override
    public String shortText(Object raw) {
        return Values.shortNumber((Double) raw, scale);
    }

    @Override
    public String describe() {
        String gaps = levels == 0 ? "" : ", " + levels + " values";
        return Values.shortNumber(min, scale) + " to " + Values.shortNumber(max, scale) + Values.scaleName(scale)
                + gaps;
    }

    private double fraction(double value) {
        double low = scale.forward(min);
        return (scale.forward(value) - low) / (scale.forward(max) - low);
    }

    private long indexOf(double value) {
        return Math.round(fraction(value) * (levels - 1));
    }

    private double slack() {
        return (max - min) * 1e-12;
    }

    /** Rounded to the shortest decimal that is meant: 0.3, not 0.30000000000000004. */
    private double level(long index) {
        if (index <= 0) {
            return min;
        }
        if (index >= levels - 1) {
            return max;
        }
        return scale == Scale.LINEAR
                ? Steps.decimalLevel(this, index)
                : Steps.round(interpolate((double) index / (levels - 1)), scale);
    }

    /** Hits both bounds exactly, whatever the rounding of the scale. */
    private double interpolate(double fraction) {
        if (fraction <= 0) {
            return min;
        }
        if (fraction >= 1) {
            return max;
        }
        double low = scale.forward(min);
        double high = scale.forward(max);
        double value = scale.inverse(low * (1 - fraction) + high * fraction);
        return Math.min(max, Math.max(min, value));
    }
}
