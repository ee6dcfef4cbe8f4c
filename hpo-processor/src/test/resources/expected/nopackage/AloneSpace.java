// Generated from Alone; do not edit.
import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Double;
import java.lang.Override;
import java.util.function.Consumer;

@GeneratedSpace
public final class AloneSpace extends Space<Alone> {
    public static final AloneSpace SPACE = new AloneSpace(Scope.root());

    public final Parameter<Double> large;

    public final Alone_NestedSpace nested;

    public AloneSpace(Scope scope) {
        super(Alone.class, scope);
        this.large = Parameter.ofDouble(scope.child("large"), RealDomain.of(Scale.LINEAR, 0.0, 1.0E23));
        this.nested = new Alone_NestedSpace(scope.child("nested"));
    }

    @Override
    public Alone decode(Configuration configuration) {
        return new Alone(
                configuration.get(this.large),
                this.nested.decode(configuration));
    }

    @Override
    public void encode(Alone instance, Configuration.Builder sink) {
        sink.set(this.large, instance.large());
        sink.set(this.nested, instance.nested());
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.large);
        this.nested.forEachParameter(consumer);
    }

    @Override
    public AloneSpace at(Scope place) {
        return new AloneSpace(place);
    }
}
