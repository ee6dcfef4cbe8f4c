// Generated from WithoutStart; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Override;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
final class WithoutStartSpace extends Space<WithoutStart> {
    public static final WithoutStartSpace SPACE = new WithoutStartSpace(Scope.root());

    public final Parameter<Double> rate;

    public final Parameter<Derived.Mode> mode;

    public final Parameter<Boolean> on;

    public WithoutStartSpace(Scope scope) {
        super(WithoutStart.class, scope);
        this.rate = Parameter.ofDouble(scope.child("rate"), RealDomain.of(Scale.LOG, 1.0E-4, 1.0));
        this.mode = Parameter.ofChoice(scope.child("mode"), ChoiceDomain.of("SLOW", "FAST"), List.of(Derived.Mode.SLOW, Derived.Mode.FAST));
        this.on = Parameter.ofChoice(scope.child("on"), ChoiceDomain.of("false", "true"), List.of(false, true));
    }

    @Override
    public WithoutStart decode(Configuration configuration) {
        WithoutStart instance = new WithoutStart();
        instance.rate = configuration.get(this.rate);
        instance.mode = configuration.get(this.mode);
        instance.on = configuration.get(this.on);
        return instance;
    }

    @Override
    public void encode(WithoutStart instance, Configuration.Builder sink) {
        sink.set(this.rate, instance.rate);
        sink.set(this.mode, instance.mode);
        sink.set(this.on, instance.on);
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.rate);
        consumer.accept(this.mode);
        consumer.accept(this.on);
    }

    @Override
    public WithoutStartSpace at(Scope place) {
        return new WithoutStartSpace(place);
    }

    @Override
    public Start<WithoutStart> start() {
        return Start.ofNew(this, WithoutStart::new);
    }
}
