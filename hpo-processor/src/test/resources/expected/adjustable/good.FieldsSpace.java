// Generated from Fields; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Override;

@GeneratedSpace
final class FieldsSpace extends MemberSpace<Fields> {
    public static final FieldsSpace SPACE = new FieldsSpace(root());

    public final Parameter<Boolean> nesterov;

    public final Parameter<Boolean> boxed;

    public final Parameter<Boolean> kept;

    public final Parameter<Double> rate;

    public FieldsSpace(Scope scope) {
        super(Fields.class, scope);
        this.nesterov = booleans().adjustable().at(scope.child("nesterov"));
        this.boxed = booleans().adjustable().at(scope.child("boxed"));
        this.kept = booleans().adjustable().at(scope.child("kept"));
        this.rate = doubles(linear(0.0, 1.0)).adjustable().at(scope.child("rate"));
    }

    @Override
    public Fields decode(Configuration configuration) {
        Fields instance = new Fields();
        instance.nesterov = this.nesterov.decode(configuration);
        instance.boxed = this.boxed.decode(configuration);
        instance.kept = this.kept.decode(configuration);
        instance.rate = this.rate.decode(configuration);
        return instance;
    }

    @Override
    public void encode(Fields instance, Configuration.Builder sink) {
        sink.set(this.nesterov, instance.nesterov);
        sink.set(this.boxed, instance.boxed);
        sink.set(this.kept, instance.kept);
        sink.set(this.rate, instance.rate);
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.nesterov,
                this.boxed,
                this.kept,
                this.rate};
    }

    @Override
    public FieldsSpace at(Scope place) {
        return new FieldsSpace(place);
    }

    @Override
    public Start<Fields> start() {
        return startOfNew(Fields::new);
    }
}
