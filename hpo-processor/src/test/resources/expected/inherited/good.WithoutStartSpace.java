// Generated from WithoutStart; do not edit.
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
final class WithoutStartSpace extends MemberSpace<WithoutStart> {
    public static final WithoutStartSpace SPACE = new WithoutStartSpace(root());

    public final Parameter<Double> rate;

    public final Parameter<Derived.Mode> mode;

    public final Parameter<Boolean> on;

    public WithoutStartSpace(Scope scope) {
        super(WithoutStart.class, scope);
        this.rate = doubles(log(1.0E-4, 1.0)).at(scope.child("rate"));
        this.mode = constants(Derived.Mode.class).at(scope.child("mode"));
        this.on = booleans().at(scope.child("on"));
    }

    @Override
    public WithoutStart decode(Configuration configuration) {
        WithoutStart instance = new WithoutStart();
        instance.rate = this.rate.decode(configuration);
        instance.mode = this.mode.decode(configuration);
        instance.on = this.on.decode(configuration);
        return instance;
    }

    @Override
    public void encode(WithoutStart instance, Configuration.Builder sink) {
        sink.set(this.rate, instance.rate);
        sink.set(this.mode, instance.mode);
        sink.set(this.on, instance.on);
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.rate,
                this.mode,
                this.on};
    }

    @Override
    public WithoutStartSpace at(Scope place) {
        return new WithoutStartSpace(place);
    }

    @Override
    public Start<WithoutStart> start() {
        return startOfNew(WithoutStart::new);
    }
}
