// Generated from Parameter.Nested; do not edit.
import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Scope;
import java.lang.Boolean;
import java.lang.Override;

@GeneratedSpace
final class Parameter_NestedSpace extends MemberSpace<Parameter.Nested> {
    public static final Parameter_NestedSpace SPACE = new Parameter_NestedSpace(root());

    public final dev.hpo.space.Parameter<Boolean> on;

    public Parameter_NestedSpace(Scope scope) {
        super(Parameter.Nested.class, scope);
        this.on = booleans().at(scope.child("on"));
    }

    @Override
    public Parameter.Nested decode(Configuration configuration) {
        return new Parameter.Nested(
                (boolean) this.on.decode(configuration));
    }

    @Override
    public void encode(Parameter.Nested instance, Configuration.Builder sink) {
        sink.set(this.on, instance.on());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.on};
    }

    @Override
    public Parameter_NestedSpace at(Scope place) {
        return new Parameter_NestedSpace(place);
    }
}
