// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * Good values lie near one: a normal distribution on the parameter's scale, truncated to the domain and mixed with the uniform
 * one.
 */
final class NormalPrior implements Prior {

    private static final int HALVINGS = 60;

    /** A cell narrower than this has the density of its middle: a difference of sums would lose digits. */
    private static final double NARROW = 1e-5;

    private final Domain domain;
    private final Object near;
    private final double spread;
    private final double center;
    private final double below;
    private final double mass;

    /**
     * Creates a prior.
     *
     * @param domain the domain, whose values have an order
     * @param near the raw value in the middle
     * @param spread the standard deviation in units of the range; above 0, at most 1
     */
    NormalPrior(Domain domain, Object near, double spread) {
        if (domain instanceof ChoiceDomain choices && !choices.ordered()) {
            throw new IllegalArgumentException("near (" + near + ") must be a value with neighbours, but the domain is "
                    + domain.describe() + "; use favouring for choices without an order");
        }
        if (!(spread > 0 && spread <= 1)) {
            throw new IllegalArgumentException("spread (" + spread + ") must be above 0 and at most 1");
        }
        this.domain = domain;
        this.near = near;
        this.spread = spread;
        this.center = domain.toUnit(near);
        this.below = normalBelow(0);
        // What lies in the unit interval is a third of the whole at least.
        this.mass = normalBelow(1) - below;
    }

    @Override
    public double logDensity(Object raw) {
        Cell cell = Cell.of(domain, raw);
        if (cell.width() < NARROW) {
            return logDensityAt(cell.middle());
        }
        return StrictMath.log((cumulative(cell.high()) - cumulative(cell.low())) / cell.width());
    }

    @Override
    public double logDensityAt(double position) {
        double z = (Unit.clamp(position) - center) / spread;
        double normal = Normal.density(z) / (spread * mass);
        return StrictMath.log(UNIFORM_SHARE + (1 - UNIFORM_SHARE) * normal);
    }

    /** Halves the interval: the cumulative distribution rises everywhere, at least as fast as its uniform share. */
    @Override
    public double position(double share) {
        double wanted = Unit.clamp(share);
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS && wanted > 0 && wanted < 1; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return wanted > 0 ? high : 0;
    }

    @Override
    public String describe() {
        return "near " + domain.shortText(near) + ", spread " + Values.number(spread);
    }

    private double cumulative(double position) {
        double normal = (normalBelow(position) - below) / mass;
        return UNIFORM_SHARE * position + (1 - UNIFORM_SHARE) * normal;
    }

    private double normalBelow(double position) {
        return Normal.cumulative((position - center) / spread);
    }
}
