// Generated from Names; do not edit.
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
import dev.hpo.space.Start;
import java.lang.Boolean;
import java.lang.Double;
import java.lang.Float;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.function.Consumer;

@GeneratedSpace
public final class NamesSpace extends Space<Names> {
    public static final NamesSpace SPACE = new NamesSpace(Scope.root());

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
        this.scope = Parameter.ofChoice(scope.child("scope"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.configuration = Parameter.ofChoice(scope.child("configuration"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.instance = Parameter.ofChoice(scope.child("instance"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.sink = Parameter.ofChoice(scope.child("sink"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.consumer = Parameter.ofChoice(scope.child("consumer"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.place = Parameter.ofChoice(scope.child("place"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.element = Parameter.ofChoice(scope.child("element"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.kind = Parameter.ofChoice(scope.child("kind"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.type = Parameter.ofChoice(scope.child("type"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.decode = Parameter.ofChoice(scope.child("decode"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.initial = Parameter.ofChoice(scope.child("initial"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.parameters = Parameter.ofChoice(scope.child("parameters"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.$dollar = Parameter.ofChoice(scope.child("$dollar"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this._underscore = Parameter.ofChoice(scope.child("_underscore"), ChoiceDomain.of("false", "true"), List.of(false, true));
        this.renamed = Parameter.ofDouble(scope.child("learning-rate", "lr", "rate"), RealDomain.of(Scale.LINEAR, 0.0, 1.0));
        this.odd = Parameter.ofChoice(scope.child("odd"), ChoiceDomain.of("re$lu", "ta\"nh", "back\\slash", "$L", "new\n"
                        + "line", "line" + "\u2028" + "end" + "\u2029" + "", "été", ""), List.of("re$lu", "ta\"nh", "back\\slash", "$L", "new\n"
                        + "line", "line" + "\u2028" + "end" + "\u2029" + "", "été", ""));
        this.doubles = Parameter.ofChoice(scope.child("doubles"), ChoiceDomain.ordered("-1e-3", "0.5", "1e10", "123456.789"), List.of(-0.001, 0.5, 1.0E10, 123456.789));
        this.longs = Parameter.ofChoice(scope.child("longs"), ChoiceDomain.of("-9223372036854775808", "+1"), List.of(-9223372036854775808L, 1L));
        this.flags = new ListParameter<>(scope.child("flags"), 0, 3, element -> Parameter.ofChoice(element, ChoiceDomain.of("false", "true"), List.of(false, true)));
        this.texts = new ListParameter<>(scope.child("texts"), 1, 1, element -> Parameter.ofChoice(element, ChoiceDomain.of("b", "a"), List.of("b", "a")));
        this.floats = new ListParameter<>(scope.child("floats"), 0, 2, element -> Parameter.ofFloat(element, RealDomain.of(Scale.LINEAR, -1.0, 1.0)));
        this.all = new ListParameter<>(scope.child("all"), 0, 2, element -> Parameter.ofLong(element, IntegerDomain.of(Scale.LINEAR, -9007199254740992L, 9007199254740992L)));
        this.level = Parameter.ofChoice(scope.child("level"), ChoiceDomain.ordered("low", "MEDIUM", "HIGH").formerly("tiny", "low"), List.of(Names.Level.LOW, Names.Level.MEDIUM, Names.Level.HIGH));
        this.unordered = Parameter.ofChoice(scope.child("unordered"), ChoiceDomain.of("low", "MEDIUM", "HIGH").formerly("tiny", "low"), List.of(Names.Level.LOW, Names.Level.MEDIUM, Names.Level.HIGH));
        this.shape = new Names_ShapeSpace(scope.child("shape"));
    }

    @Override
    public Names decode(Configuration configuration) {
        return new Names(
                configuration.get(this.scope),
                configuration.get(this.configuration),
                configuration.get(this.instance),
                configuration.get(this.sink),
                configuration.get(this.consumer),
                configuration.get(this.place),
                configuration.get(this.element),
                configuration.get(this.kind),
                configuration.get(this.type),
                configuration.get(this.decode),
                configuration.get(this.initial),
                configuration.get(this.parameters),
                configuration.get(this.$dollar),
                configuration.get(this._underscore),
                configuration.get(this.renamed),
                configuration.get(this.odd),
                configuration.get(this.doubles),
                configuration.get(this.longs),
                this.flags.decode(configuration),
                this.texts.decode(configuration),
                this.floats.decode(configuration),
                this.all.decode(configuration),
                configuration.get(this.level),
                configuration.get(this.unordered),
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
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this.scope);
        consumer.accept(this.configuration);
        consumer.accept(this.instance);
        consumer.accept(this.sink);
        consumer.accept(this.consumer);
        consumer.accept(this.place);
        consumer.accept(this.element);
        consumer.accept(this.kind);
        consumer.accept(this.type);
        consumer.accept(this.decode);
        consumer.accept(this.initial);
        consumer.accept(this.parameters);
        consumer.accept(this.$dollar);
        consumer.accept(this._underscore);
        consumer.accept(this.renamed);
        consumer.accept(this.odd);
        consumer.accept(this.doubles);
        consumer.accept(this.longs);
        this.flags.forEachParameter(consumer);
        this.texts.forEachParameter(consumer);
        this.floats.forEachParameter(consumer);
        this.all.forEachParameter(consumer);
        consumer.accept(this.level);
        consumer.accept(this.unordered);
        this.shape.forEachParameter(consumer);
    }

    @Override
    public NamesSpace at(Scope place) {
        return new NamesSpace(place);
    }

    @Override
    public Start<Names> start() {
        return Start.of(Names.start());
    }
}
