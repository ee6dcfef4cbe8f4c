// Generated from Names.Shape; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.Override;

@GeneratedSpace
public final class Names_ShapeSpace extends dev.hpo.space.KindSpace<Names.Shape> {
    public static final Names_ShapeSpace SPACE = new Names_ShapeSpace(root());

    public final DefaultSpace default_;

    public final NewSpace new_;

    public final KindSpace kind_;

    public final RoundSpace round;

    public final PolygonSpace polygon;

    public Names_ShapeSpace(Scope scope) {
        super(Names.Shape.class, scope, formerly(choices("Default", "New", "other", "round", "Polygon"), "Circle", "round", "disc", "round"));
        this.default_ = new DefaultSpace(scopeOf("Default", "default"));
        this.new_ = new NewSpace(scopeOf("New", "new"));
        this.kind_ = new KindSpace(scopeOf("other", "other"));
        this.round = new RoundSpace(scopeOf("round", "round", "circle", "disc"));
        this.polygon = new PolygonSpace(scopeOf("Polygon", "polygon"));
    }

    @Override
    protected Space<?>[] alternatives() {
        return new Space<?>[] {
                this.default_,
                this.new_,
                this.kind_,
                this.round,
                this.polygon};
    }

    @Override
    public Names_ShapeSpace at(Scope place) {
        return new Names_ShapeSpace(place);
    }

    public static final class DefaultSpace extends MemberSpace<Names.Shape.Default> {
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
        protected Member[] members() {
            return new Member[] {
            };
        }

        @Override
        public DefaultSpace at(Scope place) {
            return new DefaultSpace(place);
        }
    }

    public static final class NewSpace extends MemberSpace<Names.Shape.New> {
        public final Parameter<Boolean> on;

        public NewSpace(Scope scope) {
            super(Names.Shape.New.class, scope);
            this.on = booleans().at(scope.child("on"));
        }

        @Override
        public Names.Shape.New decode(Configuration configuration) {
            return new Names.Shape.New(
                    (boolean) this.on.decode(configuration));
        }

        @Override
        public void encode(Names.Shape.New instance, Configuration.Builder sink) {
            sink.set(this.on, instance.on());
        }

        @Override
        protected Member[] members() {
            return new Member[] {
                    this.on};
        }

        @Override
        public NewSpace at(Scope place) {
            return new NewSpace(place);
        }
    }

    public static final class KindSpace extends MemberSpace<Names.Shape.Kind> {
        public final Parameter<Boolean> on;

        public KindSpace(Scope scope) {
            super(Names.Shape.Kind.class, scope);
            this.on = booleans().at(scope.child("on"));
        }

        @Override
        public Names.Shape.Kind decode(Configuration configuration) {
            return new Names.Shape.Kind(
                    (boolean) this.on.decode(configuration));
        }

        @Override
        public void encode(Names.Shape.Kind instance, Configuration.Builder sink) {
            sink.set(this.on, instance.on());
        }

        @Override
        protected Member[] members() {
            return new Member[] {
                    this.on};
        }

        @Override
        public KindSpace at(Scope place) {
            return new KindSpace(place);
        }
    }

    public static final class RoundSpace extends MemberSpace<Names.Shape.Round> {
        public final Parameter<Integer> radius;

        public RoundSpace(Scope scope) {
            super(Names.Shape.Round.class, scope);
            this.radius = ints(linear(0, 9)).at(scope.child("radius"));
        }

        @Override
        public Names.Shape.Round decode(Configuration configuration) {
            return new Names.Shape.Round(
                    (int) this.radius.decode(configuration));
        }

        @Override
        public void encode(Names.Shape.Round instance, Configuration.Builder sink) {
            sink.set(this.radius, instance.radius());
        }

        @Override
        protected Member[] members() {
            return new Member[] {
                    this.radius};
        }

        @Override
        public RoundSpace at(Scope place) {
            return new RoundSpace(place);
        }
    }

    public static final class PolygonSpace extends dev.hpo.space.KindSpace<Names.Shape.Polygon> {
        public final TriangleSpace triangle;

        public final SquareSpace square;

        public PolygonSpace(Scope scope) {
            super(Names.Shape.Polygon.class, scope, choices("Triangle", "Square"));
            this.triangle = new TriangleSpace(scopeOf("Triangle", "triangle"));
            this.square = new SquareSpace(scopeOf("Square", "square"));
        }

        @Override
        protected Space<?>[] alternatives() {
            return new Space<?>[] {
                    this.triangle,
                    this.square};
        }

        @Override
        public PolygonSpace at(Scope place) {
            return new PolygonSpace(place);
        }

        public static final class TriangleSpace extends MemberSpace<Names.Shape.Polygon.Triangle> {
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
            protected Member[] members() {
                return new Member[] {
                };
            }

            @Override
            public TriangleSpace at(Scope place) {
                return new TriangleSpace(place);
            }
        }

        public static final class SquareSpace extends MemberSpace<Names.Shape.Polygon.Square> {
            public final Parameter<Boolean> on;

            public final Parameter<Names.Level> level;

            public SquareSpace(Scope scope) {
                super(Names.Shape.Polygon.Square.class, scope);
                this.on = booleans().at(scope.child("on"));
                this.level = constants(Names.Level.class, formerly(choices("low", "MEDIUM", "HIGH"), "tiny", "low"), "LOW", "MEDIUM", "HIGH").at(scope.child("level"));
            }

            @Override
            public Names.Shape.Polygon.Square decode(Configuration configuration) {
                return new Names.Shape.Polygon.Square(
                        (boolean) this.on.decode(configuration),
                        this.level.decode(configuration));
            }

            @Override
            public void encode(Names.Shape.Polygon.Square instance, Configuration.Builder sink) {
                sink.set(this.on, instance.on());
                sink.set(this.level, instance.level());
            }

            @Override
            protected Member[] members() {
                return new Member[] {
                        this.on,
                        this.level};
            }

            @Override
            public SquareSpace at(Scope place) {
                return new SquareSpace(place);
            }
        }
    }
}
