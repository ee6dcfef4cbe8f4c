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
        if (levels > 0) {
            Steps.requireDistinct(new Axis(min, max, scale), levels);
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
        RealDomain all = of(Scale.LINEAR, min, max);
        return new RealDomain(min, max, all.scale, Steps.count(min, max, step));
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
            double index = axis().position(Math.min(max, Math.max(min, value))) * (levels - 1);
            if (Math.abs(index - Math.rint(index)) < Steps.SNAP) {
                return level((long) Math.rint(index));
            }
        }
        return (Double) Values.require(this, raw);
    }

    @Override
    public Double fromUnit(double position) {
        double unit = Unit.clamp(position);
        return levels == 0 ? axis().value(unit) : level(Unit.cell(unit, levels));
    }

    @Override
    public double toUnit(Object raw) {
        double value = (Double) Values.require(this, raw);
        if (levels > 0) {
            return Unit.middle(indexOf(value), levels);
        }
        return Unit.clamp(axis().position(value));
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
        return Values.number(min) + " to " + Values.number(max) + Values.scaleName(scale) + gaps;
    }

    /** Returns the level nearest to a value within the bounds. */
    double nearestLevel(double value) {
        return level(indexOf(value));
    }

    private Axis axis() {
        return new Axis(min, max, scale);
    }

    private long indexOf(double value) {
        return Math.round(axis().position(value) * (levels - 1));
    }

    private double slack() {
        return (max - min) * 1e-12;
    }

    private double level(long index) {
        return axis().level(index, levels - 1L);
    }
}
