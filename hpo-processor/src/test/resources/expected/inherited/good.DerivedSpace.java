// Generated from Derived; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.ListParameter;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Override;

@GeneratedSpace
public final class DerivedSpace extends MemberSpace<Derived> {
    public static final DerivedSpace SPACE = new DerivedSpace(root());

    public final Parameter<Double> rate;

    public final Parameter<Integer> depth;

    public final Parameter<Boolean> isFast;

    public final ListParameter<Integer> units;

    public final Parameter<Float> direct;

    public DerivedSpace(Scope scope) {
        super(Derived.class, scope);
        this.rate = doubles(linear(0.0, 1.0)).at(scope.child("rate"));
        this.depth = ints(linear(1, 9)).at(scope.child("depth"));
        this.isFast = booleans().at(scope.child("isFast"));
        this.units = ints(linear(1, 5)).list(scope.child("units"), 1, 2);
        this.direct = floats(linear(0.0, 1.0)).at(scope.child("stored"));
    }

    @Override
    public Derived decode(Configuration configuration) {
        Derived instance = new Derived();
        instance.setRate((double) this.rate.decode(configuration));
        instance.setDepth((int) this.depth.decode(configuration));
        instance.setFast((boolean) this.isFast.decode(configuration));
        instance.setUnits(this.units.decode(configuration));
        instance.direct = this.direct.decode(configuration);
        return instance;
    }

    @Override
    public void encode(Derived instance, Configuration.Builder sink) {
        sink.set(this.rate, instance.getRate());
        sink.set(this.depth, instance.getDepth());
        sink.set(this.isFast, instance.isFast());
        sink.set(this.units, instance.getUnits());
        sink.set(this.direct, instance.direct);
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.rate,
                this.depth,
                this.isFast,
                this.units,
                this.direct};
    }

    @Override
    public DerivedSpace at(Scope place) {
        return new DerivedSpace(place);
    }

    @Override
    public Start<Derived> start() {
        return startOfNew(Derived::new);
    }
}
