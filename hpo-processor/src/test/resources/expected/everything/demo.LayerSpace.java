// Generated from Layer; do not edit.
package demo;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import java.lang.Integer;
import java.lang.Override;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
final class LayerSpace extends Space<Layer> {
    public static final LayerSpace SPACE = new LayerSpace(Scope.root());

    public final Parameter<Integer> width;

    public final Parameter<Activation> act;

    public LayerSpace(Scope scope) {
        super(Layer.class, scope);
        this.width = Parameter.ofInt(scope.child("width"), IntegerDomain.of(Scale.LINEAR, 1, 5));
        this.act = Parameter.ofChoice(scope.child("act"), ChoiceDomain.of("RELU", "tanh"), List.of(Activation.RELU, Activation.TANH));
    }

    @Override
    public Layer decode(Configuration configuration) {
        Layer instance = new Layer();
        instance.width = configuration.get(this.width);
        instance.setAct(configuration.get(this.act));
        return instance;
    }

    @Override
    public void encode(Layer instance, Configuration.Builder sink) {
        sink.set(this.width, instance.width);
        sink.set(this.act, instance.getAct());
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.width);
        consumer.accept(this.act);
    }

    @Override
    public LayerSpace at(Scope place) {
        return new LayerSpace(place);
    }

    @Override
    public Start<Layer> start() {
        return Start.ofNew(this, Layer::new);
    }
}
