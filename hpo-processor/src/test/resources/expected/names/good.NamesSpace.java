// Generated from Names; do not edit.
package good;

import dev.hpo.annotations.GeneratedSpace;
import dev.hpo.space.Configuration;
import dev.hpo.space.ListParameter;
import dev.hpo.space.Member;
import dev.hpo.space.MemberSpace;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;

@GeneratedSpace
public final class NamesSpace extends MemberSpace<Names> {
    public static final NamesSpace SPACE = new NamesSpace(root());

    public final Parameter<Boolean> scope;

    public final Parameter<Boolean> configuration;

    public final Parameter<Boolean> instance;

    public final Parameter<Boolean> sink;

    public final Parameter<Boolean> consumer;

    public final Parameter<Boolean> place;

    public final Parameter<Boolean> element;

    public final Parameter<Boolean> kind;

    public final Parameter<Boolean> type;

    public final Parameter<Boolean> decode;

    public final Parameter<Boolean> initial;

    public final Parameter<Boolean> parameters;

    public final Parameter<Boolean> $dollar;

    public final Parameter<Boolean> _underscore;

    public final Parameter<Double> renamed;

    public final Parameter<String> odd;

    public final Parameter<Double> doubles;

    public final Parameter<Long> longs;

    public final ListParameter<Boolean> flags;

    public final ListParameter<String> texts;

    public final ListParameter<Float> floats;

    public final ListParameter<Long> all;

    public final Parameter<Names.Level> level;

    public final Parameter<Names.Level> unordered;

    public final Names_ShapeSpace shape;

    public NamesSpace(Scope scope) {
        super(Names.class, scope);
        this.scope = booleans().at(scope.child("scope"));
        this.configuration = booleans().at(scope.child("configuration"));
        this.instance = booleans().at(scope.child("instance"));
        this.sink = booleans().at(scope.child("sink"));
        this.consumer = booleans().at(scope.child("consumer"));
        this.place = booleans().at(scope.child("place"));
        this.element = booleans().at(scope.child("element"));
        this.kind = booleans().at(scope.child("kind"));
        this.type = booleans().at(scope.child("type"));
        this.decode = booleans().at(scope.child("decode"));
        this.initial = booleans().at(scope.child("initial"));
        this.parameters = booleans().at(scope.child("parameters"));
        this.$dollar = booleans().at(scope.child("$dollar"));
        this._underscore = booleans().at(scope.child("_underscore"));
        this.renamed = doubles(linear(0.0, 1.0)).at(scope.child("learning-rate", "lr", "rate"));
        this.odd = strings(choices("re$lu", "ta\"nh", "back\\slash", "$L", "new\nline", "line\u2028end\u2029", "\u00e9t\u00e9", "")).at(scope.child("odd"));
        this.doubles = doubles(ordered("-1e-3", "0.5", "1e10", "123456.789")).at(scope.child("doubles"));
        this.longs = longs(choices("-9223372036854775808", "+1")).at(scope.child("longs"));
        this.flags = booleans().list(scope.child("flags"), 0, 3);
        this.texts = strings(choices("b", "a")).list(scope.child("texts"), 1, 1);
        this.floats = floats(linear(-1.0, 1.0)).list(scope.child("floats"), 0, 2);
        this.all = longs(linear(-9007199254740992L, 9007199254740992L)).list(scope.child("all"), 0, 2);
        this.level = constants(Names.Level.class, formerly(ordered("low", "MEDIUM", "HIGH"), "tiny", "low"), "LOW", "MEDIUM", "HIGH").at(scope.child("level"));
        this.unordered = constants(Names.Level.class, formerly(choices("low", "MEDIUM", "HIGH"), "tiny", "low"), "LOW", "MEDIUM", "HIGH").at(scope.child("unordered"));
        this.shape = new Names_ShapeSpace(scope.child("shape"));
    }

    @Override
    public Names decode(Configuration configuration) {
        return new Names(
                (boolean) this.scope.decode(configuration),
                (boolean) this.configuration.decode(configuration),
                (boolean) this.instance.decode(configuration),
                (boolean) this.sink.decode(configuration),
                (boolean) this.consumer.decode(configuration),
                (boolean) this.place.decode(configuration),
                (boolean) this.element.decode(configuration),
                (boolean) this.kind.decode(configuration),
                (boolean) this.type.decode(configuration),
                (boolean) this.decode.decode(configuration),
                (boolean) this.initial.decode(configuration),
                (boolean) this.parameters.decode(configuration),
                (boolean) this.$dollar.decode(configuration),
                (boolean) this._underscore.decode(configuration),
                (double) this.renamed.decode(configuration),
                this.odd.decode(configuration),
                (double) this.doubles.decode(configuration),
                (long) this.longs.decode(configuration),
                this.flags.decode(configuration),
                this.texts.decode(configuration),
                this.floats.decode(configuration),
                this.all.decode(configuration),
                this.level.decode(configuration),
                this.unordered.decode(configuration),
                this.shape.decode(configuration));
    }

    @Override
    public void encode(Names instance, Configuration.Builder sink) {
        sink.set(this.scope, instance.scope());
        sink.set(this.configuration, instance.configuration());
        sink.set(this.instance, instance.instance());
        sink.set(this.sink, instance.sink());
        sink.set(this.consumer, instance.consumer());
        sink.set(this.place, instance.place());
        sink.set(this.element, instance.element());
        sink.set(this.kind, instance.kind());
        sink.set(this.type, instance.type());
        sink.set(this.decode, instance.decode());
        sink.set(this.initial, instance.initial());
        sink.set(this.parameters, instance.parameters());
        sink.set(this.$dollar, instance.$dollar());
        sink.set(this._underscore, instance._underscore());
        sink.set(this.renamed, instance.renamed());
        sink.set(this.odd, instance.odd());
        sink.set(this.doubles, instance.doubles());
        sink.set(this.longs, instance.longs());
        sink.set(this.flags, instance.flags());
        sink.set(this.texts, instance.texts());
        sink.set(this.floats, instance.floats());
        sink.set(this.all, instance.all());
        sink.set(this.level, instance.level());
        sink.set(this.unordered, instance.unordered());
        sink.set(this.shape, instance.shape());
    }

    @Override
    protected Member[] members() {
        return new Member[] {
                this.scope,
                this.configuration,
                this.instance,
                this.sink,
                this.consumer,
                this.place,
                this.element,
                this.kind,
                this.type,
                this.decode,
                this.initial,
                this.parameters,
                this.$dollar,
                this._underscore,
                this.renamed,
                this.odd,
                this.doubles,
                this.longs,
                this.flags,
                this.texts,
                this.floats,
                this.all,
                this.level,
                this.unordered,
                this.shape};
    }

    @Override
    public NamesSpace at(Scope place) {
        return new NamesSpace(place);
    }

    @Override
    public Start<Names> start() {
        return startOf(Names.start());
    }
}
