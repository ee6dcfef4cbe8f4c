// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The space of a record or class: all of its members together.
 *
 * <p>Generated code extends it. Whatever such code calls is a method of an object or of this class: a type's name in front of a dot
 * could be hidden by a member of the same name.
 *
 * @param <T> the configuration type
 */
public abstract class MemberSpace<T> extends Space<T> {

    private final HandedOut handedOut = new HandedOut();

    /**
     * Creates a space.
     *
     * @param type the configuration type
     * @param scope where in a tree of spaces this one is
     */
    protected MemberSpace(Class<T> type, Scope scope) {
        super(type, scope);
    }

    /** Returns the members, in the order of declaration. */
    protected abstract Member[] members();

    @Override
    public final void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        for (Member member : members()) {
            member.forEachParameter(consumer);
        }
    }

    /** Returns the place of a whole space. */
    protected static Scope root() {
        return Scope.root();
    }

    /** Returns what the start method has returned as the start. */
    protected final Start<T> startOf(T instance) {
        return Start.of(Objects.requireNonNull(instance, "the @Initial method returned null"));
    }

    /** Returns a new instance as the start if it is one; see {@link Start#ofNew}. */
    protected final Start<T> startOfNew(Supplier<T> constructor) {
        return Start.ofNew(this, constructor);
    }

    /**
     * Returns a new instance, for its members to be set, of a type that only the start method can make: its constructor takes
     * arguments. The method is called once for it, and once more before the first one, to see that these two differ.
     *
     * @throws IllegalStateException if the method throws, or returns null, or an instance that it has returned before, which would be
     *     that of several trials
     */
    protected final T newFromStart() {
        if (handedOut.isFirst()) {
            handedOut.add(fromStart());
        }
        T instance = fromStart();
        if (!handedOut.add(instance)) {
            throw new IllegalStateException(
                    typeName() + ": @Initial instance (the same as before) must be a new one each time, for"
                            + " trials are made of it; call the constructor in the method");
        }
        return instance;
    }

    /** Whatever the method throws, it does not reject values: it has not been given any. */
    private T fromStart() {
        try {
            return start().instance().orElseThrow();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error e) {
            throw new IllegalStateException(
                    typeName() + ": @Initial method (" + Start.text(e) + ") must return a new instance each time, for"
                            + " trials are made of it; let it return one whatever the trial",
                    e);
        }
    }

    /** Returns what a parameter of type {@code double} is. */
    protected static ParameterSpec<Double> doubles(RealDomain domain) {
        return new ParameterSpec<>(place -> Parameter.ofDouble(place, domain));
    }

    /** Returns what a parameter of type {@code double} is that takes one of some values, which the texts say. */
    protected static ParameterSpec<Double> doubles(ChoiceDomain domain) {
        return choice(domain, Double::valueOf);
    }

    /** Returns what a parameter of type {@code float} is. */
    protected static ParameterSpec<Float> floats(RealDomain domain) {
        return new ParameterSpec<>(place -> Parameter.ofFloat(place, domain));
    }

    /** Returns what a parameter of type {@code int} is. */
    protected static ParameterSpec<Integer> ints(IntegerDomain domain) {
        return new ParameterSpec<>(place -> Parameter.ofInt(place, domain));
    }

    /** Returns what a parameter of type {@code int} is that takes one of some values, which the texts say. */
    protected static ParameterSpec<Integer> ints(ChoiceDomain domain) {
        return choice(domain, Integer::valueOf);
    }

    /** Returns what a parameter of type {@code long} is. */
    protected static ParameterSpec<Long> longs(IntegerDomain domain) {
        return new ParameterSpec<>(place -> Parameter.ofLong(place, domain));
    }

    /** Returns what a parameter of type {@code long} is that takes one of some values, which the texts say. */
    protected static ParameterSpec<Long> longs(ChoiceDomain domain) {
        return choice(domain, Long::valueOf);
    }

    /** Returns what a parameter of type {@code boolean} is. */
    protected static ParameterSpec<Boolean> booleans() {
        return booleans(ChoiceDomain.of("false", "true"));
    }

    /** Returns what a parameter of type {@code boolean} is that takes one of some values, which the texts say. */
    protected static ParameterSpec<Boolean> booleans(ChoiceDomain domain) {
        return choice(domain, Boolean::valueOf);
    }

    /** Returns what a parameter of type {@code String} is. */
    protected static ParameterSpec<String> strings(ChoiceDomain domain) {
        return choice(domain, Function.identity());
    }

    /** Returns what a parameter is that takes any constant of an enum, each of which stands for itself. */
    protected static <E extends Enum<E>> ParameterSpec<E> constants(Class<E> type) {
        return constants(type, ChoiceDomain.of(namesOf(type)));
    }

    /** Returns what a parameter is that takes any constant of an enum in their order, each of which stands for itself. */
    protected static <E extends Enum<E>> ParameterSpec<E> orderedConstants(Class<E> type) {
        return constants(type, ChoiceDomain.ordered(namesOf(type)));
    }

    /** Returns what a parameter is that takes one of some constants of an enum, which the texts name. */
    protected static <E extends Enum<E>> ParameterSpec<E> constants(Class<E> type, ChoiceDomain domain) {
        return choice(domain, text -> Enum.valueOf(type, text));
    }

    /**
     * Returns what a parameter is that takes one of some constants of an enum.
     *
     * @param names the names of the constants, in the order of the texts that stand for them
     */
    protected static <E extends Enum<E>> ParameterSpec<E> constants(
            Class<E> type, ChoiceDomain domain, String... names) {
        List<E> values =
                Arrays.stream(names).map(name -> Enum.valueOf(type, name)).toList();
        return new ParameterSpec<>(place -> Parameter.ofChoice(place, domain, values));
    }

    private static <T> ParameterSpec<T> choice(ChoiceDomain domain, Function<String, T> reader) {
        List<T> values = domain.choices().stream().map(reader).toList();
        return new ParameterSpec<>(place -> Parameter.ofChoice(place, domain, values));
    }

    private static <E extends Enum<E>> String[] namesOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new);
    }

    /** Returns the numbers of a range. */
    protected static RealDomain linear(double min, double max) {
        return RealDomain.of(Scale.LINEAR, min, max);
    }

    /** Returns the whole numbers of a range. */
    protected static IntegerDomain linear(long min, long max) {
        return IntegerDomain.of(Scale.LINEAR, min, max);
    }

    /** Returns the numbers that steps reach. */
    protected static RealDomain stepped(double min, double max, double step) {
        return RealDomain.stepped(min, max, step);
    }

    /** Returns the whole numbers that steps reach. */
    protected static IntegerDomain stepped(long min, long max, long step) {
        return IntegerDomain.stepped(min, max, step);
    }

    /** Returns the numbers of a range on a logarithmic scale. */
    protected static RealDomain log(double min, double max) {
        return log(min, max, 0);
    }

    /** Returns the whole numbers of a range on a logarithmic scale. */
    protected static IntegerDomain log(long min, long max) {
        return log(min, max, 0);
    }

    /** Returns the numbers of a range on the scale of the logarithm of one minus x. */
    protected static RealDomain oneMinusLog(double min, double max) {
        return oneMinusLog(min, max, 0);
    }

    /** Returns the numbers of a range on the scale of the logit. */
    protected static RealDomain logit(double min, double max) {
        return logit(min, max, 0);
    }

    /** Returns the numbers of a range on a logarithmic scale, or some levels of it if not 0. */
    protected static RealDomain log(double min, double max, int levels) {
        return new RealDomain(min, max, Scale.LOG, levels);
    }

    /** Returns the whole numbers of a range on a logarithmic scale, or some levels of it if not 0. */
    protected static IntegerDomain log(long min, long max, int levels) {
        return new IntegerDomain(min, max, Scale.LOG, levels);
    }

    /** Returns the numbers of a range on the scale of one minus a logarithm, or some levels of it if not 0. */
    protected static RealDomain oneMinusLog(double min, double max, int levels) {
        return new RealDomain(min, max, Scale.ONE_MINUS_LOG, levels);
    }

    /** Returns the numbers of a range on the scale of the logit, or some levels of it if not 0. */
    protected static RealDomain logit(double min, double max, int levels) {
        return new RealDomain(min, max, Scale.LOGIT, levels);
    }

    /** Returns the domain of the given texts without an order. */
    protected static ChoiceDomain choices(String... texts) {
        return ChoiceDomain.of(texts);
    }

    /** Returns the domain of the given texts in their order. */
    protected static ChoiceDomain ordered(String... texts) {
        return ChoiceDomain.ordered(texts);
    }

    /**
     * Returns a domain that reads former texts as its choices.
     *
     * @param pairs each former text, followed by the choice it stands for
     */
    protected static ChoiceDomain formerly(ChoiceDomain domain, String... pairs) {
        Map<String, String> texts = new LinkedHashMap<>(domain.formerTexts());
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return new ChoiceDomain(domain.choices(), domain.ordered(), texts);
    }

    /**
     * Returns many or long texts: the code of a method has room for some thousand constants only, and a constant for some
     * ten thousand characters.
     *
     * @param separator stands between two texts, and in none
     * @param chunks the texts, cut wherever a constant is full
     */
    protected static String[] texts(char separator, String... chunks) {
        String whole = String.join("", chunks);
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int end = whole.indexOf(separator); end >= 0; end = whole.indexOf(separator, start)) {
            texts.add(whole.substring(start, end));
            start = end + 1;
        }
        texts.add(whole.substring(start));
        return texts.toArray(String[]::new);
    }
}
