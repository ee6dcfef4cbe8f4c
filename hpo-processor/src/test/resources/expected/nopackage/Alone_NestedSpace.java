// Generated from Alone.Nested; do not edit.
import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Float;
import java.lang.Override;
import java.util.function.Consumer;

@GeneratedSpace
public final class Alone_NestedSpace extends Space<Alone.Nested> {
    public static final Alone_NestedSpace SPACE = new Alone_NestedSpace(Scope.root());

    public final Parameter<Float> steps;

    public Alone_NestedSpace(Scope scope) {
        super(Alone.Nested.class, scope);
        this.steps = Parameter.ofFloat(scope.child("steps"), RealDomain.stepped(0.1, 0.7, 0.2));
    }

    @Override
    public Alone.Nested decode(Configuration configuration) {
        return new Alone.Nested(
                configuration.get(this.steps));
    }

    @Override
    public void encode(Alone.Nested instance, Configuration.Builder sink) {
        sink.set(this.steps, instance.steps());
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.steps);
    }

    @Override
    public Alone_NestedSpace at(Scope place) {
        return new Alone_NestedSpace(place);
    }
}
