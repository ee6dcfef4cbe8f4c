// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * The space of a sealed type: one of its permitted types, each with a space of its own that exists only if the type is chosen.
 *
 * <p>Generated code extends it.
 *
 * @param <T> the sealed type
 */
public abstract class KindSpace<T> extends MemberSpace<T> {

    /** Which permitted type is chosen. */
    public final Parameter<String> kind;

    private final Class<T> type;

    /**
     * Creates a space.
     *
     * @param type the sealed type
     * @param scope where in a tree of spaces this one is
     * @param kinds the texts that stand for the permitted types, in the order of {@link #alternatives()}
     */
    protected KindSpace(Class<T> type, Scope scope, ChoiceDomain kinds) {
        super(type, scope);
        this.type = type;
        this.kind = strings(kinds).at(scope.child("kind"));
    }

    /** Returns the spaces of the permitted types, in their order. */
    protected abstract Space<?>[] alternatives();

    @Override
    protected final Member[] members() {
        Space<?>[] alternatives = alternatives();
        Member[] members = new Member[alternatives.length + 1];
        members[0] = kind;
        System.arraycopy(alternatives, 0, members, 1, alternatives.length);
        return members;
    }

    /**
     * Returns the place of the members of a permitted type.
     *
     * @param text the text that stands for the type
     * @param segment the part of the members' names that stands for it
     * @param formerSegments the parts that did so before
     */
    protected final Scope scopeOf(String text, String segment, String... formerSegments) {
        return scope().child(segment, formerSegments).when(new Condition.Equal(kind, text));
    }

    @Override
    public final T decode(Configuration configuration) {
        String text = kind.decode(configuration);
        int index = kinds().choices().indexOf(text);
        if (index < 0) {
            throw unknown(text);
        }
        return type.cast(alternatives()[index].decode(configuration));
    }

    @Override
    public final void encode(T instance, Configuration.Builder sink) {
        Space<?>[] alternatives = alternatives();
        for (int i = 0; i < alternatives.length; i++) {
            if (alternatives[i].type().isInstance(instance)) {
                sink.set(kind, kinds().choices().get(i));
                encode(alternatives[i], instance, sink);
                return;
            }
        }
        throw unknown(instance);
    }

    private ConfigurationException unknown(Object value) {
        return new ConfigurationException(
                kind.name() + " (" + value + ") must be " + kind.domain().describe());
    }

    /** Safe, since the instance was found to be one of the space's type. */
    @SuppressWarnings("unchecked")
    private static <A> void encode(Space<A> alternative, Object instance, Configuration.Builder sink) {
        alternative.encode((A) instance, sink);
    }

    private ChoiceDomain kinds() {
        return (ChoiceDomain) kind.domain();
    }
}
