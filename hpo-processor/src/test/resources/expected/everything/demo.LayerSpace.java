// Generated from Layer; do not edit.
package demo;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Start;
import java.lang.Integer;
import java.lang.Override;

@GeneratedSpace
final class LayerSpace extends MemberSpace<Layer> {
    public static final LayerSpace SPACE = new LayerSpace(root());

    public final Parameter<Integer> width;

    public final Parameter<Activation> act;

    public LayerSpace(Scope scope) {
        super(Layer.class, scope);
        this.width = ints(linear(1, 5)).at(scope.child("width"));
        this.act = constants(Activation.class, choices("RELU", "tanh"), "RELU", "TANH").at(scope.child("act"));
    }

    @Override
    public Layer decode(Configuration configuration) {
        Layer instance = new Layer();
        instance.width = this.width.decode(configuration);
        instance.setAct(this.act.decode(configuration));
        return instance;
    }

    @Override
    public void encode(Layer instance, Configuration.Builder sink) {
        sink.set(this.width, instance.width);
        sink.set(this.act, instance.getAct());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.width,
                this.act};
    }

    @Override
    public LayerSpace at(Scope place) {
        return new LayerSpace(place);
    }

    @Override
    public Start<Layer> start() {
        return startOfNew(Layer::new);
    }
}
