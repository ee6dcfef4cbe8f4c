package bad.other;

import dev.hpo.annotations.Uniform;

public class Base {
    @Uniform(min = 0, max = 1) double hidden = 0.5;
//                                    ^ FIELD_NO_ACCESS: Base.hidden: field (hidden) must have a getter and a setter; add them, make the field package-private, or transient if it is no parameter
    @Uniform(min = 2, max = 1) public double faulty = 0.5;
//                          ^ BOUND_ORDER: Base.faulty: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range
    @Uniform(min = 0, max = 1) public double twice = 0.5;
    @Uniform(min = 0, max = 1) public double plain = 0.5;

    public enum Visible {
        A
    }

    protected enum Protected {
        A
    }

    public Protected mode = Protected.A;
//                   ^ HIDDEN_TYPE: Base.mode: type (Protected) must be visible in package bad; make it public, or package-private in that package
}
