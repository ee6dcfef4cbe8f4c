// Generated from Parameter; do not edit.
import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import java.lang.Boolean;
import java.lang.Override;

@GeneratedSpace
public final class ParameterSpace extends MemberSpace<Parameter> {
    public static final ParameterSpace SPACE = new ParameterSpace(root());

    public final dev.hpo.space.Parameter<Boolean> Parameter;

    public final dev.hpo.space.Parameter<Scope> Scope;

    public final dev.hpo.space.Parameter<Double> Double;

    public ParameterSpace(dev.hpo.space.Scope scope) {
        super(Parameter.class, scope);
        this.Parameter = booleans().at(scope.child("Parameter"));
        this.Scope = constants(Scope.class).at(scope.child("Scope"));
        this.Double = constants(Double.class).at(scope.child("Double"));
    }

    @Override
    public Parameter decode(Configuration configuration) {
        return new Parameter(
                (boolean) this.Parameter.decode(configuration),
                this.Scope.decode(configuration),
                this.Double.decode(configuration));
    }

    @Override
    public void encode(Parameter instance, Configuration.Builder sink) {
        sink.set(this.Parameter, instance.Parameter());
        sink.set(this.Scope, instance.Scope());
        sink.set(this.Double, instance.Double());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.Parameter,
                this.Scope,
                this.Double};
    }

    @Override
    public ParameterSpace at(dev.hpo.space.Scope place) {
        return new ParameterSpace(place);
    }
}
