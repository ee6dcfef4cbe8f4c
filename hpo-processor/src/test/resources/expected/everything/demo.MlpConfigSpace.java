// Generated from MlpConfig; do not edit.
package demo;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.ListParameter;
import dev.hpo.space.ListSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
final class MlpConfigSpace extends Space<MlpConfig> {
    public static final MlpConfigSpace SPACE = new MlpConfigSpace(Scope.root());

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
        this.learningRate = Parameter.ofDouble(scope.child("learningRate"), RealDomain.of(Scale.LOG, 1.0E-4, 1.0));
        this.lr2 = Parameter.ofFloat(scope.child("lr2"), RealDomain.of(Scale.LOG, 1.0E-4, 1.0));
        this.batchSize = Parameter.ofChoice(scope.child("batchSize"), ChoiceDomain.of("16", "32"), List.of(16, 32));
        this.activation = Parameter.ofChoice(scope.child("activation"), ChoiceDomain.of("RELU", "tanh"), List.of(Activation.RELU, Activation.TANH));
        this.nesterov = Parameter.ofChoice(scope.child("nesterov"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.optimizer = new OptimizerSpace(scope.child("optimizer"));
        this.units = new ListParameter<>(scope.child("units"), 1, 3, element -> Parameter.ofInt(element, IntegerDomain.of(Scale.LINEAR, 16, 64)));
        this.layers = new ListSpace<>(scope.child("layers"), 2, 4, LayerSpace::new);
        this.bs = Parameter.ofChoice(scope.child("bs"), ChoiceDomain.ordered("16", "32", "64", "128", "256", "512"), List.of(16, 32, 64, 128, 256, 512));
        this.stepped = Parameter.ofDouble(scope.child("stepped", "ss"), RealDomain.stepped(0.0, 1.0, 0.1));
        this.big = Parameter.ofLong(scope.child("big"), new IntegerDomain(1, 100, Scale.LOG, 3));
    }

    @Override
    public MlpConfig decode(Configuration configuration) {
        return new MlpConfig(
                configuration.get(this.learningRate),
                configuration.get(this.lr2),
                configuration.get(this.batchSize),
                configuration.get(this.activation),
                configuration.get(this.nesterov),
                this.optimizer.decode(configuration),
                this.units.decode(configuration),
                this.layers.decode(configuration),
                configuration.get(this.bs),
                configuration.get(this.stepped),
                configuration.get(this.big));
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
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.learningRate);
        consumer.accept(this.lr2);
        consumer.accept(this.batchSize);
        consumer.accept(this.activation);
        consumer.accept(this.nesterov);
        this.optimizer.forEachParameter(consumer);
        this.units.forEachParameter(consumer);
        this.layers.forEachParameter(consumer);
        consumer.accept(this.bs);
        consumer.accept(this.stepped);
        consumer.accept(this.big);
    }

    @Override
    public MlpConfigSpace at(Scope place) {
        return new MlpConfigSpace(place);
    }

    @Override
    public Start<MlpConfig> start() {
        return Start.of(MlpConfig.start());
    }
}
