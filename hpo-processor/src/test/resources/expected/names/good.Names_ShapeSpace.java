// Generated from Names.Shape; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
public final class Names_ShapeSpace extends Space<Names.Shape> {
    public static final Names_ShapeSpace SPACE = new Names_ShapeSpace(Scope.root());

    public final Parameter<String> kind;

    public final DefaultSpace default_;

    public final NewSpace new_;

    public final KindSpace kind_;

    public final RoundSpace round;

    public final PolygonSpace polygon;

    public Names_ShapeSpace(Scope scope) {
        super(Names.Shape.class, scope);
        this.kind = Parameter.ofChoice(scope.child("kind"), ChoiceDomain.of("Default", "New", "other", "round", "Polygon").formerly("Circle", "round").formerly("disc", "round"), List.of("Default", "New", "other", "round", "Polygon"));
        this.default_ = new DefaultSpace(scope.child("default").when(new Condition.Equal(this.kind, "Default")));
        this.new_ = new NewSpace(scope.child("new").when(new Condition.Equal(this.kind, "New")));
        this.kind_ = new KindSpace(scope.child("other").when(new Condition.Equal(this.kind, "other")));
        this.round = new RoundSpace(scope.child("round", "circle", "disc").when(new Condition.Equal(this.kind, "round")));
        this.polygon = new PolygonSpace(scope.child("polygon").when(new Condition.Equal(this.kind, "Polygon")));
    }

    @Override
    public Names.Shape decode(Configuration configuration) {
        String kind = configuration.get(this.kind);
        return switch (kind) {
            case "Default" -> this.default_.decode(configuration);
            case "New" -> this.new_.decode(configuration);
            case "other" -> this.kind_.decode(configuration);
            case "round" -> this.round.decode(configuration);
            case "Polygon" -> this.polygon.decode(configuration);
            default -> throw new ConfigurationException(this.kind.name() + " (" + kind + ") must be one of Default, New, other, round, Polygon");
        };
    }

