package bad;

import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;

@SearchSpace
class Fields {
    @Uniform(min = 0, max = 1) final double immutable = 0.5;
//                                          ^ FIELD_FINAL: Fields.immutable: field (immutable) must not be final; remove final, or make the class a record
    @Uniform(min = 0, max = 1) static double shared = 0.5;
//  ^ FIELD_STATIC: Fields.shared: field (shared) must not be static; remove @Uniform, or static
    @Uniform(min = 0, max = 1) private double hidden = 0.5;
//                                            ^ FIELD_NO_ACCESS: Fields.hidden: field (hidden) must have a getter and a setter; add them, make the field package-private, or transient if it is no parameter
    @Uniform(min = 0, max = 1) private double readable = 0.5;
//                                            ^ FIELD_NO_ACCESS: Fields.readable: field (readable) must have a setter; add it, make the field package-private, or transient if it is no parameter
    @Uniform(min = 0, max = 1) private double writable = 0.5;
//                                            ^ FIELD_NO_ACCESS: Fields.writable: field (writable) must have a getter; add it, make the field package-private, or transient if it is no parameter
    @Name("named") int onlyNamed = 1;
//                     ^ NO_DOMAIN: Fields.onlyNamed: type (int) must have a domain; add @Uniform(min = 1, max = 10), @LogUniform or @Choice
    @Size(min = 1, max = 2) List<Double> sized = List.of(1.0);
//                                       ^ NO_DOMAIN: Fields.sized: type (Double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice
    @Uniform(min = 2, max = 1) private double several = 0.5;
//                          ^ BOUND_ORDER: Fields.several: @Uniform max (1.0) must be above min (2.0); swap them, or widen the range
//                                            ^ FIELD_NO_ACCESS: Fields.several: field (several) must have a getter and a setter; add them, make the field package-private, or transient if it is no parameter
    private boolean internal = true;
//                  ^ FIELD_NO_ACCESS: Fields.internal: field (internal) must have a getter and a setter; add them, make the field package-private, or transient if it is no parameter
    boolean fine = true;
    transient boolean leftAlone;
    int alsoLeftAlone;
    final boolean constant = true;

    double getReadable() {
        return readable;
    }

    void setWritable(double writable) {
        this.writable = writable;
    }

    void setReadable(String text) {}
}
