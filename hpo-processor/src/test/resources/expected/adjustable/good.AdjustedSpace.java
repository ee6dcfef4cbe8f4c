// Generated from Adjusted; do not edit.
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
import java.lang.Integer;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;

@GeneratedSpace
public final class AdjustedSpace extends MemberSpace<Adjusted> {
    public static final AdjustedSpace SPACE = new AdjustedSpace(root());

    public final Parameter<Double> rate;

    public final Parameter<Long> batch;

    public final Parameter<Double> byItsAnnotation;

    public final Parameter<Double> fixed;

    public final Parameter<Double> saidTwice;

    public final Parameter<Integer> units;

    public final Parameter<Integer> unitsSaidTwice;

    public final Parameter<Double> own;

    public final Parameter<Double> ownFixed;

    public final Parameter<Double> nearest;

    public final Parameter<Boolean> nesterov;

    public final Parameter<Adjusted.Mode> mode;

    public final Parameter<String> text;

    public final ListParameter<Double> dropouts;

    public final ListParameter<Integer> layers;

    public final Adjusted_OptimizerSpace optimizer;

    public AdjustedSpace(Scope scope) {
        super(Adjusted.class, scope);
        this.rate = doubles(log(1.0E-4, 1.0)).near(0.01, 0.2).adjustable().at(scope.child("rate"));
        this.batch = longs(log(1, 512)).adjustable().at(scope.child("batch"));
        this.byItsAnnotation = doubles(log(1.0E-4, 1.0)).adjustable().at(scope.child("byItsAnnotation"));
        this.fixed = doubles(log(1.0E-4, 1.0)).at(scope.child("fixed"));
        this.saidTwice = doubles(log(1.0E-4, 1.0)).adjustable().at(scope.child("saidTwice"));
        this.units = ints(linear(50, 100)).at(scope.child("units"));
        this.unitsSaidTwice = ints(linear(50, 100)).at(scope.child("unitsSaidTwice"));
        this.own = doubles(linear(0.0, 1.0)).adjustable().at(scope.child("own"));
        this.ownFixed = doubles(oneMinusLog(0.9, 0.999)).at(scope.child("ownFixed"));
        this.nearest = doubles(oneMinusLog(0.9, 0.999)).at(scope.child("nearest"));
        this.nesterov = booleans().adjustable().at(scope.child("nesterov"));
        this.mode = constants(Adjusted.Mode.class).adjustable().at(scope.child("mode"));
        this.text = strings(choices("a", "b")).adjustable().at(scope.child("text"));
        this.dropouts = doubles(linear(0.0, 0.5)).adjustable().list(scope.child("dropouts"), 1, 3);
        this.layers = ints(linear(50, 100)).list(scope.child("layers"), 1, 3);
        this.optimizer = new Adjusted_OptimizerSpace(scope.child("optimizer"));
    }

    @Override
    public Adjusted decode(Configuration configuration) {
        return new Adjusted(
                (double) this.rate.decode(configuration),
                (long) this.batch.decode(configuration),
                (double) this.byItsAnnotation.decode(configuration),
                (double) this.fixed.decode(configuration),
                (double) this.saidTwice.decode(configuration),
                (int) this.units.decode(configuration),
                (int) this.unitsSaidTwice.decode(configuration),
                (double) this.own.decode(configuration),
                (double) this.ownFixed.decode(configuration),
                (double) this.nearest.decode(configuration),
                (boolean) this.nesterov.decode(configuration),
                this.mode.decode(configuration),
                this.text.decode(configuration),
                this.dropouts.decode(configuration),
                this.layers.decode(configuration),
                this.optimizer.decode(configuration));
    }

    @Override
    public void encode(Adjusted instance, Configuration.Builder sink) {
        sink.set(this.rate, instance.rate());
        sink.set(this.batch, instance.batch());
        sink.set(this.byItsAnnotation, instance.byItsAnnotation());
        sink.set(this.fixed, instance.fixed());
        sink.set(this.saidTwice, instance.saidTwice());
        sink.set(this.units, instance.units());
        sink.set(this.unitsSaidTwice, instance.unitsSaidTwice());
        sink.set(this.own, instance.own());
        sink.set(this.ownFixed, instance.ownFixed());
        sink.set(this.nearest, instance.nearest());
        sink.set(this.nesterov, instance.nesterov());
        sink.set(this.mode, instance.mode());
        sink.set(this.text, instance.text());
        sink.set(this.dropouts, instance.dropouts());
        sink.set(this.layers, instance.layers());
        sink.set(this.optimizer, instance.optimizer());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.rate,
                this.batch,
                this.byItsAnnotation,
                this.fixed,
                this.saidTwice,
                this.units,
                this.unitsSaidTwice,
                this.own,
                this.ownFixed,
                this.nearest,
                this.nesterov,
                this.mode,
                this.text,
                this.dropouts,
                this.layers,
                this.optimizer};
    }

    @Override
    public AdjustedSpace at(Scope place) {
        return new AdjustedSpace(place);
    }
}
