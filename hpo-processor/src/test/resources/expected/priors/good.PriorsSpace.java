// Generated from Priors; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.ListParameter;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
public final class PriorsSpace extends Space<Priors> {
    public static final PriorsSpace SPACE = new PriorsSpace(Scope.root());

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
        this.rate = Parameter.ofDouble(scope.child("rate"), RealDomain.of(Scale.LOG, 1.0E-5, 1.0)).near(0.001, 0.1);
        this.momentum = Parameter.ofFloat(scope.child("momentum"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999)).near(0.95f, 0.2);
        this.stepped = Parameter.ofDouble(scope.child("stepped"), RealDomain.stepped(0.0, 1.0, 0.1)).near(0.3, 0.2);
        this.units = Parameter.ofInt(scope.child("units"), IntegerDomain.of(Scale.LOG, 1, 512)).near(64, 0.2);
        this.seedlings = Parameter.ofLong(scope.child("seedlings"), IntegerDomain.of(Scale.LINEAR, 0, 9)).near(0L, 0.2);
        this.batchSize = Parameter.ofChoice(scope.child("batchSize"), ChoiceDomain.ordered("16", "32", "64"), List.of(16, 32, 64)).near(32, 0.4);
        this.patience = Parameter.ofChoice(scope.child("patience"), ChoiceDomain.of("100", "200"), List.of(100L, 200L)).favouring(200L, 0.5);
        this.activation = Parameter.ofChoice(scope.child("activation"), ChoiceDomain.of("relu", "tanh"), List.of("relu", "tanh")).favouring("relu", 0.9);
        this.mode = Parameter.ofChoice(scope.child("mode"), ChoiceDomain.of("FAST", "thorough"), List.of(Priors.Mode.FAST, Priors.Mode.EXACT)).favouring(Priors.Mode.EXACT, 0.5);
        this.nesterov = Parameter.ofChoice(scope.child("nesterov"), ChoiceDomain.of("false", "true"), List.of(false, true)).favouring(true, 0.5);
        this.dropouts = new ListParameter<>(scope.child("dropouts"), 1, 3, element -> Parameter.ofDouble(element, RealDomain.of(Scale.LINEAR, 0.0, 1.0)).near(0.2, 0.2));
    }

    @Override
    public Priors decode(Configuration configuration) {
        return new Priors(
                configuration.get(this.rate),
                configuration.get(this.momentum),
                configuration.get(this.stepped),
                configuration.get(this.units),
                configuration.get(this.seedlings),
                configuration.get(this.batchSize),
                configuration.get(this.patience),
                configuration.get(this.activation),
                configuration.get(this.mode),
                configuration.get(this.nesterov),
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
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.rate);
        consumer.accept(this.momentum);
        consumer.accept(this.stepped);
        consumer.accept(this.units);
        consumer.accept(this.seedlings);
        consumer.accept(this.batchSize);
        consumer.accept(this.patience);
        consumer.accept(this.activation);
        consumer.accept(this.mode);
        consumer.accept(this.nesterov);
        this.dropouts.forEachParameter(consumer);
    }

    @Override
    public PriorsSpace at(Scope place) {
        return new PriorsSpace(place);
    }
}
