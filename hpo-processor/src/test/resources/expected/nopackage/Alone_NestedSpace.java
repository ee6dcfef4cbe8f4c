// Generated from Alone.Nested; do not edit.
import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import java.lang.Float;
import java.lang.Override;

@GeneratedSpace
public final class Alone_NestedSpace extends MemberSpace<Alone.Nested> {
    public static final Alone_NestedSpace SPACE = new Alone_NestedSpace(root());

    public final Parameter<Float> steps;

    public Alone_NestedSpace(Scope scope) {
        super(Alone.Nested.class, scope);
        this.steps = floats(stepped(0.1, 0.7, 0.2)).at(scope.child("steps"));
    }

    @Override
    public Alone.Nested decode(Configuration configuration) {
        return new Alone.Nested(
                (float) this.steps.decode(configuration));
    }

    @Override
    public void encode(Alone.Nested instance, Configuration.Builder sink) {
        sink.set(this.steps, instance.steps());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.steps};
    }

    @Override
    public Alone_NestedSpace at(Scope place) {
        return new Alone_NestedSpace(place);
    }
}
