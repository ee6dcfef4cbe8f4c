// Generated from Optimizer; do not edit.
package demo;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
final class OptimizerSpace extends Space<Optimizer> {
    public static final OptimizerSpace SPACE = new OptimizerSpace(Scope.root());

    public final Parameter<String> kind;

    public final SgdSpace sgd;

    public final AdamSpace adam;

    public final PlainSpace plain;

    public final AdaptiveSpace adaptive;

    public OptimizerSpace(Scope scope) {
        super(Optimizer.class, scope);
        this.kind = Parameter.ofChoice(scope.child("kind"), ChoiceDomain.of("Sgd", "adam", "Plain", "Adaptive"), List.of("Sgd", "adam", "Plain", "Adaptive"));
        this.sgd = new SgdSpace(scope.child("sgd").when(new Condition.Equal(this.kind, "Sgd")));
        this.adam = new AdamSpace(scope.child("adam").when(new Condition.Equal(this.kind, "adam")));
        this.plain = new PlainSpace(scope.child("plain").when(new Condition.Equal(this.kind, "Plain")));
        this.adaptive = new AdaptiveSpace(scope.child("adaptive").when(new Condition.Equal(this.kind, "Adaptive")));
    }

    @Override
    public Optimizer decode(Configuration configuration) {
        String kind = configuration.get(this.kind);
        return switch (kind) {
            case "Sgd" -> this.sgd.decode(configuration);
            case "adam" -> this.adam.decode(configuration);
            case "Plain" -> this.plain.decode(configuration);
            case "Adaptive" -> this.adaptive.decode(configuration);
            default -> throw new ConfigurationException(this.kind.name() + " (" + kind + ") must be one of Sgd, adam, Plain, Adaptive");
        };
    }

