// Generated from Derived; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.ListParameter;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Override;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
public final class DerivedSpace extends Space<Derived> {
    public static final DerivedSpace SPACE = new DerivedSpace(Scope.root());

    public final Parameter<Double> rate;

    public final Parameter<Integer> depth;

    public final Parameter<Boolean> isFast;

    public final ListParameter<Integer> units;

    public final Parameter<Float> direct;

    public DerivedSpace(Scope scope) {
        super(Derived.class, scope);
        this.rate = Parameter.ofDouble(scope.child("rate"), RealDomain.of(Scale.LINEAR, 0.0, 1.0));
        this.depth = Parameter.ofInt(scope.child("depth"), IntegerDomain.of(Scale.LINEAR, 1, 9));
        this.isFast = Parameter.ofChoice(scope.child("isFast"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.units = new ListParameter<>(scope.child("units"), 1, 2, element -> Parameter.ofInt(element, IntegerDomain.of(Scale.LINEAR, 1, 5)));
        this.direct = Parameter.ofFloat(scope.child("stored"), RealDomain.of(Scale.LINEAR, 0.0, 1.0));
    }

    @Override
    public Derived decode(Configuration configuration) {
        Derived instance = new Derived();
        instance.setRate(configuration.get(this.rate));
        instance.setDepth(configuration.get(this.depth));
        instance.setFast(configuration.get(this.isFast));
        instance.setUnits(this.units.decode(configuration));
        instance.direct = configuration.get(this.direct);
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
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.rate);
        consumer.accept(this.depth);
        consumer.accept(this.isFast);
        this.units.forEachParameter(consumer);
        consumer.accept(this.direct);
    }

    @Override
    public DerivedSpace at(Scope place) {
        return new DerivedSpace(place);
    }

    @Override
    public Start<Derived> start() {
        return Start.ofNew(this, Derived::new);
    }
}
