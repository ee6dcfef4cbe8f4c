// Generated from Alone; do not edit.
import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import java.lang.Double;
import java.lang.Override;

@GeneratedSpace
public final class AloneSpace extends MemberSpace<Alone> {
    public static final AloneSpace SPACE = new AloneSpace(root());

    public final Parameter<Double> large;

    public final Alone_NestedSpace nested;

    public AloneSpace(Scope scope) {
        super(Alone.class, scope);
        this.large = doubles(linear(0.0, 1.0E23)).at(scope.child("large"));
        this.nested = new Alone_NestedSpace(scope.child("nested"));
    }

    @Override
    public Alone decode(Configuration configuration) {
        return new Alone(
                (double) this.large.decode(configuration),
                this.nested.decode(configuration));
    }

    @Override
    public void encode(Alone instance, Configuration.Builder sink) {
        sink.set(this.large, instance.large());
        sink.set(this.nested, instance.nested());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.large,
                this.nested};
    }

    @Override
    public AloneSpace at(Scope place) {
        return new AloneSpace(place);
    }
}
