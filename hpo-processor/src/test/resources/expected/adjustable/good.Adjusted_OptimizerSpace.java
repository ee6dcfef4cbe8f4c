// Generated from Adjusted.Optimizer; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.KindSpace;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Double;
import java.lang.Override;

@GeneratedSpace
final class Adjusted_OptimizerSpace extends KindSpace<Adjusted.Optimizer> {
    public static final Adjusted_OptimizerSpace SPACE = new Adjusted_OptimizerSpace(root());

    public final SgdSpace sgd;

    public final PlainSpace plain;

    public Adjusted_OptimizerSpace(Scope scope) {
        super(Adjusted.Optimizer.class, scope, choices("Sgd", "Plain"));
        this.sgd = new SgdSpace(scopeOf("Sgd", "sgd"));
        this.plain = new PlainSpace(scopeOf("Plain", "plain"));
    }

    @Override
    protected Space<?>[] alternatives() {
        return new Space<?>[] {
                this.sgd,
                this.plain};
    }

    @Override
    public Adjusted_OptimizerSpace at(Scope place) {
        return new Adjusted_OptimizerSpace(place);
    }

    public static final class SgdSpace extends MemberSpace<Adjusted.Optimizer.Sgd> {
        public final Parameter<Double> momentum;

        public SgdSpace(Scope scope) {
            super(Adjusted.Optimizer.Sgd.class, scope);
            this.momentum = doubles(oneMinusLog(0.9, 0.999)).adjustable().at(scope.child("momentum"));
        }

        @Override
        public Adjusted.Optimizer.Sgd decode(Configuration configuration) {
            return new Adjusted.Optimizer.Sgd(
                    (double) this.momentum.decode(configuration));
        }

        @Override
        public void encode(Adjusted.Optimizer.Sgd instance, Configuration.Builder sink) {
            sink.set(this.momentum, instance.momentum());
        }

        @Override
        protected Member[] members() {
            return new Member[] {
                    this.momentum};
        }

        @Override
        public SgdSpace at(Scope place) {
            return new SgdSpace(place);
        }
    }

    public static final class PlainSpace extends MemberSpace<Adjusted.Optimizer.Plain> {
        public final Parameter<Double> decay;

        public PlainSpace(Scope scope) {
            super(Adjusted.Optimizer.Plain.class, scope);
            this.decay = doubles(linear(0.0, 1.0)).at(scope.child("decay"));
        }

        @Override
        public Adjusted.Optimizer.Plain decode(Configuration configuration) {
            return new Adjusted.Optimizer.Plain(
                    (double) this.decay.decode(configuration));
        }

        @Override
        public void encode(Adjusted.Optimizer.Plain instance, Configuration.Builder sink) {
            sink.set(this.decay, instance.decay());
        }

        @Override
        protected Member[] members() {
            return new Member[] {
                    this.decay};
        }

        @Override
        public PlainSpace at(Scope place) {
            return new PlainSpace(place);
        }
    }
}
