// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * Whole numbers between two bounds, both included, on a scale; all of them, or equally spaced ones.
 *
 * <p>The unit interval has 53 bits: in a linear domain of more than 2^52 numbers, and for numbers above 10^13 in a
 * logarithmic one, positions of neighbours may coincide.
 *
 * @param min the smallest value
 * @param max the largest value; at least {@code min}; at most 2^53 in size, as {@code min}
 * @param scale {@link Scale#LINEAR} or {@link Scale#LOG}
 * @param levels how many equally spaced values there are, at least 2; 0 if all whole numbers of the range are in the domain
 */
public record IntegerDomain(long min, long max, Scale scale, int levels) implements Domain {

    private static final long LIMIT = 1L << 53;

    /** Creates a domain, checking its bounds. */
    public IntegerDomain {
        if (scale != Scale.LINEAR && scale != Scale.LOG) {
            throw new IllegalArgumentException("scale (" + scale + ") must be LINEAR or LOG for whole numbers");
        }
        if (min < -LIMIT || max > LIMIT) {
            throw new IllegalArgumentException("bounds (" + min + ", " + max + ") must lie within 2^53 of 0");
        }
        if (min > max) {
            throw new IllegalArgumentException("max (" + max + ") must not be below min (" + min + ")");
        }
        if (scale == Scale.LOG && min < 1) {
            throw new IllegalArgumentException("min (" + min + ") must be at least 1 on a logarithmic scale");
        }
        if (levels < 0 || levels == 1) {
            throw new IllegalArgumentException("levels (" + levels + ") must be 0 or at least 2");
        }
        if (levels > 0) {
            Steps.requireDistinct(min, max, scale, levels);
        }
    }

    /** Returns all whole numbers from {@code min} to {@code max}, uniform on a scale. */
    public static IntegerDomain of(Scale scale, long min, long max) {
        return new IntegerDomain(min, max, scale, 0);
    }

    /**
     * Returns the numbers {@code min}, {@code min + step} and so on up to {@code max}.
     *
     * @throws IllegalArgumentException if {@code max} is not among them, or they are more than 2^31 - 1
     */
    public static IntegerDomain stepped(long min, long max, long step) {
        IntegerDomain all = of(Scale.LINEAR, min, max);
        return step == 1 ? all : new IntegerDomain(min, max, all.scale, Steps.count(min, max, step));
    }

    @Override
    public boolean contains(Object raw) {
        if (!(raw instanceof Long value) || value < min || value > max) {
            return false;
        }
        return levels == 0 || level(levelOf(value)) == value;
    }

    @Override
    public Long fromUnit(double position) {
        double unit = Unit.clamp(position);
        if (levels > 0) {
            return level(Unit.cell(unit, levels));
        }
        if (isEven()) {
            return min + Unit.cell(unit, cardinality());
        }
        return clamp(Math.round(scale.inverse(low() * (1 - unit) + high() * unit)));
    }

    @Override
    public double toUnit(Object raw) {
        long value = (Long) Values.require(this, raw);
        if (levels > 0) {
            return Unit.middle(levelOf(value), levels);
        }
        if (isEven()) {
            return Unit.middle(value - min, cardinality());
        }
        return Unit.clamp((scale.forward((double) value) - low()) / (high() - low()));
    }

    @Override
    public long cardinality() {
        return levels == 0 ? max - min + 1 : levels;
    }

    @Override
    public Long valueAt(long index) {
        return levels == 0 ? min + index : level(index);
    }

    @Override
    public Long parse(String text) {
        try {
            return (Long) Values.require(this, Long.valueOf(text.trim()));
        } catch (NumberFormatException e) {
            throw new ConfigurationException("value (" + text + ") must be a whole number: " + describe(), e);
        }
    }

    @Override
    public String shortText(Object raw) {
        return raw.toString();
    }

    @Override
    public String describe() {
        String gaps = levels == 0 ? "" : ", " + levels + " values";
        return min + " to " + max + Values.scaleName(scale) + gaps;
    }

    /** Returns whether all whole numbers have cells of the same size: also where the bounds are too close for a logarithm to tell them apart. */
    boolean isEven() {
        return scale == Scale.LINEAR || !(high() > low());
    }

    /** The logarithmic axis begins and ends half a number outside the bounds, so that both get their whole cell. */
    private double low() {
        return scale.forward(min - 0.5);
    }

    private double high() {
        return scale.forward(max + 0.5);
    }

    private long clamp(long value) {
        return Math.min(max, Math.max(min, value));
    }

    private long level(long index) {
        return Steps.integerLevel(this, index);
    }

    /** Returns the index of the level that has a value, or of one near it if none has. */
    private long levelOf(long value) {
        double from = scale.forward((double) min);
        double to = scale.forward((double) max);
        long near = Math.round((scale.forward((double) value) - from) / (to - from) * (levels - 1));
        // A level was rounded to a whole number, which can be nearer to where its neighbour was before.
        return level(near) < value ? near + 1 : level(near) > value ? near - 1 : near;
    }
}
