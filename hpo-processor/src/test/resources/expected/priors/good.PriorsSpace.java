// Generated from Priors; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.ListParameter;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;

@GeneratedSpace
public final class PriorsSpace extends MemberSpace<Priors> {
    public static final PriorsSpace SPACE = new PriorsSpace(root());

    public final Parameter<Double> rate;

    public final Parameter<Float> momentum;

    public final Parameter<Double> stepped;

    public final Parameter<Integer> units;

    public final Parameter<Long> seedlings;

    public final Parameter<Integer> batchSize;

    public final Parameter<Long> patience;

    public final Parameter<String> activation;

    public final Parameter<Priors.Mode> mode;

    public final Parameter<Boolean> nesterov;

    public final ListParameter<Double> dropouts;

    public PriorsSpace(Scope scope) {
        super(Priors.class, scope);
        this.rate = doubles(log(1.0E-5, 1.0)).near(0.001, 0.1).at(scope.child("rate"));
        this.momentum = floats(oneMinusLog(0.9, 0.999)).near(0.95, 0.2).at(scope.child("momentum"));
        this.stepped = doubles(stepped(0.0, 1.0, 0.1)).near(0.3, 0.2).at(scope.child("stepped"));
        this.units = ints(log(1, 512)).near(64L, 0.2).at(scope.child("units"));
        this.seedlings = longs(linear(0, 9)).near(0L, 0.2).at(scope.child("seedlings"));
        this.batchSize = ints(ordered("16", "32", "64")).near("32", 0.4).at(scope.child("batchSize"));
        this.patience = longs(choices("100", "200")).favouring("200", 0.5).at(scope.child("patience"));
        this.activation = strings(choices("relu", "tanh")).favouring("relu", 0.9).at(scope.child("activation"));
        this.mode = constants(Priors.Mode.class, choices("FAST", "thorough"), "FAST", "EXACT").favouring("thorough", 0.5).at(scope.child("mode"));
        this.nesterov = booleans().favouring("true", 0.5).at(scope.child("nesterov"));
        this.dropouts = doubles(linear(0.0, 1.0)).near(0.2, 0.2).list(scope.child("dropouts"), 1, 3);
    }

    @Override
    public Priors decode(Configuration configuration) {
        return new Priors(
                (double) this.rate.decode(configuration),
                (float) this.momentum.decode(configuration),
                (double) this.stepped.decode(configuration),
                (int) this.units.decode(configuration),
                (long) this.seedlings.decode(configuration),
                (int) this.batchSize.decode(configuration),
                (long) this.patience.decode(configuration),
                this.activation.decode(configuration),
                this.mode.decode(configuration),
                (boolean) this.nesterov.decode(configuration),
                this.dropouts.decode(configuration));
    }

    @Override
    public void encode(Priors instance, Configuration.Builder sink) {
        sink.set(this.rate, instance.rate());
        sink.set(this.momentum, instance.momentum());
        sink.set(this.stepped, instance.stepped());
        sink.set(this.units, instance.units());
        sink.set(this.seedlings, instance.seedlings());
        sink.set(this.batchSize, instance.batchSize());
        sink.set(this.patience, instance.patience());
        sink.set(this.activation, instance.activation());
        sink.set(this.mode, instance.mode());
        sink.set(this.nesterov, instance.nesterov());
        sink.set(this.dropouts, instance.dropouts());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.rate,
                this.momentum,
                this.stepped,
                this.units,
                this.seedlings,
                this.batchSize,
                this.patience,
                this.activation,
                this.mode,
                this.nesterov,
                this.dropouts};
    }

    @Override
    public PriorsSpace at(Scope place) {
        return new PriorsSpace(place);
    }
}
