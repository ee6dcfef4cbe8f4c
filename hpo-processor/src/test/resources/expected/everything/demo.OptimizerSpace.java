// Generated from Optimizer; do not edit.
package demo;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.KindSpace;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Override;

@GeneratedSpace
final class OptimizerSpace extends KindSpace<Optimizer> {
    public static final OptimizerSpace SPACE = new OptimizerSpace(root());

    public final SgdSpace sgd;

    public final AdamSpace adam;

    public final PlainSpace plain;

    public final AdaptiveSpace adaptive;

    public OptimizerSpace(Scope scope) {
        super(Optimizer.class, scope, choices("Sgd", "adam", "Plain", "Adaptive"));
        this.sgd = new SgdSpace(scopeOf("Sgd", "sgd"));
        this.adam = new AdamSpace(scopeOf("adam", "adam"));
        this.plain = new PlainSpace(scopeOf("Plain", "plain"));
        this.adaptive = new AdaptiveSpace(scopeOf("Adaptive", "adaptive"));
    }

    @Override
    protected Space<?>[] alternatives() {
        return new Space<?>[] {
                this.sgd,
                this.adam,
                this.plain,
                this.adaptive};
    }

    @Override
    public OptimizerSpace at(Scope place) {
        return new OptimizerSpace(place);
    }

    public static final class SgdSpace extends MemberSpace<Optimizer.Sgd> {
        public final Parameter<Double> momentum;

        public SgdSpace(Scope scope) {
            super(Optimizer.Sgd.class, scope);
            this.momentum = doubles(oneMinusLog(0.9, 0.999)).at(scope.child("momentum"));
        }

        @Override
        public Optimizer.Sgd decode(Configuration configuration) {
            return new Optimizer.Sgd(
                    (double) this.momentum.decode(configuration));
        }

        @Override
        public void encode(Optimizer.Sgd instance, Configuration.Builder sink) {
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

    public static final class AdamSpace extends MemberSpace<Optimizer.Adam> {
        public final Parameter<Double> beta1;

        public AdamSpace(Scope scope) {
            super(Optimizer.Adam.class, scope);
            this.beta1 = doubles(oneMinusLog(0.5, 0.99)).at(scope.child("beta1", "b1"));
        }

        @Override
        public Optimizer.Adam decode(Configuration configuration) {
            return new Optimizer.Adam(
                    (double) this.beta1.decode(configuration));
        }

        @Override
        public void encode(Optimizer.Adam instance, Configuration.Builder sink) {
            sink.set(this.beta1, instance.beta1());
        }

        @Override
        protected Member[] members() {
            return new Member[] {
                    this.beta1};
        }

        @Override
        public AdamSpace at(Scope place) {
            return new AdamSpace(place);
        }
    }

    public static final class PlainSpace extends MemberSpace<Optimizer.Plain> {
        public PlainSpace(Scope scope) {
            super(Optimizer.Plain.class, scope);
        }

        @Override
        public Optimizer.Plain decode(Configuration configuration) {
            return new Optimizer.Plain();
        }

        @Override
        public void encode(Optimizer.Plain instance, Configuration.Builder sink) {
        }

        @Override
        protected Member[] members() {
            return new Member[] {
            };
        }

        @Override
        public PlainSpace at(Scope place) {
            return new PlainSpace(place);
        }
    }

    public static final class AdaptiveSpace extends KindSpace<Optimizer.Adaptive> {
        public final ASpace a;

        public final BSpace b;

        public AdaptiveSpace(Scope scope) {
            super(Optimizer.Adaptive.class, scope, choices("A", "B"));
            this.a = new ASpace(scopeOf("A", "a"));
            this.b = new BSpace(scopeOf("B", "b"));
        }

        @Override
        protected Space<?>[] alternatives() {
            return new Space<?>[] {
                    this.a,
                    this.b};
        }

        @Override
        public AdaptiveSpace at(Scope place) {
            return new AdaptiveSpace(place);
        }

        public static final class ASpace extends MemberSpace<Optimizer.Adaptive.A> {
            public final Parameter<Double> x;

            public ASpace(Scope scope) {
                super(Optimizer.Adaptive.A.class, scope);
                this.x = doubles(oneMinusLog(0.9, 0.999)).adjustable().at(scope.child("x"));
            }

            @Override
            public Optimizer.Adaptive.A decode(Configuration configuration) {
                return new Optimizer.Adaptive.A(
                        (double) this.x.decode(configuration));
            }

            @Override
            public void encode(Optimizer.Adaptive.A instance, Configuration.Builder sink) {
                sink.set(this.x, instance.x());
            }

            @Override
            protected Member[] members() {
                return new Member[] {
                        this.x};
            }

            @Override
            public ASpace at(Scope place) {
                return new ASpace(place);
            }
        }

        public static final class BSpace extends MemberSpace<Optimizer.Adaptive.B> {
            public final Parameter<Boolean> k;

            public BSpace(Scope scope) {
                super(Optimizer.Adaptive.B.class, scope);
                this.k = booleans().at(scope.child("k"));
            }

            @Override
            public Optimizer.Adaptive.B decode(Configuration configuration) {
                return new Optimizer.Adaptive.B(
                        (boolean) this.k.decode(configuration));
            }

            @Override
            public void encode(Optimizer.Adaptive.B instance, Configuration.Builder sink) {
                sink.set(this.k, instance.k());
            }

            @Override
            protected Member[] members() {
                return new Member[] {
                        this.k};
            }

            @Override
            public BSpace at(Scope place) {
                return new BSpace(place);
            }
        }
    }
}