    @Override
    public void encode(Optimizer instance, Configuration.Builder sink) {
        if (instance instanceof Optimizer.Sgd chosen) {
            sink.set(this.kind, "Sgd");
            this.sgd.encode(chosen, sink);
            return;
        }
        if (instance instanceof Optimizer.Adam chosen) {
            sink.set(this.kind, "adam");
            this.adam.encode(chosen, sink);
            return;
        }
        if (instance instanceof Optimizer.Plain chosen) {
            sink.set(this.kind, "Plain");
            this.plain.encode(chosen, sink);
            return;
        }
        if (instance instanceof Optimizer.Adaptive chosen) {
            sink.set(this.kind, "Adaptive");
            this.adaptive.encode(chosen, sink);
            return;
        }
        throw new ConfigurationException(this.kind.name() + " (" + instance + ") must be one of Sgd, adam, Plain, Adaptive");
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.kind);
        this.sgd.forEachParameter(consumer);
        this.adam.forEachParameter(consumer);
        this.plain.forEachParameter(consumer);
        this.adaptive.forEachParameter(consumer);
    }

    @Override
    public OptimizerSpace at(Scope place) {
        return new OptimizerSpace(place);
    }

    public static final class SgdSpace extends Space<Optimizer.Sgd> {
        public final Parameter<Double> momentum;

        public SgdSpace(Scope scope) {
            super(Optimizer.Sgd.class, scope);
            this.momentum = Parameter.ofDouble(scope.child("momentum"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999));
        }

        @Override
        public Optimizer.Sgd decode(Configuration configuration) {
            return new Optimizer.Sgd(
                    configuration.get(this.momentum));
        }

        @Override
        public void encode(Optimizer.Sgd instance, Configuration.Builder sink) {
            sink.set(this.momentum, instance.momentum());
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            consumer.accept(this.momentum);
        }

        @Override
        public SgdSpace at(Scope place) {
            return new SgdSpace(place);
        }
    }

    public static final class AdamSpace extends Space<Optimizer.Adam> {
        public final Parameter<Double> beta1;

        public AdamSpace(Scope scope) {
            super(Optimizer.Adam.class, scope);
            this.beta1 = Parameter.ofDouble(scope.child("beta1", "b1"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.5, 0.99));
        }

        @Override
        public Optimizer.Adam decode(Configuration configuration) {
            return new Optimizer.Adam(
                    configuration.get(this.beta1));
        }

        @Override
        public void encode(Optimizer.Adam instance, Configuration.Builder sink) {
            sink.set(this.beta1, instance.beta1());
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            consumer.accept(this.beta1);
        }

        @Override
        public AdamSpace at(Scope place) {
            return new AdamSpace(place);
        }
    }

    public static final class PlainSpace extends Space<Optimizer.Plain> {
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
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        }

        @Override
        public PlainSpace at(Scope place) {
            return new PlainSpace(place);
        }
    }

    public static final class AdaptiveSpace extends Space<Optimizer.Adaptive> {
        public final Parameter<String> kind;

        public final ASpace a;

        public final BSpace b;

        public AdaptiveSpace(Scope scope) {
            super(Optimizer.Adaptive.class, scope);
            this.kind = Parameter.ofChoice(scope.child("kind"), ChoiceDomain.of("A", "B"), List.of("A", "B"));
            this.a = new ASpace(scope.child("a").when(new Condition.Equal(this.kind, "A")));
            this.b = new BSpace(scope.child("b").when(new Condition.Equal(this.kind, "B")));
        }

        @Override
        public Optimizer.Adaptive decode(Configuration configuration) {
            String kind = configuration.get(this.kind);
            return switch (kind) {
                case "A" -> this.a.decode(configuration);
                case "B" -> this.b.decode(configuration);
                default -> throw new ConfigurationException(this.kind.name() + " (" + kind + ") must be one of A, B");
            };
        }

        @Override
        public void encode(Optimizer.Adaptive instance, Configuration.Builder sink) {
            if (instance instanceof Optimizer.Adaptive.A chosen) {
                sink.set(this.kind, "A");
                this.a.encode(chosen, sink);
                return;
            }
            if (instance instanceof Optimizer.Adaptive.B chosen) {
                sink.set(this.kind, "B");
                this.b.encode(chosen, sink);
                return;
            }
            throw new ConfigurationException(this.kind.name() + " (" + instance + ") must be one of A, B");
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            consumer.accept(this.kind);
            this.a.forEachParameter(consumer);
            this.b.forEachParameter(consumer);
        }

        @Override
        public AdaptiveSpace at(Scope place) {
            return new AdaptiveSpace(place);
        }

        public static final class ASpace extends Space<Optimizer.Adaptive.A> {
            public final Parameter<Double> x;

            public ASpace(Scope scope) {
                super(Optimizer.Adaptive.A.class, scope);
                this.x = Parameter.ofDouble(scope.child("x"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999));
            }

            @Override
            public Optimizer.Adaptive.A decode(Configuration configuration) {
                return new Optimizer.Adaptive.A(
                        configuration.get(this.x));
            }

            @Override
            public void encode(Optimizer.Adaptive.A instance, Configuration.Builder sink) {
                sink.set(this.x, instance.x());
            }

            @Override
            public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
                consumer.accept(this.x);
            }

            @Override
            public ASpace at(Scope place) {
                return new ASpace(place);
            }
        }

        public static final class BSpace extends Space<Optimizer.Adaptive.B> {
            public final Parameter<Boolean> k;

            public BSpace(Scope scope) {
                super(Optimizer.Adaptive.B.class, scope);
                this.k = Parameter.ofChoice(scope.child("k"), ChoiceDomain.of("false", "true"), List.of(false, true));
            }

            @Override
            public Optimizer.Adaptive.B decode(Configuration configuration) {
                return new Optimizer.Adaptive.B(
                        configuration.get(this.k));
            }

            @Override
            public void encode(Optimizer.Adaptive.B instance, Configuration.Builder sink) {
                sink.set(this.k, instance.k());
            }

            @Override
            public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
                consumer.accept(this.k);
            }

            @Override
            public BSpace at(Scope place) {
                return new BSpace(place);
            }
        }
    }
}