    @Override
    public void encode(Names.Shape instance, Configuration.Builder sink) {
        if (instance instanceof Names.Shape.Default chosen) {
            sink.set(this.kind, "Default");
            this.default_.encode(chosen, sink);
            return;
        }
        if (instance instanceof Names.Shape.New chosen) {
            sink.set(this.kind, "New");
            this.new_.encode(chosen, sink);
            return;
        }
        if (instance instanceof Names.Shape.Kind chosen) {
            sink.set(this.kind, "other");
            this.kind_.encode(chosen, sink);
            return;
        }
        if (instance instanceof Names.Shape.Round chosen) {
            sink.set(this.kind, "round");
            this.round.encode(chosen, sink);
            return;
        }
        if (instance instanceof Names.Shape.Polygon chosen) {
            sink.set(this.kind, "Polygon");
            this.polygon.encode(chosen, sink);
            return;
        }
        throw new ConfigurationException(this.kind.name() + " (" + instance + ") must be one of Default, New, other, round, Polygon");
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.kind);
        this.default_.forEachParameter(consumer);
        this.new_.forEachParameter(consumer);
        this.kind_.forEachParameter(consumer);
        this.round.forEachParameter(consumer);
        this.polygon.forEachParameter(consumer);
    }

    @Override
    public Names_ShapeSpace at(Scope place) {
        return new Names_ShapeSpace(place);
    }

    public static final class DefaultSpace extends Space<Names.Shape.Default> {
        public DefaultSpace(Scope scope) {
            super(Names.Shape.Default.class, scope);
        }

        @Override
        public Names.Shape.Default decode(Configuration configuration) {
            return new Names.Shape.Default();
        }

        @Override
        public void encode(Names.Shape.Default instance, Configuration.Builder sink) {
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        }

        @Override
        public DefaultSpace at(Scope place) {
            return new DefaultSpace(place);
        }
    }

    public static final class NewSpace extends Space<Names.Shape.New> {
        public final Parameter<Boolean> on;

        public NewSpace(Scope scope) {
            super(Names.Shape.New.class, scope);
            this.on = Parameter.ofChoice(scope.child("on"), ChoiceDomain.of("false", "true"), List.of(false, true));
        }

        @Override
        public Names.Shape.New decode(Configuration configuration) {
            return new Names.Shape.New(
                    configuration.get(this.on));
        }

        @Override
        public void encode(Names.Shape.New instance, Configuration.Builder sink) {
            sink.set(this.on, instance.on());
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            consumer.accept(this.on);
        }

        @Override
        public NewSpace at(Scope place) {
            return new NewSpace(place);
        }
    }

    public static final class KindSpace extends Space<Names.Shape.Kind> {
        public final Parameter<Boolean> on;

        public KindSpace(Scope scope) {
            super(Names.Shape.Kind.class, scope);
            this.on = Parameter.ofChoice(scope.child("on"), ChoiceDomain.of("false", "true"), List.of(false, true));
        }

        @Override
        public Names.Shape.Kind decode(Configuration configuration) {
            return new Names.Shape.Kind(
                    configuration.get(this.on));
        }

        @Override
        public void encode(Names.Shape.Kind instance, Configuration.Builder sink) {
            sink.set(this.on, instance.on());
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            consumer.accept(this.on);
        }

        @Override
        public KindSpace at(Scope place) {
            return new KindSpace(place);
        }
    }

    public static final class RoundSpace extends Space<Names.Shape.Round> {
        public final Parameter<Integer> radius;

        public RoundSpace(Scope scope) {
            super(Names.Shape.Round.class, scope);
            this.radius = Parameter.ofInt(scope.child("radius"), IntegerDomain.of(Scale.LINEAR, 0, 9));
        }

        @Override
        public Names.Shape.Round decode(Configuration configuration) {
            return new Names.Shape.Round(
                    configuration.get(this.radius));
        }

        @Override
        public void encode(Names.Shape.Round instance, Configuration.Builder sink) {
            sink.set(this.radius, instance.radius());
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            consumer.accept(this.radius);
        }

        @Override
        public RoundSpace at(Scope place) {
            return new RoundSpace(place);
        }
    }

    public static final class PolygonSpace extends Space<Names.Shape.Polygon> {
        public final Parameter<String> kind;

        public final TriangleSpace triangle;

        public final SquareSpace square;

        public PolygonSpace(Scope scope) {
            super(Names.Shape.Polygon.class, scope);
            this.kind = Parameter.ofChoice(scope.child("kind"), ChoiceDomain.of("Triangle", "Square"), List.of("Triangle", "Square"));
            this.triangle = new TriangleSpace(scope.child("triangle").when(new Condition.Equal(this.kind, "Triangle")));
            this.square = new SquareSpace(scope.child("square").when(new Condition.Equal(this.kind, "Square")));
        }

        @Override
        public Names.Shape.Polygon decode(Configuration configuration) {
            String kind = configuration.get(this.kind);
            return switch (kind) {
                case "Triangle" -> this.triangle.decode(configuration);
                case "Square" -> this.square.decode(configuration);
                default -> throw new ConfigurationException(this.kind.name() + " (" + kind + ") must be one of Triangle, Square");
            };
        }

        @Override
        public void encode(Names.Shape.Polygon instance, Configuration.Builder sink) {
            if (instance instanceof Names.Shape.Polygon.Triangle chosen) {
                sink.set(this.kind, "Triangle");
                this.triangle.encode(chosen, sink);
                return;
            }
            if (instance instanceof Names.Shape.Polygon.Square chosen) {
                sink.set(this.kind, "Square");
                this.square.encode(chosen, sink);
                return;
            }
            throw new ConfigurationException(this.kind.name() + " (" + instance + ") must be one of Triangle, Square");
        }

        @Override
        public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            consumer.accept(this.kind);
            this.triangle.forEachParameter(consumer);
            this.square.forEachParameter(consumer);
        }

        @Override
        public PolygonSpace at(Scope place) {
            return new PolygonSpace(place);
        }

        public static final class TriangleSpace extends Space<Names.Shape.Polygon.Triangle> {
            public TriangleSpace(Scope scope) {
                super(Names.Shape.Polygon.Triangle.class, scope);
            }

            @Override
            public Names.Shape.Polygon.Triangle decode(Configuration configuration) {
                return new Names.Shape.Polygon.Triangle();
            }

            @Override
            public void encode(Names.Shape.Polygon.Triangle instance, Configuration.Builder sink) {
            }

            @Override
            public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
            }

            @Override
            public TriangleSpace at(Scope place) {
                return new TriangleSpace(place);
            }
        }

        public static final class SquareSpace extends Space<Names.Shape.Polygon.Square> {
            public final Parameter<Boolean> on;

            public final Parameter<Names.Level> level;

            public SquareSpace(Scope scope) {
                super(Names.Shape.Polygon.Square.class, scope);
                this.on = Parameter.ofChoice(scope.child("on"), ChoiceDomain.of("false", "true"), List.of(false, true));
                this.level = Parameter.ofChoice(scope.child("level"), ChoiceDomain.of("low", "MEDIUM", "HIGH").formerly("tiny", "low"), List.of(Names.Level.LOW, Names.Level.MEDIUM, Names.Level.HIGH));
            }

            @Override
            public Names.Shape.Polygon.Square decode(Configuration configuration) {
                return new Names.Shape.Polygon.Square(
                        configuration.get(this.on),
                        configuration.get(this.level));
            }

            @Override
            public void encode(Names.Shape.Polygon.Square instance, Configuration.Builder sink) {
                sink.set(this.on, instance.on());
                sink.set(this.level, instance.level());
            }

            @Override
            public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
                consumer.accept(this.on);
                consumer.accept(this.level);
            }

            @Override
            public SquareSpace at(Scope place) {
                return new SquareSpace(place);
            }
        }
    }
}
