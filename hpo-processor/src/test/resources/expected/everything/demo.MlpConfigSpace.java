// Generated from MlpConfig; do not edit.
package demo;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.ListParameter;
import dev.hpo.space.ListSpace;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;

@GeneratedSpace
final class MlpConfigSpace extends MemberSpace<MlpConfig> {
    public static final MlpConfigSpace SPACE = new MlpConfigSpace(root());

    public final Parameter<Double> learningRate;

    public final Parameter<Float> lr2;

    public final Parameter<Integer> batchSize;

    public final Parameter<Activation> activation;

    public final Parameter<Boolean> nesterov;

    public final OptimizerSpace optimizer;

    public final ListParameter<Integer> units;

    public final ListSpace<Layer, LayerSpace> layers;

    public final Parameter<Integer> bs;

    public final Parameter<Double> stepped;

    public final Parameter<Long> big;

    public MlpConfigSpace(Scope scope) {
        super(MlpConfig.class, scope);
        this.learningRate = doubles(log(1.0E-4, 1.0)).at(scope.child("learningRate"));
        this.lr2 = floats(log(1.0E-4, 1.0)).adjustable().at(scope.child("lr2"));
        this.batchSize = ints(choices("16", "32")).at(scope.child("batchSize"));
        this.activation = constants(Activation.class, choices("RELU", "tanh"), "RELU", "TANH").at(scope.child("activation"));
        this.nesterov = booleans().at(scope.child("nesterov"));
        this.optimizer = new OptimizerSpace(scope.child("optimizer"));
        this.units = ints(linear(16, 64)).list(scope.child("units"), 1, 3);
        this.layers = new ListSpace<Layer, LayerSpace>(scope.child("layers"), 2, 4, LayerSpace::new);
        this.bs = ints(ordered("16", "32", "64", "128", "256", "512")).adjustable().at(scope.child("bs"));
        this.stepped = doubles(stepped(0.0, 1.0, 0.1)).at(scope.child("stepped", "ss"));
        this.big = longs(log(1, 100, 3)).at(scope.child("big"));
    }

    @Override
    public MlpConfig decode(Configuration configuration) {
        return new MlpConfig(
                (double) this.learningRate.decode(configuration),
                (float) this.lr2.decode(configuration),
                (int) this.batchSize.decode(configuration),
                this.activation.decode(configuration),
                (boolean) this.nesterov.decode(configuration),
                this.optimizer.decode(configuration),
                this.units.decode(configuration),
                this.layers.decode(configuration),
                (int) this.bs.decode(configuration),
                (double) this.stepped.decode(configuration),
                (long) this.big.decode(configuration));
    }

    @Override
    public void encode(MlpConfig instance, Configuration.Builder sink) {
        sink.set(this.learningRate, instance.learningRate());
        sink.set(this.lr2, instance.lr2());
        sink.set(this.batchSize, instance.batchSize());
        sink.set(this.activation, instance.activation());
        sink.set(this.nesterov, instance.nesterov());
        sink.set(this.optimizer, instance.optimizer());
        sink.set(this.units, instance.units());
        sink.set(this.layers, instance.layers());
        sink.set(this.bs, instance.bs());
        sink.set(this.stepped, instance.stepped());
        sink.set(this.big, instance.big());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.learningRate,
                this.lr2,
                this.batchSize,
                this.activation,
                this.nesterov,
                this.optimizer,
                this.units,
                this.layers,
                this.bs,
                this.stepped,
                this.big};
    }

    @Override
    public MlpConfigSpace at(Scope place) {
        return new MlpConfigSpace(place);
    }

    @Override
    public Start<MlpConfig> start() {
        return startOf(MlpConfig.start());
    }
}
